"""The tally behind the call frequencies: one debt's calls and conversations on one day.

Pure counting; `call_frequency_presumed_compliant` says what it means.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.call_consent import consented_on
from shounuo.rules.packs.us.counted_calls import (
    BY_CONSENT,
    calls_about,
    conversations_about,
    in_window,
)
from shounuo.rules.packs.us.moments import day, home_zone


@dataclass(frozen=True, slots=True)
class Tally:
    """One debt's count on one day, before the proposed call, and whether it stays within both.

    `settled`: False if the answer rests on the unsettled point of a consent-excluded conversation.
    """

    calls: int
    conversations: int
    within_calls: bool
    quiet_over: bool
    settled: bool

    @property
    def within(self) -> bool:
        return self.within_calls and self.quiet_over


def _quiet_over(days: list[date], on: date, length: int) -> bool:
    """1006.14(b)(2)(i)(B): the conversation's date is the first of `length` days."""
    return all(not said <= on < said + timedelta(days=length) for said in days)


def tally(facts: Facts, numbers: Numbers, key: str, on: date) -> Tally:
    """The debt's count as of the day `on`, and whether one more call that day stays within."""
    zone, quiet = home_zone(facts), numbers.count("conversation_quiet_days")
    recent = in_window(facts, on, numbers.count("call_window_days"))
    calls = sum(map(recent, calls_about(facts, key)))
    talks = conversations_about(facts, key)
    every = [day(c.when, zone) for c in talks]
    literal = [day(c.when, zone) for c in talks if c.exclusion != BY_CONSENT]
    cautious_over = _quiet_over(every, on, quiet)
    return Tally(
        calls, sum(map(recent, talks)), calls + 1 <= numbers.count("calls_per_window"),
        cautious_over, cautious_over == _quiet_over(literal, on, quiet),
    )  # fmt: skip


def may_call(facts: Facts, numbers: Numbers, key: str, on: date, *, literal: bool = False) -> bool:
    """Whether one more call about the debt on that day exceeds neither frequency, or is consented."""
    if consented_on(facts, numbers, key, on):
        return True
    counted = tally(facts, numbers, key, on)
    quiet_over = counted.quiet_over == counted.settled if literal else counted.quiet_over
    return counted.within_calls and quiet_over


def first_day(
    facts: Facts, numbers: Numbers, keys: list[str], start: date, *, literal: bool = False
) -> date:
    """The first day from `start` on which a call about all these debts stays within."""
    horizon = numbers.count("call_window_days") + numbers.count("conversation_quiet_days")
    for ahead in range(horizon + 1):
        on = start + timedelta(days=ahead)
        if all(may_call(facts, numbers, key, on, literal=literal) for key in keys):
            return on
    return start + timedelta(days=horizon)
