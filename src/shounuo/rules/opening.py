"""When a denied contact really opens: the end of today's blocks may lie inside another one.

A Friday evening call is closed until Saturday 8:00; who asked for no calls on weekends is told
Monday. Each opening found is asked about in turn, until none of it is denied any more.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from shounuo.rules.verdict import Outcome, Verdict, later

LOOKS = 8
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DayOf = Callable[[datetime], date]


def _noon(on: date, day_of: DayOf) -> datetime:
    """About the middle of a calendar day as its pack counts days, to the hour."""
    hours = [datetime.combine(on, time(), UTC) + HOUR * ahead for ahead in range(-26, 27)]
    return hours[bisect_left(hours, on, key=day_of)] + 12 * HOUR


def _day(opens: date | datetime) -> date:
    return opens.date() if isinstance(opens, datetime) else opens


def _beyond(further: date | datetime, opens: date | datetime) -> bool:
    """Whether it says more: of a day only a later day, since its hours are another rule's."""
    if isinstance(opens, datetime) and isinstance(further, datetime):
        return further > opens
    return _day(further) > _day(opens)


def opening(
    first: Verdict, decide_at: Callable[[datetime], Verdict], day_of: DayOf
) -> date | datetime | None:
    """The first opening that is not denied again; None if waiting does not help.

    A moment is asked about a minute later: its very minute may be a border of its own. What is
    closed then without an end, such as tomorrow's missing import, does not move the opening.
    """
    opens = first.earliest_next
    for _ in range(LOOKS):
        if opens is None:
            return None
        moment = opens + MINUTE if isinstance(opens, datetime) else _noon(opens, day_of)
        then = decide_at(moment)
        if then.outcome is not Outcome.DENY or then.earliest_next is None:
            return opens
        further = later(opens, then.earliest_next)
        if not _beyond(further, opens):
            return opens
        opens = further
    return opens
