"""From here to there: 三千到五千, 2000-3000元, 三到五千; 二十号到二十五号, 下周一到周三, 15到20号.

Two items with nothing but a joining word between them are one stretch. What runs downwards is none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from shounuo.domain.heard import numerals
from shounuo.domain.heard.items import HeardAmount, HeardDate, Span
from shounuo.kernel.money import EXPONENT

_JOIN = r"\s?(?:到|至|[-~—–]{1,2})\s?"
_JOINED = re.compile(_JOIN)
_JOINS = tuple("到至-~—–")  # with what a joining word ends
# The first end may leave its unit to the second; a weekday, a month, an ordinal or a longer number is none.
_FROM = re.compile(
    rf"(?<![周期拜第月号初零一二两三四五六七八九十百千万几点\d.,/-])(?P<from>{numerals.NUMBER})(?P<scale>[wWkK])?(?:块钱?|元)?{_JOIN}$"
)
_LAST_UNIT = re.compile("([十百千万亿])[^十百千万亿]*$")
_DAY_FROM = re.compile(
    rf"(?<![零一二三四五六七八九十百千万第\d.])(?P<day>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|3[01]|[12]?\d){_JOIN}$"
)
_WEEK = timedelta(weeks=1)


def join_amounts(
    found: list[HeardAmount], text: str, taken: list[tuple[int, int]]
) -> list[HeardAmount]:
    """`found` in order. An amount joined to the one before it, or to a bare number before it, is a range."""
    out: list[HeardAmount] = []
    for item in found:
        before = out[-1] if out else None
        if before is not None and _JOINED.fullmatch(text[before.span.end : item.span.start]):
            whole = _range(before.span.start, before.minor, item, text)
            if whole is not None and before.currency == item.currency:
                out[-1] = whole
                continue
        out.append(_with_bare_start(item, text, taken, out[-1].span.end if out else 0))
    return out


def _with_bare_start(
    item: HeardAmount, text: str, taken: list[tuple[int, int]], free_from: int
) -> HeardAmount:
    start = _before(_FROM, text[: item.span.start])
    if start is None or start.start() < free_from:
        return item
    if any(begin < start.end() and start.start() < end for begin, end in taken):
        return item
    said = numerals.read(start["from"])
    if said.approximate:
        return item
    low = said.low * {"w": 10**4, "k": 1000}.get((start["scale"] or "").lower(), 1)
    shared = _LAST_UNIT.search(re.sub("[块元].*$", "", item.span.text))
    if low < 10 and shared and not start["scale"]:
        low *= numerals.UNIT[shared[1]]
    minor = low * 10 ** EXPONENT.get(item.currency, 2)
    return _range(start.start(), minor, item, text) or item


def _before(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Where `text` ends with the beginning of a range. Few do, and a joining word at its end is quickly looked for."""
    return pattern.search(text) if text.rstrip()[-1:] in _JOINS else None


def _range(start: int, low: int | Fraction, high: HeardAmount, text: str) -> HeardAmount | None:
    if not low < high.high_minor or Fraction(low).denominator != 1:
        return None
    span = Span(start, high.span.end, text[start : high.span.end])
    return replace(high, span=span, minor=int(low), approximate=True)


def join_dates(found: list[HeardDate], text: str, coming: date) -> list[HeardDate]:
    """`found` in order; `coming` the day it was said. A day joined to the one before it ends a stretch."""
    out: list[HeardDate] = []
    for item in found:
        first = out[-1] if out else None
        if first is not None and _JOINED.fullmatch(text[first.span.end : item.span.start]):
            whole = _stretch(first, item, text)
            if whole is not None:
                out[-1] = whole
                continue
        out.append(_with_bare_day(item, text, coming) or item)
    return out


def _stretch(first: HeardDate, last: HeardDate, text: str) -> HeardDate | None:
    if first.day is None or last.day is None or first.until or first.qualifier != "on":
        return None
    end = last.until or last.day
    if end < first.day:
        moved = _in_month_of(first.day, end.day) if "号" in last.span.text else end + _WEEK
        end = moved if moved is not None and moved >= first.day else first.day
    if end == first.day:
        return None
    span = Span(first.span.start, last.span.end, text[first.span.start : last.span.end])
    return replace(first, span=span, until=end, approximate=True)


def _with_bare_day(item: HeardDate, text: str, coming: date) -> HeardDate | None:
    """15到20号: the first day leaves its 号 to the second."""
    start = _before(_DAY_FROM, text[: item.span.start])
    if start is None or item.day is None or item.until or "号" not in item.span.text:
        return None
    day = int(numerals.read(start["day"]).low)
    first = _in_month_of(item.day, day)
    if first is None or not first < item.day or item.day < coming:
        return None
    span = Span(start.start(), item.span.end, text[start.start() : item.span.end])
    return replace(item, span=span, day=first, until=item.day, qualifier="on", approximate=True)


def _in_month_of(month: date, day: int) -> date | None:
    last = monthrange(month.year, month.month)[1]
    return month.replace(day=day) if 1 <= day <= last else None
