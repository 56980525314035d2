"""Which week a bare weekday means: the one of which a date on that weekday was named before (二十六号礼拜一, later 那就礼拜一)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from shounuo.domain.heard import HeardDate
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

_BARE = quick_pattern(
    r"(?i:(?:周|星期|礼拜)[一二三四五六日天]|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_DATED = quick_pattern(
    r"[\d号日月]|(?i:\bthe \w|\b(?:jan|feb|mar|apr|may|june|july|aug|sept|oct|nov|dec))"
)
_REACH = 6  # turns: what was named longer ago is no longer spoken of
_AHEAD = timedelta(weeks=2)  # farther off none is called by its bare weekday


def as_named_before(reading: Reading, turn: TurnReading, day: HeardDate) -> HeardDate:
    """The weekday's date as last named, where that lies ahead; any other day as it was heard."""
    today = reading.call.as_of.date()
    if day.day is None or not _BARE.fullmatch(day.span.text):
        return day
    for before in reversed(reading.turns[max(0, turn.at - _REACH) : turn.at]):
        for named in reversed(reading.heard(before).dates):
            soon = named.day is not None and today < named.day <= today + _AHEAD
            if named.day and soon and named.day.weekday() == day.day.weekday() and _is_date(named):
                return replace(day, day=named.day)
    return day


def _is_date(named: HeardDate) -> bool:
    """No weekday itself, no stretch, and no feast: done for Christmas says nothing of Friday."""
    return not (named.approximate or named.until) and bool(_DATED.search(named.span.text))
