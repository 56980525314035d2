"""Learns how far words, detectors and ear are to be trusted: the second step of the second reading of a call."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from shounuo.inspection.codes import NAMES
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.weighing.clues import candidates, clues
from shounuo.inspection.weighing.course import Course
from shounuo.inspection.weighing.model import Words
from shounuo.inspection.weighing.trees import Floats
from shounuo.lab.boosted import trees_plain
from shounuo.lab.labelled_calls import LOOKED_AT, Taught

CODES = tuple(NAMES)
# Chosen on calls of writers who taught nothing, by totals: of equal recall the fewest honest calls accused.
STANDS, ALONE, TOGETHER = 0.42, 0.5, 0.85
# Small trees in many small steps, each from a share of the rows and of the clues: tried writer against writer.
_SHAPE = {"n_estimators": 250, "learning_rate": 0.05, "max_leaf_nodes": 8, "min_samples_leaf": 15}
_SHARES = {"subsample": 0.6, "max_features": 0.3, "random_state": 0}


def learn_whole(calls: Sequence[Taught], odds: Floats, by_place: Floats, language: Language) -> str:
    """The file of the second step, as JSON. `odds` [turn, code] are of the words, each turn's by a model that had not
    heard its writer; `by_place` [turn, place, code] is what each place adds to them."""
    rows, answers = [], []
    for call, course in _courses(calls, odds, by_place, language):
        if call.writer in LOOKED_AT:
            continue
        wanted = candidates(course, call.found)
        rows.append(clues(course, call.found, wanted))
        answers += [code in call.labels[place] for place, code in wanted]
    model = GradientBoostingClassifier(**_SHAPE, **_SHARES).fit(np.concatenate(rows), answers)
    told = {"stands": STANDS, "alone": ALONE, "together": TOGETHER, "trees": trees_plain(model)}
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
