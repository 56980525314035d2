"""Business days of 1006.34(b)(5): without Saturdays, Sundays and the holidays of 5 U.S.C. 6103(a).

The holidays are taken on the days that 6103(a) names, not on days observed in lieu.
"""

from __future__ import annotations

from datetime import date, timedelta

MONDAY, THURSDAY, SATURDAY = 0, 3, 5
FIXED = ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _memorial_day(year: int) -> date:
    last = date(year, 5, 31)
    return last - timedelta(days=last.weekday())


def legal_public_holidays(year: int) -> frozenset[date]:
    """The eleven holidays of a year (5 U.S.C. 6103(a); Juneteenth since 2021)."""
    moving = (
        _nth(year, 1, MONDAY, 3),  # Birthday of Martin Luther King, Jr.
        _nth(year, 2, MONDAY, 3),  # Washington's Birthday
        _memorial_day(year),
        _nth(year, 9, MONDAY, 1),  # Labor Day
        _nth(year, 10, MONDAY, 2),  # Columbus Day
        _nth(year, 11, THURSDAY, 4),  # Thanksgiving Day
    )
    return frozenset({*moving, *(date(year, month, on) for month, on in FIXED)})


def is_business_day(on: date) -> bool:
    return on.weekday() < SATURDAY and on not in legal_public_holidays(on.year)


def business_days_after(start: date, days: int) -> date:
    """The day that is `days` business days after `start`, which itself is not counted."""
    on = start
    while days > 0:
        on += timedelta(days=1)
        days -= is_business_day(on)
    return on
