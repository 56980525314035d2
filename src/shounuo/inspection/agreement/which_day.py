"""Which of the days named is the one to pay on: a date before its weekday, an exact one before a stretch, the last of several."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from shounuo.domain.heard import HeardDate
from shounuo.kernel.patterns import quick_pattern

_MONTH_EN = quick_pattern(
    r"(?i:january|february|march|april|may|june|july|august|september|october|november|december)|the (?:\w+[ -])?\w+(?:st|nd|rd|th)\b"
)
_DATE = re.compile(r"[号日月]|\d")
# A day farther off was the last one of its name: 七月十八 said in October.
FARTHEST = timedelta(days=150)
_TO_FRIDAY = timedelta(days=2)


def last_of(stretch: HeardDate, *, english: bool) -> HeardDate:
    """A stretch named for a day (next week): its last day, of an English week its Friday."""
    day = stretch.until
    if day and stretch.day and english and day - stretch.day == timedelta(days=6):
        day -= _TO_FRIDAY
    return replace(stretch, day=day, approximate=True)


_NEXT_TO = quick_pattern(r"[\s,，(（]*(?:the |是|的|就是)?")


def without_echoes(text: str, days: list[HeardDate]) -> list[HeardDate]:
    """Friday, November sixth and 十一号星期三 name one day: the weekday beside a date is not a second day."""
    echoes: list[HeardDate] = []
    for one, other in pairwise(days):
        if _NEXT_TO.fullmatch(text[one.span.end : other.span.start]):
            echoes.append(one if _dated(other) and not _dated(one) else other)
    return [d for d in days if d not in echoes or all(e in echoes for e in days)]


def _dated(day: HeardDate) -> bool:
    return bool(_DATE.search(day.span.text) or _MONTH_EN.search(day.span.text))


def latest(text: str, days: list[HeardDate]) -> HeardDate | None:
    """A named day beats today said in passing (今天十月二十二号 names one day twice)."""
    if not days:
        return None
    exact = [d for d in days if not d.approximate] or days
    named = [d for d in exact if not d.span.text.startswith(("到今天", "截至今天"))]
    # 十一月二十三号礼拜一: the weekday only repeats the date before it.
    dated = [d for d in named if _DATE.search(d.span.text)] or named
    full = [d for d in dated if _MONTH_EN.search(d.span.text)] or dated
    return full[-1] if full else None
