"""The course of a call: what its words give every fault at every turn of the collector, and the clues beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from shounuo.inspection.codes import SEVERITY
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.model import FILES, opinion
from shounuo.inspection.model import Finding
from shounuo.inspection.reading import Reading
from shounuo.inspection.weighing.evidence import Evidence, evidence
from shounuo.inspection.weighing.model import Floats, Words

# Faults of quality go by counts and clocks; there the detectors' word is final.
WEIGHED = tuple(code for code, severity in SEVERITY.items() if severity != "minor")
LEAST_LOG_ODDS = -5.0  # below it nothing is worth a thought that no detector had
_FAR = -9.0
Found = Mapping[tuple[str, int], Finding]


@dataclass(frozen=True)
class Course:
    """The collector's turns with the log-odds [turn, code] that their words give."""

    turns: tuple[Evidence, ...]
    odds: Floats
    model: Words
    language: Language

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(e.turn.turn.i for e in self.turns)

    def candidates(self, seen: Found) -> Iterator[tuple[int, str, dict[str, float]]]:
        """(place, code, clues) of all that is worth a thought."""
        for place, at in enumerate(self.turns):
            number = at.turn.turn.i
            for code in WEIGHED:
                column = self.model.codes.index(code)
                if (code, number) in seen or self.odds[place, column] >= LEAST_LOG_ODDS:
                    yield place, code, self._clues(place, column, code, seen)

    def _clues(self, place: int, column: int, code: str, seen: Found) -> dict[str, float]:
        number = self.turns[place].turn.turn.i
        hit = seen.get((code, number))
        around = self.odds[[k for k in (place - 1, place + 1) if 0 <= k < len(self.turns)], column]
        others = np.delete(self.odds[place], column)
        elsewhere = any(c == code and n != number for c, n in seen)
        beside = [f.confidence for (c, n), f in seen.items() if n == number and c != code]
        return {
            "words": float(self.odds[place, column]),
            "hit": float(hit is not None),
            "confidence": hit.confidence if hit else 0.0,
            "ear": _ear(self.turns[place].turn.text, self.language, code),
            "around": float(around.max()) if around.size else _FAR,
            "others": float(others.max()),
            "beside": max(beside, default=0.0),
            "elsewhere": float(elsewhere),
            "one": 1.0,
        }


def read_course(reading: Reading, language: Language, model: Words) -> Course:
    turns = tuple(evidence(reading))
    odds = np.array([model.log_odds(found, language) for found in turns], np.float32)
    return Course(turns, odds.reshape(len(turns), len(model.codes)), model, language)


def _ear(text: str, language: Language, code: str) -> float:
    """What the second ear gives the code by these words alone, to whomever they were said."""
    return max(opinion(text, tongue, to).share(code) for tongue, to in FILES if tongue == language)
