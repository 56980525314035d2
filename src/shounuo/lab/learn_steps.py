"""Learns which turn first did each step of a call, from labelled calls.

First the words, one logistic model a step; then the opinion of a turn by all its clues, taught only on turns whose
writer the words had not heard. A turn after the labelled one teaches nothing of that step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.reading import Reading
from shounuo.inspection.steps.done import STEPS
from shounuo.inspection.weighing.evidence import SIGN, Evidence, evidence, language_of
from shounuo.inspection.weighing.model import features, words_text
from shounuo.inspection.weighing.step_clues import step_rows
from shounuo.inspection.weighing.trees import Floats
from shounuo.lab.labelled_calls import LEAST_SEEN, folds, labelled
from shounuo.lab.learn_opinion import learn_opinion, opinions_text
from shounuo.lab.logistic import Design, fit, gathered, unheard

# A step done in fewer calls is left to its patterns.
LEAST_DONE = 8
TREES = {"n_estimators": 120, "learning_rate": 0.06, "max_features": 0.25}


@dataclass(frozen=True)
class Told:
    """A labelled call; `first`: step → place among the collector's turns, None when it was never done."""

    writer: str
    reading: Reading
    first: dict[str, int | None]

    def done(self, step: str) -> list[bool]:
        """For each turn of the collector, whether it was the first to do the step."""
        return [self.first.get(step) == k for k in range(len(self.reading.agent()))]

    def asked(self, step: str) -> list[bool]:
        """For each turn of the collector, whether it teaches anything of the step."""
        first, count = self.first.get(step), len(self.reading.agent())
        last = count if first is None else first
        return [step in self.first and k <= last for k in range(count)]


def learn_steps(folder: Path, language: Language) -> tuple[str, str]:
    """The two weight files of one language: of the words, and of the opinions by all clues."""
    calls = [
        Told(writer, reading, {name: _place(reading, i) for name, i in gold.steps.items()})
        for writer, reading, gold in labelled(folder)
        if language_of(reading) == language and reading.agent()
    ]
    words, by_strangers = _learn_words(calls, language)
    rows = [step_rows(call.reading, odds) for call, odds in zip(calls, by_strangers, strict=True)]
    opinions = {}
    for name in STEPS:
        ours = [(call, told[name]) for call, told in zip(calls, rows, strict=True) if name in told]
        if sum(call.first.get(name) is not None for call, _ in ours) >= LEAST_DONE:
            opinions[name] = _opinion(name, ours)
    return words, opinions_text(opinions)


def _place(reading: Reading, number: int | None) -> int | None:
    """The collector's turn of that number; the one before it where the label stands on an answer."""
    if number is None:
        return None
    return max((k for k, t in enumerate(reading.agent()) if t.turn.i <= number), default=None)


def _learn_words(calls: list[Told], language: Language) -> tuple[str, list[Floats]]:
    """The weight file of the words, and of each call what they say of it when its writer taught them nothing."""
    told = [gathered(_words(e, language)) for call in calls for e in evidence(call.reading)]
    design = Design(told, LEAST_SEEN[language])
    done = np.hstack([np.array([c.done(n) for n in STEPS], np.float32) for c in calls]).T
    asked = np.hstack([np.array([c.asked(n) for n in STEPS], np.float32) for c in calls]).T
    fold_of = folds(call.writer for call in calls)
    sizes = [len(call.reading.agent()) for call in calls]
    fold = np.repeat([fold_of[call.writer] for call in calls], sizes)
    by_strangers = unheard(design, done, asked, fold)
    weights, bias = fit(design.matrix, done, asked)
    text = words_text(STEPS, bias, *design.kept(weights))
    return text, np.split(by_strangers, np.cumsum(sizes)[:-1])


def _words(found: Evidence, language: Language) -> Iterator[tuple[str, float]]:
    """All features but the signs of the steps, which are clues of the second step as they are."""
    told = features(found, language)
    return ((name, value) for name, value in told if not name.startswith(f"f:{SIGN}"))


def _opinion(name: str, calls: list[tuple[Told, Floats]]) -> dict[str, Any]:
    asked = np.concatenate([call.asked(name) for call, _ in calls])
    rows = np.concatenate([told for _, told in calls])[asked]
    done = np.concatenate([call.done(name) for call, _ in calls])[asked]
    return learn_opinion(rows, done, TREES)
