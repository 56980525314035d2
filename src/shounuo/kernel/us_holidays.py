"""Federal holidays of the United States, computed: 5 U.S.C. 6103(a), observed days by 6103(b)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

MONDAY, THURSDAY, SATURDAY, SUNDAY = 0, 3, 5, 6
JUNETEENTH_SINCE = 2021  # Pub. L. 117-17


def nth(year: int, month: int, weekday: int, count: int) -> date:
    """The `count`-th `weekday` (Monday is 0) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def last_monday(year: int, month: int) -> date:
    """The last Monday of a month of 31 days."""
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() - MONDAY) % 7)


def observed(day: date) -> date:
    """Saturday's holiday is kept on Friday, Sunday's on Monday."""
    return day + timedelta(days={SATURDAY: -1, SUNDAY: 1}.get(day.weekday(), 0))


def _fixed(year: int) -> list[date]:
    days = [(1, 1), (7, 4), (11, 11), (12, 25)]
    days += [(6, 19)] if year >= JUNETEENTH_SINCE else []
    return [date(year, month, day) for month, day in days]


@cache
def legal_public_holidays(year: int) -> frozenset[date]:
    """The holidays of `year` on the days that 5 U.S.C. 6103(a) names, none moved."""
    moving = [
        nth(year, 1, MONDAY, 3),  # Martin Luther King, Jr.
        nth(year, 2, MONDAY, 3),  # Washington
        last_monday(year, 5),  # Memorial Day
        nth(year, 9, MONDAY, 1),  # Labor Day
        nth(year, 10, MONDAY, 2),  # Columbus Day
        nth(year, 11, THURSDAY, 4),  # Thanksgiving
    ]
    return frozenset([*_fixed(year), *moving])


@cache
def federal_holidays(year: int) -> frozenset[date]:
    """The holidays that fall in `year`, their observed days too (next New Year's may be 31 December)."""
    kept = [observed(day) for day in [*_fixed(year), date(year + 1, 1, 1)]]
    return legal_public_holidays(year) | frozenset(day for day in kept if day.year == year)
