"""The findings of a call, weighed: which stand, which fall, which nobody but the whole call showed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import prod

from shounuo.inspection.model import Finding
from shounuo.inspection.reading import Reading
from shounuo.inspection.weighing.clues import candidates, clues, ear
from shounuo.inspection.weighing.course import WEIGHED, Course, Found, read_course
from shounuo.inspection.weighing.evidence import LEAST_TURNS
from shounuo.inspection.weighing.explain import added
from shounuo.inspection.weighing.model import Whole, whole
from shounuo.kernel.odds import probability

# Said outright: what a detector is certain of (a blow or a killing named), or reads plainly while the second ear does not
# deny it, or what the ear is sure of with it: (the detector's confidence, the ear's probability), each at least.
# No doubt argues it away, since the calls that taught the likelihoods are mostly veiled; the detector's shelters
# (quoting, denying, warning) decide. Only what the detector is certain of stands where the whole call makes it plainly
# unlikely: of seven other such words by strangers none was a fault.
OUTRIGHT = ((0.95, 0.0), (0.85, 0.4), (0.7, 0.9))
CERTAIN, PLAINLY_UNLIKELY = 0.95, 0.05
# Where detector, ear and likelihood hold the same, the rest of the call need not bear it out.
AGREED = (0.7, 0.5)
# So it is where a detector reads a fault plainly and the likelihood is at least even.
PLAINLY = (0.85, 0.5)


def weigh(reading: Reading, findings: Iterable[Finding]) -> list[Finding]:
    """`findings` of the detectors, less those unlikely in this call, and those likely that no detector saw."""
    given = list(findings)
    if len(reading.turns) < LEAST_TURNS:
        return given
    course = read_course(reading)
    model = whole()
    seen = {(f.code, f.turn): f for f in given}
    weighed = list(_likely(course, seen, model))
    agreed = any(_agreed(course, *one, seen) for one in weighed)
    if not agreed and 1.0 - prod(1.0 - sure for *_, sure in weighed) < model.together:
        weighed = []
    kept = [f for f in given if f.code not in WEIGHED or f.turn not in course.numbers]
    kept += [_finding(reading, course, *one, seen) for one in weighed]
    return sorted(kept, key=lambda f: (f.turn, f.start, f.code))


def _likely(course: Course, seen: Found, model: Whole) -> Iterator[tuple[int, str, float]]:
    """(place, code, probability) of what stands by itself."""
    wanted = candidates(course, seen)
    odds = model.trees.log_odds(clues(course, seen, wanted))
    for (place, code), told in zip(wanted, odds, strict=True):
        sure = probability(float(told))
        hit = seen.get((code, course.turns[place].turn.turn.i))
        stands = hit is not None and (sure >= PLAINLY_UNLIKELY or hit.confidence >= CERTAIN)
        if hit is not None and stands and _held(course, place, code, seen, OUTRIGHT):
            sure = max(sure, hit.confidence)
        if sure >= (model.stands if hit else model.alone):
            yield place, code, sure


def _held(
    course: Course, place: int, code: str, seen: Found, least: Iterable[tuple[float, float]]
) -> bool:
    """Whether detector and second ear hold it, each by as much as one of `least` asks."""
    turn = course.turns[place].turn
    hit = seen.get((code, turn.turn.i))
    if hit is None:
        return False
    heard = ear(turn.text, course.language, code)
    return any(hit.confidence >= sure and heard >= likely for sure, likely in least)


def _agreed(course: Course, place: int, code: str, sure: float, seen: Found) -> bool:
    """Whether the call is accused by this finding alone: by `AGREED`, by `PLAINLY`, or said outright."""
    hit = seen.get((code, course.turns[place].turn.turn.i))
    plain = hit is not None and hit.confidence >= PLAINLY[0] and sure >= PLAINLY[1]
    return plain or _held(course, place, code, seen, (AGREED, *OUTRIGHT))


def _finding(
    reading: Reading, course: Course, place: int, code: str, sure: float, seen: Found
) -> Finding:
    found = seen.get((code, course.turns[place].turn.turn.i))
    if found is not None:
        return replace(found, confidence=round(sure, 2))
    return added(reading, course.turns[place], code, sure, course.model, course.language)
