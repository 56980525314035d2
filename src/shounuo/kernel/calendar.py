"""Business days. A calendar is weekends, holidays, and days worked in their stead (调休).

A year that a country has not published is never guessed: weekends alone decide, and `warnings_for` says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from shounuo.kernel.text import Text

SATURDAY = 5
ONE_DAY = timedelta(days=1)

_UNPUBLISHED = Text(
    "{calendar} 日历没有 {year} 年的节假日安排：该年只按周末计算工作日。公布后请加入当年的日历文件。",
    "The {calendar} calendar has no holidays for {year}: that year counts weekends only. "
    "Add the year's file once it is published.",
)
_WEEKENDS_ONLY = Text(
    "{calendar} 日历只有周末，不含节假日。",
    "The {calendar} calendar knows weekends only, no holidays.",
)


@dataclass(frozen=True, slots=True)
class Year:
    """One year's published arrangement; `holidays` are days off, `working` are worked weekends."""

    year: int
    holidays: frozenset[date]
    working: frozenset[date] = frozenset()
    source: str = ""


@dataclass(frozen=True)
class Calendar:
    """A country's calendar: published `years`, or a `rule` that computes any year."""

    name: str
    years: Mapping[int, Year] = field(default_factory=dict)
    rule: Callable[[int], frozenset[date]] | None = None

    def is_published(self, year: int) -> bool:
        """Whether the year's holidays are known rather than fallen back to weekends."""
        return year in self.years or self.rule is not None

    def year(self, year: int) -> Year:
        """The arrangement of a year; without one, an empty one."""
        if year in self.years:
            return self.years[year]
        return Year(year, self.rule(year) if self.rule else frozenset())

    def is_business_day(self, day: date) -> bool:
        """True when banks and desks work that day."""
        year = self.year(day.year)
        if day in year.working:
            return True
        return day.weekday() < SATURDAY and day not in year.holidays

    def next_business_day(self, day: date) -> date:
        """`day` itself when it is a business day, else the first one after it."""
        while not self.is_business_day(day):
            day += ONE_DAY
        return day

    def add_business_days(self, day: date, count: int) -> date:
        """`count` business days after `day` (before it when negative); 0 gives `day` unchanged."""
        step = ONE_DAY if count >= 0 else -ONE_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_business_day(day):
                day += step
        return day

    def business_days_between(self, start: date, end: date) -> int:
        """Business days after `start` up to and including `end`; 0 when `end` is not later."""
        days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
        return sum(self.is_business_day(day) for day in days)

    def warnings_for(self, year: int) -> list[Text]:
        """What a reader must be told before trusting this calendar in `year`; empty when it is whole."""
        if self.is_published(year):
            return []
        missing = _UNPUBLISHED if self.years else _WEEKENDS_ONLY
        return [missing.format(calendar=self.name, year=year)]
