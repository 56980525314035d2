"""How far the payment files reach, and which file is awaited.

A file declares the last day of transactions that it contains (`covers_through`), payments or none:
an empty file covers. Several sources may be expected; the slowest one decides. A lender that sends no
payment file at all is covered as far as its balance snapshots reach (`balance_fall`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class BusinessDays(Protocol):
    """The part of a business calendar that settlement needs."""

    @property
    def name(self) -> str: ...

    def is_business_day(self, day: date) -> bool: ...


class EveryDay:
    """A calendar without holidays."""

    name = "every-day"

    def is_business_day(self, day: date) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Coverage:
    """One delivery of one source: every transaction up to and including that civil day is in."""

    source: str
    covers_through: date
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class FileTimetable:
    """When a source's file for a day normally arrives: so many business days later, at a local time."""

    source: str
    business_days_after: int = 1
    arrives_at: time = time(9, 0)


@dataclass(frozen=True, slots=True)
class AwaitedFile:
    """The delivery still missing: which source, up to which day, and when it should be here."""

    source: str
    covers: date
    expected_at: datetime

    def is_overdue(self, as_of: datetime) -> bool:
        return as_of > self.expected_at


def reach_by_source(coverage: Sequence[Coverage]) -> dict[str, date]:
    """The furthest day that each source has declared."""
    reach: dict[str, date] = {}
    for row in coverage:
        reach[row.source] = max(row.covers_through, reach.get(row.source, row.covers_through))
    return reach


def awaited_file(
    timetable: FileTimetable, day: date, calendar: BusinessDays, zone: ZoneInfo
) -> AwaitedFile:
    """The file that will cover `day`: over a holiday it comes on the first business days after it."""
    delivery, left = day, timetable.business_days_after
    while left > 0:
        delivery += timedelta(days=1)
        left -= calendar.is_business_day(delivery)
    return AwaitedFile(
        timetable.source, day, datetime.combine(delivery, timetable.arrives_at, zone)
    )
