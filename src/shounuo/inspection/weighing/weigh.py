"""The findings of a call, weighed: which stand, which fall, which nobody but the whole call showed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import exp, prod

import numpy as np

from shounuo.inspection.codes import SEVERITY
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.model import FILES, opinion
from shounuo.inspection.model import Finding
from shounuo.inspection.reading import Reading
from shounuo.inspection.weighing.evidence import Evidence, evidence
from shounuo.inspection.weighing.explain import added
from shounuo.inspection.weighing.model import Floats, Whole, Words, whole, words

# Faults of quality go by counts and clocks; there the detectors' word is final.
WEIGHED = tuple(code for code, severity in SEVERITY.items() if severity != "minor")
# A call so short has no course to weigh; a sentence by itself is the detectors' matter.
LEAST_TURNS = 6
LEAST_LOG_ODDS = -5.0
# What a detector is that sure of (a blow or a killing named outright) no likelihood argues away; its shelters
# (quoting, denying, warning) decide.
CERTAIN = 0.95
# Nor what the detector and the second ear both hold, each by its own way.
AGREED = 0.7
_FAR = -9.0
Found = Mapping[tuple[str, int], Finding]


def weigh(reading: Reading, findings: Iterable[Finding]) -> list[Finding]:
    """`findings` of the detectors, less those unlikely in this call, and those likely that no detector saw."""
    given = list(findings)
    if len(reading.turns) < LEAST_TURNS:
        return given
    language: Language = "en" if reading.english else "zh"
    model = whole(language)
    seen = {(f.code, f.turn): f for f in given}
    course = read_course(reading, language, words(language))
    weighed = list(_likely(course, seen, model))
    if 1.0 - prod(1.0 - sure for *_, sure in weighed) < model.together:
        weighed = []
    kept = [f for f in given if f.code not in WEIGHED or f.turn not in course.numbers]
    kept += [_finding(reading, course, *one, seen) for one in weighed]
    return sorted(kept, key=lambda f: (f.turn, f.start, f.code))


def _likely(course: Course, seen: Found, model: Whole) -> Iterator[tuple[int, str, float]]:
    """(place, code, probability) of what stands by itself."""
    for place, code, clues in course.candidates(seen):
        sure = 1.0 / (1.0 + exp(-model.log_odds(code, clues)))
        if clues["confidence"] >= CERTAIN:
            sure = max(sure, clues["confidence"])
        if clues["hit"] and clues["ear"] >= AGREED:
            sure = max(sure, clues["ear"])
        if sure >= (model.stands if clues["hit"] else model.alone):
            yield place, code, sure


def _finding(
    reading: Reading, course: Course, place: int, code: str, sure: float, seen: Found
) -> Finding:
    found = seen.get((code, course.turns[place].turn.turn.i))
    if found is not None:
        return replace(found, confidence=round(sure, 2))
    return added(reading, course.turns[place], code, sure, course.model, course.language)


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


__all__ = ["WEIGHED", "Course", "Whole", "read_course", "weigh"]
