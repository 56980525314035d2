"""Learns how far words, detectors and ear are to be trusted: the second step of the second reading of a call.

One model for every language, for no clue is a word.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from shounuo.inspection.codes import NAMES
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.weighing.clues import candidates, clues
from shounuo.inspection.weighing.course import Course
from shounuo.inspection.weighing.model import Words
from shounuo.inspection.weighing.trees import Floats
from shounuo.lab.boosted import histogram_trees_plain
from shounuo.lab.labelled_calls import LOOKED_AT, Taught

CODES = tuple(NAMES)
# Chosen on calls of writers who taught nothing, by totals: of equal recall the fewest honest calls accused.
STANDS, ALONE, TOGETHER = 0.42, 0.5, 0.85
# Many trees of many leaves, each from a share of the clues: tried writer against writer. Of equal precision (.9), 250 trees of
# eight leaves for each language apart found fewer by three in a hundred.
_SHAPE = {"max_iter": 800, "learning_rate": 0.03, "max_leaf_nodes": 16, "min_samples_leaf": 40}
_CURBED = {"l2_regularization": 20, "max_features": 0.2, "early_stopping": False, "random_state": 0}


class Judged(NamedTuple):
    """What is worth a thought, as `clues` [row, clue], and of each row whether it was a fault."""

    clues: Floats
    faults: list[bool]


def judged(calls: Sequence[Taught], odds: Floats, by_place: Floats, language: Language) -> Judged:
    """The rows of one language. `odds` [turn, code] are of the words, each turn's by a model that had not heard its
    writer; `by_place` [turn, place, code] is what each place adds to them."""
    rows, faults = [], []
    for call, course in _courses(calls, odds, by_place, language):
        if call.writer in LOOKED_AT:
            continue
        wanted = candidates(course, call.found)
        rows.append(clues(course, call.found, wanted))
        faults += [code in call.labels[place] for place, code in wanted]
    return Judged(np.concatenate(rows), faults)


def learn_whole(languages: Iterable[Judged]) -> str:
    """The file of the second step, as JSON."""
    every = list(languages)
    faults = [fault for one in every for fault in one.faults]
    model = HistGradientBoostingClassifier(**_SHAPE, **_CURBED)
    model.fit(np.concatenate([one.clues for one in every]), faults)
    trees = histogram_trees_plain(model)
    told = {"stands": STANDS, "alone": ALONE, "together": TOGETHER, "trees": trees}
    return json.dumps(told, separators=(",", ":")) + "\n"


def _courses(
    calls: Sequence[Taught], odds: Floats, by_place: Floats, language: Language
) -> Iterator[tuple[Taught, Course]]:
    """Each call with its share of the rows of `odds` and `by_place`."""
    none = np.zeros((0, len(CODES)), np.float32)
    shape = Words(CODES, np.zeros(len(CODES), np.float32), {}, none)
    start = 0
    for call in calls:
        ours = slice(start, start + len(call.turns))
        start += len(call.turns)
        yield call, Course(call.turns, odds[ours], by_place[ours], shape, language)
