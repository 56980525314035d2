"""A year of a calendar as text (YAML) -> `Year`; and the calendars that ship with the product.

The only reading of files is `calendar(name)`, of this package's own data, once for each name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from shounuo.kernel.calendar import Calendar, Year
from shounuo.kernel.us_holidays import federal_holidays


class CalendarFileError(ValueError):
    """A calendar file that contradicts itself; the message names the year and the entry."""


def parse_year(text: str) -> Year:
    """Reads `year`, `source`, `holidays` (name, from, to inclusive) and `working` (dates)."""
    data: Mapping[str, Any] = yaml.safe_load(text)
    year = int(data["year"])
    holidays = frozenset(day for item in data["holidays"] for day in _span(item))
    working = frozenset(data.get("working") or ())
    _check(year, holidays, working)
    return Year(year, holidays, working, str(data["source"]))


def _span(item: Mapping[str, Any]) -> Iterator[date]:
    first, last = item["from"], item["to"]
    if last < first:
        raise CalendarFileError(f"{item['name']}: ends {last} before it begins {first}")
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _check(year: int, holidays: frozenset[date], working: frozenset[date]) -> None:
    if both := sorted(holidays & working):
        raise CalendarFileError(f"{year}: {both[0]} is both off and worked")
    if stray := sorted(day for day in holidays | working if day.year != year):
        raise CalendarFileError(f"{year}: {stray[0]} is not in this year")
    if needless := sorted(day for day in working if day.weekday() < 5):
        raise CalendarFileError(f"{year}: {needless[0]} is a weekday, worked anyway")


@cache
def calendar(name: str) -> Calendar:
    """`cn` (State Council notices, yearly), `us` (federal, by rule); any other name: weekends only."""
    if name == "us":
        return Calendar(name, rule=federal_holidays)
    return Calendar(name, {year.year: year for year in _shipped(name)})


def _shipped(name: str) -> Iterator[Year]:
    folder = files("shounuo.kernel").joinpath("calendars", name)
    if folder.is_dir():
        for entry in folder.iterdir():
            if entry.name.endswith(".yaml"):
                yield parse_year(entry.read_text("utf-8"))
