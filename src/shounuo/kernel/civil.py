"""Civil days: as banks write them, at a place, and counted.

Decided here: a year comes in four digits, or in the Republic's count (民國) when the mapping says so; day and
month are never guessed apart, the mapping gives their order; a spreadsheet serial is read only where the
mapping expects one, with the 29 February 1900 that never was refused.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

ROC_OFFSET = 1911  # 民國 1 is 1912
LAST_SERIAL = 2_958_465  # 9999-12-31


@dataclass(frozen=True, slots=True)
class DateFormat:
    """How one column writes dates. `excel`: the spreadsheet's epoch when it sends serial numbers."""

    order: Literal["ymd", "dmy", "mdy"] = "ymd"
    era: Literal["ce", "roc"] = "ce"
    excel: Literal["", "1900", "1904"] = ""


def parse_day(text: str, how: DateFormat | None = None, record: str = "") -> date | Problem:
    """The civil day written, or the problem. A clock time after the date is left aside."""
    body = _plain(text)
    if not body:
        return _problem("empty", text, record)
    if re.search(r"\d(z|[+-]\d{2}:?\d{2})$", body, re.IGNORECASE) and ":" in body:
        return _problem("has_zone", text, record)
    day = _day(_split(body)[0], how or DateFormat())
    return day if isinstance(day, date) else _problem(day, text, record)


def parse_moment(
    text: str, zone: ZoneInfo, how: DateFormat | None = None, record: str = ""
) -> datetime | date | Problem:
    """A moment at `zone`, or the day alone when no clock time is written, or the problem.

    Midnight sharp written by a spreadsheet beside a date is a day without a clock time.
    """
    body, form = _plain(text), how or DateFormat()
    if not body:
        return _problem("empty", text, record)
    if re.match(r"\d{4}-\d{2}-\d{2}[ t]", body, re.IGNORECASE) and form.era == "ce":
        moment = _iso(body, zone)
        if moment is None:
            return _problem("not_a_date", text, record)
        return moment if moment.time() != time() or moment.utcoffset() is None else moment.date()
    day_text, clock_text = _split(body)
    day = _day(day_text, form)
    if not isinstance(day, date):
        return _problem(day, text, record)
    clock = _clock(clock_text, day_text, form)
    if clock is None:
        return _problem("not_a_time", text, record)
    return datetime.combine(day, clock, zone) if clock != time() else day


def zone_or(name: str, default: str) -> ZoneInfo:
    """The zone of that name; the default's where a file wrote none, or one that does not exist."""
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return ZoneInfo(default)


def civil_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day it is at that place."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return moment.astimezone(zone).date()


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a day at that place."""
    return datetime.combine(day, time(), zone)


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first moment after a day at that place: an exclusive end."""
    return start_of_day(day + timedelta(days=1), zone)


def add_days(day: date, count: int) -> date:
    """Calendar days later; no weekend or holiday is skipped."""
    return day + timedelta(days=count)


def month_end(day: date, months_back: int) -> date:
    """The last day of the month so many months before the month of `day`; 0 for its own."""
    months = day.year * 12 + day.month - months_back  # the month after, counted from 0
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


def days_between(first: date, last: date) -> int:
    """Calendar days from one day to another; 0 for the same day."""
    return (last - first).days


def _plain(text: str) -> str:
    body = unicodedata.normalize("NFKC", text).strip().strip("'").strip()
    body = re.sub(r"^(民国|民國)\s*", "", body)
    body = re.sub(r"\s*[年月]\s*", "-", body)
    return re.sub(r"\s*日\s*", " ", body).strip()


def _split(body: str) -> tuple[str, str]:
    """The date and the clock part."""
    found = re.match(r"^(\S+?)(?:[ tT]+(\d{1,2}:.*))?$", body)
    return (found[1], found[2] or "") if found else (body, "")


def _day(body: str, how: DateFormat) -> date | str:
    """The day, or the name of the fault."""
    if how.excel and re.fullmatch(r"\d{1,7}(\.\d+)?", body):
        return _serial(int(body.partition(".")[0]), how.excel)
    fields = _fields(body, how)
    if fields is None:
        return "not_a_date"
    year, month, day = fields
    try:
        return date(year + (ROC_OFFSET if how.era == "roc" and year < 1000 else 0), month, day)
    except ValueError:
        return "no_such_day"


def _fields(body: str, how: DateFormat) -> tuple[int, int, int] | None:
    year_digits = r"\d{1,4}" if how.era == "roc" else r"\d{4}"
    compact = r"(\d{4}|\d{2,3})(\d{2})(\d{2})" if how.era == "roc" else r"(\d{4})(\d{2})(\d{2})"
    first = re.fullmatch(rf"({year_digits})[-/.](\d{{1,2}})[-/.](\d{{1,2}})", body)
    iso = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", body)
    if whole := (iso or re.fullmatch(compact, body) or (first if how.order == "ymd" else None)):
        return int(whole[1]), int(whole[2]), int(whole[3])
    last = re.fullmatch(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.]({year_digits})", body)
    if last is None or how.order == "ymd":
        return None
    one, two, year = int(last[1]), int(last[2]), int(last[3])
    return (year, two, one) if how.order == "dmy" else (year, one, two)


def _serial(number: int, epoch: str) -> date | str:
    """Spreadsheets count 1900-02-29 as day 60; it never was, and later days are one too many."""
    if number > LAST_SERIAL:
        return "not_a_date"
    if epoch == "1904":
        return date(1904, 1, 1) + timedelta(days=min(number, LAST_SERIAL - 1462))
    if number in (0, 60):
        return "no_such_day"
    return date(1899, 12, 30 if number > 60 else 31) + timedelta(days=number)


def _clock(text: str, day_text: str, how: DateFormat) -> time | None:
    if not text:
        fraction = day_text.partition(".")[2] if how.excel and day_text.count(".") == 1 else ""
        seconds = round(int(fraction) * 86_400 / 10 ** len(fraction)) if fraction else 0
        return (datetime(2000, 1, 1) + timedelta(seconds=min(seconds, 86_399))).time()  # noqa: DTZ001
    found = re.fullmatch(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?", text)
    try:
        return time(int(found[1]), int(found[2]), int(found[3] or 0)) if found else None
    except ValueError:
        return None


def _iso(body: str, zone: ZoneInfo) -> datetime | None:
    two_figures = re.sub(r"[ tT]+(\d):", r"T0\1:", body, count=1)  # a spreadsheet's 9:05
    try:
        moment = datetime.fromisoformat(two_figures.upper().replace(" ", "T", 1).replace(" ", ""))
    except ValueError:
        return None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment


def _problem(fault: str, text: str, record: str) -> Problem:
    what = _FAULTS[fault].format(value=text.strip()[:40])
    then = Text(
        "看原文件这一格；格式不同就改映射",
        "Look at this cell in the file; if the format differs, change the mapping",
    )
    return Problem(f"date_{fault}", what, record, "kernel.civil", then)


_FAULTS = {
    "empty": Text("日期为空", "The date is empty"),
    "not_a_date": Text(
        "“{value}”不是映射里写的日期格式", '"{value}" is not a date in the format of the mapping'
    ),
    "no_such_day": Text("没有“{value}”这一天", 'There is no day "{value}"'),
    "has_zone": Text(
        "“{value}”带时区，要按时刻读", '"{value}" has a time zone: map it as a moment'
    ),
    "not_a_time": Text("“{value}”的时间读不懂", 'The clock time in "{value}" cannot be read'),
}
