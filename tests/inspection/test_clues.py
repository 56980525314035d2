"""The clues of the second step, cell by cell against plain definitions; the ear's own figure has its tests elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from shounuo.inspection.house_form import call_from
from shounuo.inspection.reading import Reading
from shounuo.inspection.registry import find_all
from shounuo.inspection.weighing.clues import NAMES, candidates, clues
from shounuo.inspection.weighing.course import FAR, WEIGHED, Course, Found, read_course
from shounuo.inspection.weighing.model import PLACES, features

CALLS = Path(__file__).with_name("another_writer.jsonl").read_text("utf-8").splitlines()


def by_hits(course: Course, seen: Found, place: int, code: str) -> dict[str, float]:
    at = course.turns[place].turn.turn.i
    hit = seen.get((code, at))
    same = [f for (c, _), f in seen.items() if c == code and f is not hit]
    beside = [f.confidence for (_, n), f in seen.items() if n == at and f is not hit]
    return {
        "hit": hit is not None,
        "confidence": hit.confidence if hit else 0,
        "hit elsewhere": bool(same),
        "hit beside": max(beside, default=0),
        "hits here": len(beside) + (hit is not None),
        "hits": len(seen),
    }


def of_turn(course: Course, place: int) -> dict[str, float]:
    at = course.turns[place]
    return {
        "length": len(at.own),
        "length of theirs": len(at.before),
        "place": place,
        "turns left": len(course.turns[place:]),
        "turns": len(course.turns),
        "asked": "asked=" in " ".join(at.facts),
        "verified": at.facts.count("verified"),
        "last": place == len(course.turns) - 1,
    }


def by_the_words(course: Course, place: int, code: str) -> dict[str, float]:
    odds, column = course.odds, course.model.codes.index(code)
    mine = odds[:, column]
    elsewhere = np.delete(mine, place)
    others = np.delete(odds, column, axis=1)
    return {
        "words": mine[place],
        "before": mine[place - 1] if place else FAR,
        "after": mine[place + 1] if place + 1 < len(mine) else FAR,
        "earlier": mine[:place].max(initial=FAR),
        "elsewhere": elsewhere.max(initial=FAR),
        "sum elsewhere": np.logaddexp.reduce(elsewhere, initial=FAR),
        "others": others[place].max(),
        "others elsewhere": np.delete(others, place, axis=0).max(initial=FAR),
        "rank": (odds[place] > mine[place]).sum(),
    }


def by_place(course: Course, place: int, code: str) -> dict[str, float]:
    """Summed feature by feature."""
    column, model = course.model.codes.index(code), course.model
    told = [dict.fromkeys(PLACES, 0.0) for _ in course.turns]
    for total, found in zip(told, course.turns, strict=True):
        for feature, value in features(found, course.language):
            if feature in model.rows:
                total[feature[:2]] += value * float(model.weights[model.rows[feature], column])
    mine, own = told[place], [total["t:"] for total in told]
    return {
        "own words": mine["t:"],
        "theirs before": mine["p:"],
        "theirs earlier": mine["h:"],
        "theirs after": mine["n:"],
        "facts": mine["f:"],
        "own words before": own[place - 1] if place else FAR,
        "own words after": own[place + 1] if place + 1 < len(own) else FAR,
        "own words most": max(own),
    }


@pytest.mark.parametrize("line", CALLS[:12])
def test_each_clue_is_what_its_name_says(line: str) -> None:
    reading = Reading(call_from(json.loads(line)))
    course = read_course(reading)
    seen = {(f.code, f.turn): f for f in find_all(reading)}
    # An honest call may hold nothing worth a thought: of every place each seventh code then, a different one each time.
    every = [(place, code) for place in range(len(course.turns)) for code in WEIGHED]
    wanted = candidates(course, seen) or every[::7]
    for (place, code), row in zip(wanted, clues(course, seen, wanted), strict=True):
        told = dict(zip(NAMES, row.tolist(), strict=True))
        expected = by_the_words(course, place, code) | by_hits(course, seen, place, code)
        expected |= of_turn(course, place) | by_place(course, place, code)
        for name, value in expected.items():
            assert told[name] == pytest.approx(float(value), abs=1e-2), (place, code, name)
        assert [told[name] for name in NAMES if name.startswith("code=")].count(1.0) == 1
        assert told[f"code={code}"] == 1


def test_nothing_wanted_gives_no_rows() -> None:
    reading = Reading(call_from(json.loads(CALLS[0])))
    course = read_course(reading)
    assert clues(course, {}, []).shape == (0, len(NAMES))
