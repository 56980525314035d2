"""One turn as it is read, and a place in it: where a phrase was found, under what roof it stands, what to quote of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from shounuo.inspection.flat import Flat
from shounuo.inspection.model import Turn
from shounuo.inspection.scopes import Scope, clause_end, clause_start, scope_of


@dataclass(frozen=True)
class TurnReading:
    """One turn with its flat form. `at` is its place in the reading, `turn.i` the number the source gave it."""

    at: int
    turn: Turn
    flat: Flat
    lang: str
    # Asked some thousand times a call, so they are fields: the flat text, against which patterns are written, and who speaks.
    text: str = field(init=False, repr=False, compare=False)
    is_agent: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.flat.text)
        object.__setattr__(self, "is_agent", self.turn.speaker == "agent")

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the turn as said, for a flat stretch."""
        origin = self.flat.origin
        if not origin:
            return 0, len(self.turn.text)
        return origin[start], origin[max(start, end - 1)] + 1


@dataclass(frozen=True)
class Spot:
    """Where a pattern matched: a turn and a flat stretch of it."""

    turn: TurnReading
    start: int
    end: int
    match: re.Match[str] | None = None

    @property
    def said(self) -> str:
        return self.turn.text[self.start : self.end]

    @cached_property
    def scope(self) -> Scope:
        return scope_of(self.turn.flat, self.start, self.end, self.turn.lang)


SHORT = 10  # flat characters: below it a quotation is widened to its clause, so that it can be argued with
WIDEN = 12


def readable(spot: Spot) -> tuple[int, int]:
    """The stretch to show: the clause around a very short match, within twelve characters on either side."""
    flat = spot.turn.flat
    if spot.end - spot.start >= SHORT or spot.turn.lang.startswith("en"):
        return spot.start, spot.end
    left = max(clause_start(flat, spot.start), spot.start - WIDEN)
    right = min(clause_end(flat, spot.end), spot.end + WIDEN)
    return left, max(right, spot.end)
