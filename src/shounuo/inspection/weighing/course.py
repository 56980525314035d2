"""The course of a call: what its words give every fault at every turn of the collector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from shounuo.inspection.codes import SEVERITY
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.model import Finding
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.weighing.evidence import Evidence, evidence, language_of
from shounuo.inspection.weighing.model import PLACES, Words, words
from shounuo.inspection.weighing.trees import Floats

# Faults of quality go by counts and clocks; there the detectors' word is final.
WEIGHED = tuple(code for code, severity in SEVERITY.items() if severity != "minor")
FAR = -9.0  # the log-odds where there is no turn
Found = Mapping[tuple[str, int], Finding]


@dataclass(frozen=True)
class Course:
    """The collector's turns with the log-odds `odds` [turn, code] that their words give, and what was said in each of
    `model.PLACES` adds to them: `by_place` [turn, place, code]."""

    turns: tuple[Evidence, ...]
    odds: Floats
    by_place: Floats
    model: Words
    language: Language

    @property
    def numbers(self) -> frozenset[int]:
        """Those of the collector's turns, as the transcript counts."""
        return frozenset(e.turn.turn.i for e in self.turns)


@once
def read_course(reading: Reading) -> Course:
    """The course of one call, by the words of its language."""
    turns, language = tuple(evidence(reading)), language_of(reading)
    model = words(language)
    told = np.array([model.by_place(found, language) for found in turns], np.float32)
    told = told.reshape(len(turns), len(PLACES), len(model.codes))
    return Course(turns, model.bias + told.sum(axis=1), told, model, language)
