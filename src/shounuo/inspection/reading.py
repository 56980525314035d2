"""A call read once: every detector asks this and none reads the text again.

Holds the flat form of each turn, the joined speech of each side, and where a phrase found stands (its scope). What
follows from the words (`state_of`, `steps_done`, `promise_of`, `disposition_of`) is asked of the module that decides it.
Turns are kept in the order given; neighbouring turns of one speaker are read on, so a sentence cut in two by
the recogniser is still one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from shounuo.domain.heard import Heard, hear
from shounuo.inspection.bare_sums import with_bare_sums
from shounuo.inspection.flat import flatten
from shounuo.inspection.model import Call, Context, Finding, Speaker
from shounuo.inspection.names import core
from shounuo.inspection.sides import Side
from shounuo.inspection.sounds import restore
from shounuo.inspection.spots import Spot, TurnReading, readable
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
_COUNTS = re.compile("[零一二三四五六七八九十百千万亿两元分角]")
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
        # What was decided of this call, by the function or detector that decided it: see `inspection.once`.
        self.decided: dict[object, Any] = {}
        names = _names_of(call.context)
        self.turns = [
            TurnReading(k, turn, flatten(turn.text, call.lang, names), call.lang)
            for k, turn in enumerate(call.turns)
        ]
        self._heard: dict[int, Heard] = {}
        self._counting = [name for name in names if len(name) > 1 and _COUNTS.search(name)]
        self._sides = {
            "agent": Side([t for t in self.turns if t.is_agent]),
            "party": Side([t for t in self.turns if not t.is_agent]),
        }

    @property
    def to_debtor(self) -> bool:
        """The person called owes the debt (the customer or a guarantor)."""
        return self.context.callee_role in {"debtor", "guarantor"}

    def heard(self, turn: TurnReading) -> Heard:
        """Amounts, dates and numbers of one turn, parsed when first asked for; spans are in the turn as said."""
        try:
            return self._heard[turn.at]
        except KeyError:
            heard = self._hear(turn) if _WORTH_HEARING.search(turn.text) else _NOTHING
            self._heard[turn.at] = heard
        return heard

    def _hear(self, turn: TurnReading) -> Heard:
        today, said = self.call.as_of.date(), simplified(turn.turn.text)
        currency = self.context.currency
        if self.english:
            return hear(said, today, lender_names=None, currency=currency)
        heard = hear(said, today, lender_names=None, currency=currency, repair=self._repaired)
        return with_bare_sums(heard, said, turn.text, self.context, today)

    def _repaired(self, said: str) -> str:
        """Misheard terms restored; a house whose name counts (百汇, 千帆) is no part of a number."""
        for name in self._counting:
            said = said.replace(name, "某" * len(name))
        return restore(said)

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
        start, end = spot.turn.original(*readable(spot))
        quote = spot.turn.turn.text[start:end]
        return Finding(code, spot.turn.turn.i, start, end, quote, why, rule, citation, confidence)
