"""A kind of breach: the frames that say it, what shelters from it, and why it is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from shounuo.inspection.frames.compile import Frame
from shounuo.inspection.frames.match import find
from shounuo.inspection.frames.shelter import USUAL, Shelter, sheltered
from shounuo.inspection.reading import Reading, Spot, TurnReading
from shounuo.kernel.text import Text

Found = tuple[Spot, Text, float]


def _always(reading: Reading, turn: TurnReading) -> bool:
    return True


@dataclass(frozen=True)
class Kind:
    """`when` asks the call whether such words breach here at all; `shelters` are those that count."""

    why: Text
    zh: tuple[Frame, ...] = ()
    en: tuple[Frame, ...] = ()
    confidence: float = 0.8
    shelters: frozenset[Shelter] = USUAL
    when: Callable[[Reading, TurnReading], bool] = _always


# What the kinds of a detector found in a reading; several detectors ask for the same.
_KEPT: WeakKeyDictionary[Reading, dict[int, tuple[Found, ...]]] = WeakKeyDictionary()


def find_kinds(
    reading: Reading, kinds: tuple[Kind, ...], turns: Iterable[TurnReading] | None = None
) -> tuple[Found, ...]:
    """Every unsheltered frame in the collector's turns (all of them, or `turns`). `kinds` is a module's constant."""
    if turns is not None:
        return tuple(_find(reading, kinds, turns))
    kept = _KEPT.setdefault(reading, {})
    if id(kinds) not in kept:
        kept[id(kinds)] = tuple(_find(reading, kinds, reading.agent()))
    return kept[id(kinds)]


def _find(reading: Reading, kinds: Iterable[Kind], turns: Iterable[TurnReading]) -> Iterator[Found]:
    for turn in turns:
        for kind in kinds:
            yield from _in_turn(reading, turn, kind)


def _in_turn(reading: Reading, turn: TurnReading, kind: Kind) -> Iterator[Found]:
    english = reading.english
    for hit in find(turn.text, "en" if english else "zh", kind.en if english else kind.zh):
        if sheltered(turn.flat, hit.start, hit.end, english, kind.shelters):
            continue
        if kind.when(reading, turn):
            yield Spot(turn, hit.start, hit.end), kind.why, kind.confidence
