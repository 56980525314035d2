"""Learns whether a promise was made in a call, from labelled calls: one logistic model a language.

`python -m shounuo.lab.learn_promises CALLS_FOLDER OUT_FOLDER` writes it; with one word less it prints how often the
rules alone and the learned choice are right on writers that did not teach it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.reading import Reading
from shounuo.inspection.weighing.evidence import language_of
from shounuo.inspection.weighing.model import words_text
from shounuo.inspection.weighing.promised import chosen, promise_features
from shounuo.kernel.odds import probabilities
from shounuo.lab.labelled_calls import folds, labelled
from shounuo.lab.logistic import Design, fit, gathered, unheard

LEAST_CALLS = 4  # calls in which a piece must stand to tell of promises
Labelled = tuple[str, Reading, SpokenPromise | None]


def labelled_promises(folder: Path, language: Language) -> list[Labelled]:
    """(writer, reading, label) of every call of one language."""
    told = labelled(folder)
    return [(w, r, gold.promise) for w, r, gold in told if language_of(r) == language]


def learn_promises(calls: Iterable[Labelled]) -> str:
    """The weight file of one language."""
    _, readings, gold = zip(*calls, strict=True)
    design, made = _design(readings, gold)
    weights, bias = fit(design.matrix, made, np.ones((len(made), 1), np.float32))
    return words_text(["promise"], bias, *design.kept(weights))


def judged(calls: list[Labelled]) -> dict[str, Counter[str]]:
    """Of each way of deciding, how many calls came out exact, false, missed, or with other terms."""
    writers, readings, gold = zip(*calls, strict=True)
    design, made = _design(readings, gold)
    fold_of = folds(writers)
    fold = np.array([fold_of[writer] for writer in writers])
    odds = unheard(design, made, np.ones((len(made), 1), np.float32), fold)[:, 0]
    likely = probabilities(odds)
    counts: dict[str, Counter[str]] = {"rules": Counter(), "learned": Counter()}
    for reading, label, sure in zip(readings, gold, likely, strict=True):
        for way, told in (("rules", promise_of(reading)), ("learned", chosen(reading, sure))):
            counts[way][_outcome(label, told.said if told else None)] += 1
    return counts


def _design(
    readings: Iterable[Reading], gold: Iterable[SpokenPromise | None]
) -> tuple[Design, np.ndarray]:
    rows = [gathered(promise_features(reading)) for reading in readings]
    return Design(rows, LEAST_CALLS), np.array([[label is not None] for label in gold], np.float32)


def _outcome(label: SpokenPromise | None, told: SpokenPromise | None) -> str:
    if label is None:
        return "none" if told is None else "false"
    if told is None:
        return "missed"
    same = (label.cents, label.date, label.method) == (told.cents, told.date, told.method)
    return "exact" if same else "other terms"


def main(folder: str, out: str = "") -> None:
    """Writes the files, or prints the counts. Raises ValueError for a call without labels."""
    known: tuple[Language, ...] = ("zh", "en")
    for language in known:
        calls = labelled_promises(Path(folder), language)
        if out:
            Path(out, f"{language}.promises.tsv").write_text(learn_promises(calls), "utf-8")
        else:
            for way, counts in judged(calls).items():
                sys.stdout.write(f"{language} {way}: {dict(counts)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
