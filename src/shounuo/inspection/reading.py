"""A call read once: every detector asks this and none reads the text again.

Holds the flat form of each turn, the joined speech of each side, and where a phrase found stands (its scope). What
follows from the words (`state_of`, `steps_done`, `promise_of`, `disposition_of`) is asked of the module that decides it.
Turns are kept in the order given; neighbouring turns of one speaker are read on, so a sentence cut in two by
the recogniser is still one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, wraps
from itertools import islice
from typing import Any, TypeVar

from shounuo.domain.heard import Heard, hear
from shounuo.inspection.flat import Flat, flatten
from shounuo.inspection.model import Call, Context, Finding, Speaker, Turn
from shounuo.inspection.names import core
from shounuo.inspection.scopes import Scope, clause_end, clause_start, scope_of
from shounuo.inspection.sounds import restore
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.script import simplified
from shounuo.kernel.text import Text

# Without one of these a turn names neither a sum nor a day.
_WORTH_HEARING = quick_pattern(
    r"[\d零一二三四五六七八九十百千万亿两几半块元毛角俩仨幺〇今明昨后周月号底期礼拜]"
    r"|\b(?:hundred|thousand|grand|bucks?|dollars?|cents?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|couple|few|several"
    r"|today|tonight|tomorrow|yesterday|\w+day|week|weeks|month|january|february|march|april|may|june|july|august|september|october|november|december|first|second|third|\w+th|now)\b"
)
_NOTHING = Heard()
T = TypeVar("T")


@dataclass(frozen=True)
class TurnReading:
    """One turn with its flat form. `at` is its place in the reading, `turn.i` the number the source gave it."""

    at: int
    turn: Turn
    flat: Flat
    lang: str

    # Asked some thousand times a call, so they are kept once known.
    @cached_property
    def text(self) -> str:
        """The flat text: what patterns are written against."""
        return self.flat.text

    @cached_property
    def is_agent(self) -> bool:
        return self.turn.speaker == "agent"

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


@dataclass
class _Side:
    """All turns of one speaker joined; a line feed parts turns that do not follow each other."""

    turns: list[TurnReading]
    text: str = ""
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        parts: list[str] = []
        length, last = 0, None
        for turn in self.turns:
            if last is not None:
                gap = "" if turn.at == last.at + 1 else "\n"
                gap = " " if not gap and turn.lang.startswith("en") else gap
                parts.append(gap)
                length += len(gap)
            self.starts.append(length)
            parts.append(turn.text)
            length, last = length + len(turn.text), turn
        self.text = "".join(parts)

    def spot(self, match: re.Match[str]) -> Spot:
        k = bisect_right(self.starts, match.start()) - 1
        turn, base = self.turns[k], self.starts[k]
        start, end = match.start() - base, min(match.end() - base, len(turn.text))
        return Spot(turn, min(start, max(0, len(turn.text) - 1)), max(start, end), match)


_TITLES = "叔姨哥姐总伯婶嫂爷工"  # 祁叔 is no 起诉


def _names_of(context: Context) -> tuple[str, ...]:
    """The people and houses of the case: a name is not a misheard term (俞琪 is not 逾期)."""
    other = context.third_party.name if context.third_party else None
    given = (context.debtor_name, other, context.lender, context.agency)
    people = [name for name in (context.debtor_name, other) if name]
    titled = {name[0] + title for name in people for title in _TITLES}
    return tuple({form for name in given if name for form in (name, core(name))} | titled)


class Reading:
    """The call, read. `context` is what the house knew."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.context: Context = call.context
        self.lang = call.lang
        self.english = call.lang.startswith("en")
        # What was decided of this call, by the function or detector that decided it: see `once`.
        self.decided: dict[object, Any] = {}
        names = _names_of(call.context)
        self.turns = [
            TurnReading(k, turn, flatten(turn.text, call.lang, names), call.lang)
            for k, turn in enumerate(call.turns)
        ]
        self._heard: dict[int, Heard] = {}
        self._sides = {
            "agent": _Side([t for t in self.turns if t.is_agent]),
            "party": _Side([t for t in self.turns if not t.is_agent]),
        }

    @property
    def to_debtor(self) -> bool:
        """The person called owes the debt (the customer or a guarantor)."""
        return self.context.callee_role in {"debtor", "guarantor"}

    def heard(self, turn: TurnReading) -> Heard:
        """Amounts, dates and numbers of one turn, parsed when first asked for; spans are in the turn as said."""
        if turn.at not in self._heard:
            self._heard[turn.at] = (
                self._hear(turn) if _WORTH_HEARING.search(turn.text) else _NOTHING
            )
        return self._heard[turn.at]

    def _hear(self, turn: TurnReading) -> Heard:
        return hear(
            simplified(turn.turn.text),
            self.call.as_of.date(),
            lender_names=None,
            currency=self.context.currency,
            repair=None if self.english else restore,
        )

    def agent(self) -> list[TurnReading]:
        return self._sides["agent"].turns

    def party(self) -> list[TurnReading]:
        return self._sides["party"].turns

    def find(self, pattern: re.Pattern[str], who: Speaker = "agent") -> Iterator[Spot]:
        """Every match of `pattern` in one side's speech, in order."""
        side = self._sides[who]
        for match in pattern.finditer(side.text):
            if match.end() > match.start():
                yield side.spot(match)

    def within(self, pattern: re.Pattern[str], turn: TurnReading) -> Iterator[Spot]:
        """Every match of `pattern` in one turn."""
        for match in pattern.finditer(turn.text):
            if match.end() > match.start():
                yield Spot(turn, match.start(), match.end(), match)

    def party_before(self, at: int, reach: int = 1) -> str:
        """Flat text of the last `reach` party turns before place `at`, joined."""
        nearest = (self.turns[k].text for k in range(at - 1, -1, -1) if not self.turns[k].is_agent)
        return "\n".join(reversed(list(islice(nearest, reach))))

    def finding(
        self,
        spot: Spot,
        code: str,
        why: Text,
        *,
        rule: str,
        citation: str = "",
        confidence: float = 0.8,
    ) -> Finding:
        """A finding proven by the exact words said at `spot`."""
        start, end = spot.turn.original(*_readable(spot))
        quote = spot.turn.turn.text[start:end]
        return Finding(code, spot.turn.turn.i, start, end, quote, why, rule, citation, confidence)


def once(decide: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """What follows from a reading, worked out when first asked for and kept as long as the reading."""

    @wraps(decide)
    def asked(reading: Reading) -> T:
        try:
            found: T = reading.decided[decide]
        except KeyError:
            found = reading.decided[decide] = decide(reading)
        return found

    return asked


def once_a_turn(
    decide: Callable[[Reading, TurnReading], T],
) -> Callable[[Reading, TurnReading], T]:
    """What follows from one turn of a reading, kept likewise."""

    @wraps(decide)
    def asked(reading: Reading, turn: TurnReading) -> T:
        decided: dict[int, T] = reading.decided.setdefault(decide, {})
        try:
            return decided[turn.at]
        except KeyError:
            found = decided[turn.at] = decide(reading, turn)
        return found

    return asked


SHORT = 10  # flat characters: below it a quotation is widened to its clause, so that it can be argued with
WIDEN = 12


def _readable(spot: Spot) -> tuple[int, int]:
    """The stretch to show: the clause around a very short match, within twelve characters on either side."""
    flat = spot.turn.flat
    if spot.end - spot.start >= SHORT or spot.turn.lang.startswith("en"):
        return spot.start, spot.end
    left = max(clause_start(flat, spot.start), spot.start - WIDEN)
    right = min(clause_end(flat, spot.end), spot.end + WIDEN)
    return left, max(right, spot.end)
