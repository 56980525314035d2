"""Learns whether a promise was made in a call, and whether with a clear yes, from labelled calls: one logistic model a
language.

`python -m shounuo.lab.learn_promises CALLS_FOLDER OUT_FOLDER` writes it; with one word less it prints how often the
rules alone and the learned choice are right on writers that did not teach it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.weighing.model import words_text
from shounuo.inspection.weighing.promised import TOLD, chosen, promise_features
from shounuo.inspection.weighing.trees import Floats
from shounuo.kernel.odds import probabilities
from shounuo.lab.labelled_calls import Heard, folds, heard, of_language
from shounuo.lab.logistic import Design, fit, gathered, unheard

LEAST_CALLS = 4  # calls in which a piece must stand to tell of promises


def learn_promises(calls: Sequence[Heard]) -> str:
    """The weight file of one language."""
    design, told, counts = _design(calls)
    weights, bias = fit(design.matrix, told, counts)
    return words_text(TOLD, bias, *design.kept(weights))


def judged(calls: Sequence[Heard]) -> dict[str, Counter[str]]:
    """Of each way of deciding, how many calls came out exact, false, missed, or with other terms."""
    design, told, weight = _design(calls)
    fold_of = folds(call.writer for call in calls)
    fold = np.array([fold_of[call.writer] for call in calls])
    likely = probabilities(unheard(design, told, weight, fold)[:, 0])
    counts: dict[str, Counter[str]] = {"rules": Counter(), "learned": Counter()}
    for call, sure in zip(calls, likely, strict=True):
        by_rule, by_words = promise_of(call.reading), chosen(call.reading, sure)
        counts["rules"][_outcome(call.gold.promise, by_rule.said if by_rule else None)] += 1
        counts["learned"][_outcome(call.gold.promise, by_words.said if by_words else None)] += 1
    return counts


def _design(calls: Sequence[Heard]) -> tuple[Design, Floats, Floats]:
    """The clues, what they tell ([call, of `TOLD`]), and what each call counts for in this."""
    rows = [gathered(promise_features(call.reading)) for call in calls]
    labels = [call.gold.promise for call in calls]
    told = np.array([[one is not None, bool(one and one.explicit)] for one in labels], np.float32)
    counts = np.array([[call.weight] for call in calls], np.float32)
    return Design(rows, LEAST_CALLS), told, counts * np.stack([np.ones(len(calls)), told[:, 0]], 1)


def _outcome(label: SpokenPromise | None, told: SpokenPromise | None) -> str:
    if label is None:
        return "none" if told is None else "false"
    if told is None:
        return "missed"
    return "exact" if _terms(label) == _terms(told) else "other terms"


def _terms(promise: SpokenPromise) -> tuple[object, ...]:
    """Sum, day and way as the rules have it; the labels call one that nobody named `other`."""
    return promise.cents, promise.date, promise.method or "other"


def main(folder: str, out: str = "") -> None:
    """Writes the files, or prints the counts. Raises ValueError for a call without labels."""
    known: tuple[Language, ...] = ("zh", "en")
    every = heard(Path(folder))
    for language in known:
        calls = of_language(every, language)
        if out:
            Path(out, f"{language}.promises.tsv").write_text(learn_promises(calls), "utf-8")
        else:
            for way, counts in judged(calls).items():
                sys.stdout.write(f"{language} {way}: {dict(counts)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
