"""Days reckoned from the day something was said: the next of a number, a month on, so many working days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from shounuo.domain.heard.items import Qualifier


@dataclass(frozen=True, slots=True)
class Made:
    """What the words of a date alone make of it; what stands around them may still change it (`HeardDate`)."""

    day: date | None
    until: date | None = None
    qualifier: Qualifier = "on"
    approximate: bool = False
    confidence: float = 1.0


# A day that the words leave open: 过几天, 发工资那天, in a few days.
OPEN = Made(None, approximate=True, confidence=0.3)


def on(
    day: date | None,
    confidence: float = 1.0,
    *,
    approximate: bool = False,
    until: date | None = None,
) -> Made | None:
    """That day, with a `confidence` from 0 to 1; None when there is no such day."""
    if day is None:
        return None
    return Made(day, until, approximate=approximate, confidence=confidence)


def safe_date(year: int, month: int, day: int) -> date | None:
    """None for a day the month has not."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(month: int, day: int, as_of: date) -> date | None:
    """The coming month and day, or the last one when it lies within 62 days behind."""
    this = [safe_date(as_of.year + shift, month, day) for shift in (-1, 0, 1, 2)]
    past = [item for item in this if item and 0 < (as_of - item).days <= 62]
    coming = [item for item in this if item and item >= as_of]
    if past and (not coming or (coming[0] - as_of).days > 62):
        return past[-1]
    return coming[0] if coming else None


def shift_month(as_of: date, months: int) -> tuple[int, int]:
    """(year, month) so many months from `as_of`."""
    index = as_of.year * 12 + as_of.month - 1 + months
    return index // 12, index % 12 + 1


def coming_day(day: int, as_of: date) -> date | None:
    """The next date with this day of the month, today included; a month without it is passed over."""
    for months in range(3):
        found = safe_date(*shift_month(as_of, months), day)
        if found and found >= as_of:
            return found
    return None


def month_on(as_of: date, months: int) -> date:
    """The same day so many months on, the last of a shorter month."""
    year, month = shift_month(as_of, months)
    return date(year, month, min(as_of.day, monthrange(year, month)[1]))


def last_of_month(year: int, month: int) -> date:
    """The last day of the month, in leap years too."""
    return date(year, month, monthrange(year, month)[1])


def next_month(as_of: date, months: int) -> Made | None:
    """Some day of the month so many on: only near."""
    year, month = shift_month(as_of, months)
    return on(date(year, month, 1), 0.5, approximate=True, until=last_of_month(year, month))


def working_days_on(as_of: date, count: int) -> date:
    """So many days on that are neither Saturday nor Sunday."""
    day = as_of
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def monday_of(as_of: date, weeks: int = 0) -> date:
    """The Monday of the week so many weeks on."""
    return as_of - timedelta(days=as_of.weekday()) + timedelta(weeks=weeks)
