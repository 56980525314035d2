"""The tally behind the call frequencies: one particular debt's calls and conversations, by day.

Pure counting over calendar days; `call_frequency_presumed_compliant` says what it means.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.call_consent import consented_days
from shounuo.rules.packs.us.counted_calls import (
    BY_CONSENT,
    about,
    calls_to_person,
    conversations_with_person,
)
from shounuo.rules.packs.us.moments import day, home_zone


@dataclass(frozen=True, slots=True)
class Tally:
    """What was done about one debt, before the proposed call, in days of the consumer.

    `talks`: every conversation's day; `literal_talks`: without those on consent-excluded calls,
    which one reading of 1006.14(b)(3) leaves out. `consented`: days on which calls are excluded.
    """

    calls: tuple[date, ...]
    talks: tuple[date, ...]
    literal_talks: tuple[date, ...]
    consented: frozenset[date]
    window: int
    quiet: int
    limit: int

    def calls_on(self, on: date) -> int:
        """Counted calls in the window that ends with the day `on`."""
        return _since(self.calls, on - timedelta(days=self.window - 1), on)

    def talks_on(self, on: date) -> int:
        return _since(self.talks, on - timedelta(days=self.window - 1), on)

    def quiet_over(self, on: date, *, literal: bool = False) -> bool:
        """1006.14(b)(2)(i)(B): a conversation's date is the first day of the quiet period."""
        talks = self.literal_talks if literal else self.talks
        return _since(talks, on - timedelta(days=self.quiet - 1), on) == 0

    def open_on(self, on: date, *, literal: bool = False) -> bool:
        """Whether one more call that day exceeds neither frequency, or is consented to."""
        fits = self.calls_on(on) + 1 <= self.limit and self.quiet_over(on, literal=literal)
        return fits or on in self.consented


def _since(days: Iterable[date], first: date, last: date) -> int:
    return sum(first <= on <= last for on in days)


def tally(facts: Facts, numbers: Numbers, key: str) -> Tally:
    """The tally of one particular debt (its key) for the person of the proposed contact."""
    zone, is_about = home_zone(facts), about(facts, key)
    calls = [c for c in calls_to_person(facts) if is_about(c.debts)]
    talks = [c for c in conversations_with_person(facts) if is_about((*c.debts, *c.discussed))]
    return Tally(
        tuple(day(c.when, zone) for c in calls),
        tuple(day(c.when, zone) for c in talks),
        tuple(day(c.when, zone) for c in talks if c.exclusion != BY_CONSENT),
        consented_days(facts, numbers, key, [c.when for c in talks]),
        numbers.count("call_window_days"), numbers.count("conversation_quiet_days"),
        numbers.count("calls_per_window"),
    )  # fmt: skip


def first_day(tallies: Iterable[Tally], start: date, *, literal: bool = False) -> date:
    """The first day from `start` on which a call about all these debts stays within."""
    every = tuple(tallies)
    horizon = max((t.window + t.quiet for t in every), default=0)
    for ahead in range(horizon):
        on = start + timedelta(days=ahead)
        if all(t.open_on(on, literal=literal) for t in every):
            return on
    return start + timedelta(days=horizon)
