"""Dates in a Chinese sentence, relative to the day it was said.

A day of the month without a month is the next one to come; a month and day without a year is the
one to come unless it lies within the last two months (people also tell what was). Weeks begin on Monday.
"""

from __future__ import annotations

import re
from datetime import date

from shounuo.domain.heard.almanac import safe_date
from shounuo.domain.heard.date_shapes_zh import SCAN, START
from shounuo.domain.heard.days_zh import MAKERS, day_number
from shounuo.domain.heard.items import HeardDate, Qualifier, Span
from shounuo.domain.heard.spans_zh import join_dates

_ABOUT = re.compile(r"\s?(?:左右|上下|前后|附近|那[几两]天)")
_ROUGHLY = re.compile(r"(?:大概|大约|差不多|估计|可能)(?:在|是|要|到)?$")
_BY = re.compile(r"\s?(?:之前|以前|前(?!面|两|几|台|往|天|后)|为止|截止|之内)")
_WITHIN = re.compile(r"\s?(?:以?内|之内)")
_AFTER = re.compile(r"\s?(?:之后|以后|后(?!天|面|台|来))")
_UNTIL = re.compile(r"(?:到|截止|截至|不晚于|不超过|赶在|最迟|最晚)\s?$")


def find(text: str, as_of: date) -> list[HeardDate]:
    """`text` in plain characters. Every date, in order; a stretch of days late is none."""
    found: list[HeardDate] = []
    place = 0
    for start in START.finditer(text):
        match = SCAN.match(text, start.start()) if start.start() >= place else None
        if match is None or _ends_an_amount(match, as_of):
            continue
        follows, place = match.start() == place and bool(found), match.end()
        item = _item(match, as_of)
        # 二十五号发工资: the day was named, its reason is no second date.
        if item is not None and not (follows and match["open"] and found[-1].resolved):
            found.append(item)
    return join_dates(found, text, as_of)


def _ends_an_amount(match: re.Match[str], as_of: date) -> bool:
    """六千九月底前: the digit ends the amount unless it names this month or the next."""
    month = match["mm"] or ""
    if len(month) != 1 or match.string[match.start() - 1 : match.start()] not in ("百", "千", "万"):
        return False
    return day_number(month) not in (as_of.month, as_of.month % 12 + 1)


def _item(match: re.Match[str], as_of: date) -> HeardDate | None:
    kind = match.lastgroup or ""  # the group closed last: the shape's own, around all others
    made = MAKERS[kind](match, as_of)
    if made is None:
        return None
    day, qualifier = made.day, made.qualifier
    end, text = match.end(), match.string
    if qualifier == "on" and kind == "fixed" and day and day < as_of and _BY.match(text[end:]):
        day = safe_date(day.year + 1, day.month, day.day)
    if qualifier == "on" and not (
        kind == "near" and day == as_of and text[match.start() - 1 : match.start()] == "到"
    ):
        qualifier, end = _around(text, match.start(), end)
    return HeardDate(
        Span(match.start(), end, text[match.start() : end]),
        day,
        made.until,
        qualifier,
        made.approximate or qualifier == "around",
        made.confidence,
    )


def _around(text: str, start: int, end: int) -> tuple[Qualifier, int]:
    after = text[end : end + 4]
    if _ABOUT.match(after) or _ROUGHLY.search(text[max(0, start - 4) : start]):
        return "around", end
    for pattern, name in ((_BY, "by"), (_WITHIN, "by"), (_AFTER, "after")):
        found = pattern.match(after)
        if found:
            return ("by" if name == "by" else "after"), end + found.end()
    return ("by", end) if _UNTIL.search(text[max(0, start - 4) : start]) else ("on", end)
