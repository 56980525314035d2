"""What the other side has said so far: the states on which a collector's next words are judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.frames.match import says
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.requests import RHETORIC
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.state import state_of

# The other side repeating what a collector did to them is not their own wish to die, nor a joke one.
_NOT_SELF = re.compile(
    r"(?:累|忙|热|冷|吓|烦|气|笑|困|急|饿|疼|痛)死|死机|打死(?:我|也)不|该死|(?:他|她|爹|爸|妈|公|婆|人家|老头)(?:都)?(?:死|自杀|跳)"
    r"|(?:kill|killing)_me with|dying to|dead battery|dead end|to die for|dead phone|kills me"
)


def language(reading: Reading) -> Language:
    return "en" if reading.english else "zh"


def party_said(reading: Reading, turn: TurnReading, *concepts: str) -> bool:
    """Whether any synonym of the concepts stands in one turn of the other side."""
    return not turn.is_agent and says(turn.text, language(reading), *concepts)


def first_said(reading: Reading, *concepts: str) -> int | None:
    """Place of the first turn in which the other side says any of the concepts."""
    return next((t.at for t in reading.turns if party_said(reading, t, *concepts)), None)


def last_party(reading: Reading, at: int, reach: int = 1) -> Iterator[TurnReading]:
    """The other side's last `reach` turns before place `at`, the nearest first."""
    nearest = (reading.turns[k] for k in range(at - 1, -1, -1) if not reading.turns[k].is_agent)
    yield from islice(nearest, reach)


def said_lately(reading: Reading, at: int, *concepts: str, reach: int = 2) -> bool:
    return any(party_said(reading, t, *concepts) for t in last_party(reading, at, reach))


@once
def self_harm_at(reading: Reading) -> int | None:
    """Place of the first turn in which the other side speaks of not living on."""
    return _first(reading, lambda turn: speaks_of_dying(reading, turn))


def speaks_of_dying(reading: Reading, turn: TurnReading) -> bool:
    wished = any(r.kind == "self_harm" and r.at == turn.at for r in state_of(reading).requests)
    said = wished or party_said(reading, turn, "self_harm")
    return said and not (_NOT_SELF.search(turn.text) or RHETORIC.search(turn.text))


def _first(reading: Reading, test: Callable[[TurnReading], bool]) -> int | None:
    return next((t.at for t in reading.turns if not t.is_agent and test(t)), None)


def agent_after(reading: Reading, at: int | None) -> list[TurnReading]:
    """The collector's turns after place `at`; none when it never happened."""
    return [] if at is None else [t for t in reading.agent() if t.at > at]
