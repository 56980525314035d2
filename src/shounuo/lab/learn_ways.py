"""Learns how a promise will be paid, from labelled promises: one logistic model a way and language.

`python -m shounuo.lab.learn_ways CALLS_FOLDER OUT_FOLDER` writes it; with one word less it prints how often the rules'
way, and the one chosen by rules and learned model as in a report, are right on writers that did not teach it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from shounuo.inspection.agreement.promise import Promise, offered
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.reading import Reading
from shounuo.inspection.weighing.model import words_text
from shounuo.inspection.weighing.trees import Floats
from shounuo.inspection.weighing.ways import WAYS, chosen_way, way_features
from shounuo.lab.labelled_calls import Heard, folds, heard, of_language
from shounuo.lab.logistic import Design, fit, gathered, unheard_by_kind

LEAST_PROMISES = 3  # in which a piece must stand to tell of ways
RIDGE, KEPT = 0.1, 20_000


@dataclass(frozen=True)
class Paid:
    """A promise that lay between both sides, with the way that is labelled; a way that nobody named is `other`."""

    writer: str
    reading: Reading
    promise: Promise
    way: str


def paid(calls: Iterable[Heard], language: Language) -> list[Paid]:
    """Every labelled promise of one language whose terms the rules heard."""
    return [
        Paid(call.writer, call.reading, lay, call.gold.promise.method or "other")
        for call in of_language(calls, language)
        if call.gold.promise and (lay := offered(call.reading))
    ]


def learn_ways(promises: Sequence[Paid]) -> str:
    """The weight file of one language."""
    design, ways = _design(promises)
    weights, bias = fit(design.matrix, ways, np.ones((len(ways), 1), np.float32), ridge=RIDGE)
    return words_text(WAYS, bias, *design.kept(weights, KEPT))


def judged(promises: Sequence[Paid]) -> tuple[int, int, int]:
    """How many promises there are, how often the rules' way is right, and how often one learned from other writers."""
    design, ways = _design(promises)
    fold_of = folds(one.writer for one in promises)
    fold = np.array([fold_of[one.writer] for one in promises])
    counts = np.ones((len(ways), 1), np.float32)
    odds, _ = unheard_by_kind(design, ways, counts, fold, (), RIDGE)
    ruled = sum((one.promise.said.method or "other") == one.way for one in promises)
    learned = sum(
        chosen_way(of_one, one.promise) == one.way
        for of_one, one in zip(odds, promises, strict=True)
    )
    return len(promises), ruled, learned


def _design(promises: Sequence[Paid]) -> tuple[Design, Floats]:
    rows = [gathered(way_features(one.reading, one.promise)) for one in promises]
    ways = np.array([[one.way == way for way in WAYS] for one in promises], np.float32)
    return Design(rows, LEAST_PROMISES), ways


def main(folder: str, out: str = "") -> None:
    """Writes the files, or prints the counts. Raises ValueError for a call without labels."""
    calls = heard(Path(folder))
    known: tuple[Language, ...] = ("zh", "en")
    for language in known:
        promises = paid(calls, language)
        if out:
            Path(out, f"{language}.ways.tsv").write_text(learn_ways(promises), "utf-8")
        else:
            many, ruled, learned = judged(promises)
            sys.stdout.write(f"{language}: {many} promises, rules {ruled}, learned {learned}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
