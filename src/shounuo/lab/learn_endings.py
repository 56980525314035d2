"""Learns what calls ended in, from labelled calls.

First the words, one logistic model a code and language; then an opinion of each code by all clues, common to the
languages, taught only on calls whose writer neither the words nor their hints of faults had heard. Asks no detector: one
of them asks what a call ended in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from shounuo.inspection.evaluation.gold import Gold
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.weighing.ending import ending_features
from shounuo.inspection.weighing.ending_clues import CODES, FAULTS, ending_row
from shounuo.inspection.weighing.evidence import evidence
from shounuo.inspection.weighing.model import features, words_text
from shounuo.inspection.weighing.trees import Floats, Places
from shounuo.lab.labelled_calls import LEAST_SEEN, Heard, folds, of_language
from shounuo.lab.learn_opinion import learn_opinion, opinions_text
from shounuo.lab.logistic import Design, fit, gathered, unheard

LEAST_CALLS = 4  # calls in which a piece must stand to tell of endings
LEAST_ENDED = 8  # a code in which fewer calls end has no opinion of its own
TREES = {"n_estimators": 60, "learning_rate": 0.1, "max_features": 0.2}


def learn_endings(
    calls: Sequence[Heard], languages: Sequence[Language]
) -> tuple[dict[Language, str], str]:
    """The file of the words of each language, and the one of the opinions that these calls teach together."""
    said: dict[Language, str] = {}
    rows: list[Floats] = []
    ended: list[str] = []
    for language in languages:
        ours = of_language(calls, language)
        said[language], by_words = _learn_words(ours, language)
        hinted = _hints(ours, language)
        rows += [
            ending_row(call.reading, odds, faults)
            for call, odds, faults in zip(ours, by_words, hinted, strict=True)
        ]
        ended += [call.code for call in ours]
    return said, opinions_text(_opinions(np.array(rows), ended))


def _learn_words(calls: Sequence[Heard], language: Language) -> tuple[str, Floats]:
    """The weight file of the words, and what they say of each call [call, code] when its writer taught them nothing."""
    design = Design([gathered(ending_features(call.reading)) for call in calls], LEAST_CALLS)
    ended = np.array([[call.code == code for code in CODES] for call in calls], np.float32)
    counts = np.array([[call.weight] for call in calls], np.float32)
    by_strangers = unheard(design, ended, counts, _fold(calls))
    weights, bias = fit(design.matrix, ended, counts)
    return words_text(CODES, bias, *design.kept(weights)), by_strangers


def _hints(calls: Sequence[Heard], language: Language) -> list[Floats]:
    """Of each call [turn of the collector, fault], by words that its writer taught nothing; a call whose faults are not
    labelled teaches none."""
    turns = [(call, found) for call in calls for found in evidence(call.reading)]
    design = Design(
        [gathered(features(found, language)) for _, found in turns], LEAST_SEEN[language]
    )
    faults = np.array(
        [[_held(call.gold, found.turn.turn.i, fault) for fault in FAULTS] for call, found in turns],
        np.float32,
    )
    counts = np.array([[call.whole] for call, _ in turns], np.float32)
    sizes = [len(evidence(call.reading)) for call in calls]
    odds = unheard(design, faults, counts, np.repeat(_fold(calls), sizes))
    return np.split(odds, np.cumsum(sizes)[:-1])


def _held(gold: Gold, turn: int, fault: str) -> bool:
    return any(label.code == fault and label.turn == turn for label in gold.findings)


def _fold(calls: Sequence[Heard]) -> Places:
    fold_of: Mapping[str, int] = folds(call.writer for call in calls)
    return np.array([fold_of[call.writer] for call in calls])


def _opinions(rows: Floats, ended: Sequence[str]) -> dict[str, dict[str, Any]]:
    return {
        code: learn_opinion(rows, np.array([one == code for one in ended]), TREES)
        for code in CODES
        if ended.count(code) >= LEAST_ENDED
    }
