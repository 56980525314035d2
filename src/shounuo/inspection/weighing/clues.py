"""The clues by which the second step judges a fault at a turn: what the words give it there and around,
what detectors and second ear hold, and where in the call it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.model import FILES, opinion
from shounuo.inspection.weighing.course import FAR, WEIGHED, Course, Found
from shounuo.inspection.weighing.evidence import HEARD, SIGN
from shounuo.inspection.weighing.trees import Floats

LEAST_LOG_ODDS = -5.0  # below it nothing is worth a thought that no detector had
_FACTS = (
    "callee=third_party", "callee=guarantor", "callee=unknown", "agent=agency_staff", "verified",
    "last", "flag=plan_performing", "flag=dispute", "litigation=none", "place=0", "place=1",
    *(f"{SIGN}{sign}" for sign in HEARD), "sum not on file", "sum again",
)  # fmt: skip
_BY_WORDS = (
    "words", "before", "after", "earlier", "elsewhere", "sum elsewhere", "others", "others elsewhere", "rank",
)  # fmt: skip
_BY_PLACE = (
    "own words", "theirs before", "theirs earlier", "theirs after", "facts",
    "own words before", "own words after", "own words most",
)  # fmt: skip
_BY_HITS = ("hit", "confidence", "hit elsewhere", "hit beside", "hits here", "hits", "ear")
_OF_TURN = (
    "length", "length of theirs", "place", "turns left", "turns", "asked", "asks", "english", *_FACTS,
)  # fmt: skip
NAMES = (*_BY_WORDS, *_BY_PLACE, *_BY_HITS, *_OF_TURN, *(f"code={code}" for code in WEIGHED))
_CODES = np.eye(len(WEIGHED), dtype=np.float32)


def candidates(course: Course, seen: Found) -> list[tuple[int, str]]:
    """(place, code) of all that is worth a thought."""
    likely = course.odds[:, _columns(course, WEIGHED)] >= LEAST_LOG_ODDS
    return [
        (place, code)
        for place, (at, told) in enumerate(zip(course.turns, likely.tolist(), strict=True))
        for code, worth in zip(WEIGHED, told, strict=True)
        if worth or (code, at.turn.turn.i) in seen
    ]


def clues(course: Course, seen: Found, wanted: list[tuple[int, str]]) -> Floats:
    """One row for each (place, code) of `wanted`, its columns in the order of `NAMES`."""
    if not wanted:
        return np.zeros((0, len(NAMES)), np.float32)
    places, codes = zip(*wanted, strict=True)
    by_words = np.concatenate([_by_words(course.odds), _by_place(course.by_place)], axis=2)
    of_turn = {place: tuple(_of_turn(course, place)) for place in dict.fromkeys(places)}
    told = [(*_by_hits(course, place, code, seen), *of_turn[place]) for place, code in wanted]
    which = _CODES[[WEIGHED.index(code) for code in codes]]
    rows = by_words[places, _columns(course, codes)], np.array(told, np.float32), which
    return np.concatenate(rows, axis=1).astype(np.float32)


def _columns(course: Course, codes: Iterable[str]) -> list[int]:
    return [course.model.codes.index(code) for code in codes]


def _by_words(odds: Floats) -> Floats:
    """[turn, code, clue], the clues in the order of `_BY_WORDS`; `odds` [turn, code]."""
    far = np.full_like(odds[:1], FAR)
    highest = np.maximum.accumulate(np.concatenate([far, odds[:-1]]))
    # Finely, or a great summand leaves nothing of the small ones.
    each = np.exp(odds.astype(np.float64))
    total = each.sum(axis=0) - each + np.exp(FAR)
    beside = _most_of_others(odds, 1)
    return np.stack(
        [
            odds,
            np.concatenate([far, odds[:-1]]),
            np.concatenate([odds[1:], far]),
            highest,
            _most_of_others(odds, 0),
            np.log(np.maximum(total, np.exp(FAR))),  # sums of floats may fall short of one summand
            beside,
            _most_of_others(beside, 0),
            (odds[:, None, :] > odds[:, :, None]).sum(axis=2),
        ],
        axis=2,
    )


def _by_place(told: Floats) -> Floats:
    """[turn, code, clue], the clues in the order of `_BY_PLACE`; `told` [turn, place, code]."""
    own = told[:, 0]
    far = np.full_like(own[:1], FAR)
    before, after = np.concatenate([far, own[:-1]]), np.concatenate([own[1:], far])
    most = np.broadcast_to(own.max(axis=0), own.shape)
    beside = np.stack([before, after, most], axis=2)
    return np.concatenate([told.transpose(0, 2, 1), beside], axis=2)


def _most_of_others(odds: Floats, axis: int) -> Floats:
    """For each place the highest along `axis` but itself, no lower than `FAR`."""
    if odds.shape[axis] == 1:
        return np.full_like(odds, FAR)
    ordered = np.sort(odds, axis=axis)
    second, first = ordered.take([-2], axis), ordered.take([-1], axis)
    return np.maximum(np.where(odds == first, second, first), FAR)


def _by_hits(course: Course, place: int, code: str, seen: Found) -> Iterator[float]:
    """In the order of `_BY_HITS`."""
    turn = course.turns[place].turn
    number = turn.turn.i
    hit = seen.get((code, number))
    yield hit is not None
    yield hit.confidence if hit else 0.0
    yield any(c == code and n != number for c, n in seen)
    yield max((f.confidence for (c, n), f in seen.items() if n == number and c != code), default=0)
    yield sum(n == number for _, n in seen)
    yield len(seen)
    yield ear(turn.text, course.language, code)


def _of_turn(course: Course, place: int) -> Iterator[float]:
    """In the order of `_OF_TURN`."""
    at, many = course.turns[place], len(course.turns)
    facts = frozenset(at.facts)
    yield from (len(at.own), len(at.before), place, many - place, many)
    yield any(fact.startswith("asked=") for fact in at.facts)
    yield any(fact.startswith("asks=") for fact in at.facts)
    yield course.language == "en"
    yield from [fact in facts for fact in _FACTS]


def ear(text: str, language: Language, code: str) -> float:
    """What the second ear gives the code by these words alone, to whomever they were said."""
    return _ears(text, language).get(code, 0.0)


@lru_cache(maxsize=1024)
def _ears(text: str, language: Language) -> dict[str, float]:
    """Of every code; kept, for most turns are asked about several."""
    heard = [opinion(text, tongue, to).shares for tongue, to in FILES if tongue == language]
    codes = {code for shares in heard for code in shares}
    return {code: max(shares.get(code, 0.0) for shares in heard) for code in codes}
