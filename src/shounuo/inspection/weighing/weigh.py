"""The findings of a call, weighed: which stand, which fall, which nobody but the whole call showed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import exp, prod

from shounuo.inspection.model import Finding
from shounuo.inspection.reading import Reading
from shounuo.inspection.weighing.clues import candidates, clues, ear
from shounuo.inspection.weighing.course import WEIGHED, Course, Found, read_course
from shounuo.inspection.weighing.evidence import LEAST_TURNS, language_of
from shounuo.inspection.weighing.explain import added
from shounuo.inspection.weighing.model import Whole, whole, words

# What a detector is that sure of (a blow or a killing named outright) no likelihood argues away; its shelters
# (quoting, denying, warning) decide.
CERTAIN = 0.95
# Nor what the detector and the second ear both hold, each by its own way.
AGREED = 0.7


def weigh(reading: Reading, findings: Iterable[Finding]) -> list[Finding]:
    """`findings` of the detectors, less those unlikely in this call, and those likely that no detector saw."""
    given = list(findings)
    if len(reading.turns) < LEAST_TURNS:
        return given
    language = language_of(reading)
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
    wanted = candidates(course, seen)
    odds = model.trees.log_odds(clues(course, seen, wanted))
    for (place, code), told in zip(wanted, odds, strict=True):
        sure = 1.0 / (1.0 + exp(-float(told)))
        at = course.turns[place].turn
        hit = seen.get((code, at.turn.i))
        if hit is not None:
            heard = ear(at.text, course.language, code)
            sure = max(
                sure,
                hit.confidence if hit.confidence >= CERTAIN else 0.0,
                heard if heard >= AGREED else 0.0,
            )
        if sure >= (model.stands if hit else model.alone):
            yield place, code, sure


def _finding(
    reading: Reading, course: Course, place: int, code: str, sure: float, seen: Found
) -> Finding:
    found = seen.get((code, course.turns[place].turn.turn.i))
    if found is not None:
        return replace(found, confidence=round(sure, 2))
    return added(reading, course.turns[place], code, sure, course.model, course.language)
