"""Dates in an English sentence, relative to the day it was said; weeks begin on Monday."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from shounuo.domain.heard.dates_zh import coming_day, nearest, shift_month
from shounuo.domain.heard.items import HeardDate, Qualifier, Span
from shounuo.domain.heard.numbers_en import value
from shounuo.domain.spoken_amount.days import MONTHS_EN, WEEKDAYS_EN

_MONTHS = {name.lower(): index for index, name in enumerate(MONTHS_EN, 1)}
_MONTHS |= {name[:3]: index for name, index in list(_MONTHS.items())} | {"sept": 9}
_DAYS = {name.lower(): index for index, name in enumerate(WEEKDAYS_EN)}
_DAYS |= {name[:3]: index for name, index in list(_DAYS.items())} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
_ORDINALS = {
    word: index
    for index, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
} | {
    f"twenty-{word}": 20 + index
    for index, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"], 1
    )
}
_ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
_ORDINAL = "|".join(
    sorted((word.replace("-", "[- ]") for word in _ORDINALS), key=len, reverse=True)
)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_DAYNUM = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})"
_COUNT = r"(?:\d{1,3}|a couple of|a couple|a few|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?P<iy>\d{4})(?P<sep>[-/.])(?P<im>\d{1,2})(?P=sep)(?P<id>\d{1,2})\b"),
    ("slash", r"(?<![\d/.$])(?P<sm>1[0-2]|0?[1-9])/(?P<sd>3[01]|[12]\d|0?[1-9])(?:/(?P<sy>\d{4}|\d{2}))?(?![\d/])"),
    ("dash", r"(?<![\d\-/.$])(?P<dm>0[1-9]|1[0-2])-(?P<dday>0[1-9]|[12]\d|3[01])(?![\d\-])"),
    ("monthday", rf"\b(?P<m>{_MONTH})\.?\s+(?:the\s+)?(?P<d>{_DAYNUM})\b(?:,?\s+(?P<y>20\d\d))?|\b(?:the\s+)?(?P<d2>{_DAYNUM})\s+(?:of\s+)?(?P<m2>{_MONTH})\b(?:,?\s+(?P<y2>20\d\d))?"),
    ("monthend", rf"\b(?:the\s+)?(?P<edge>end|middle|beginning|start|first)\s+of\s+(?P<which>the|this|next)\s+month\b|\b(?P<edge2>end|middle)\s+of\s+(?P<em>{_MONTH})\b|\b(?:the )?last day of (?P<which2>the|this|next) month\b|\b(?P<edge3>mid|early|late)[- ](?P<em2>{_MONTH})\b|\bmonth[- ]end\b|\bend of (?:the )?month\b|\beom\b"),
    ("offset", rf"\b(?P<lead>in|within|after)\s+(?:the next\s+|about\s+)?(?P<n>{_COUNT})\s+(?P<u>business days?|days?|weeks?|months?)\b|\b(?P<n2>{_COUNT})\s+(?P<u2>days?|weeks?|months?)\s+from\s+(?:now|today)\b"),
    ("feast", r"\b(?P<holiday>thanksgiving|christmas(?: eve)?|new year'?s(?: (?:eve|day))?)\b"),
    ("near", r"\b(?:day after tomorrow|tomorrow|today|tonight|this (?:morning|afternoon|evening)|yesterday)\b"),
    ("fromday", rf"\b(?P<fn>a|one|two|three|four|\d) weeks? from (?:this |next )?(?P<fwd>{_WEEKDAY})\b|\b(?P<awd>{_WEEKDAY}) after next\b"),
    ("ofmonth", rf"\bthe (?P<od>\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL}) of (?P<om>the|this|next) month\b"),
    ("weekday", rf"\b(?:(?P<rel>this coming|this|next|last|coming|a week from)\s+)?(?P<wd>{_WEEKDAY})\b(?!\w)"),
    ("weekend", r"\b(?P<wan>the week after next)\b|\b(?P<wk>this|next|last|the)\s+(?P<what>weekend|week)\b|\b(?P<eow>end of (?:the|this|next) week)\b"),
    ("nextmonth", r"\b(?P<nm>next|this) month\b"),
    ("open", r"\b(?:when i get (?:paid|my (?:check|paycheck|wages|refund|money))|(?:on )?(?:my )?(?:next )?pay ?day|pay ?check|when my (?:check|refund|tax refund)\w* comes?(?: in)?|as soon as i can|soon|some ?day|sometime(?! next| this)|in the new year|after the holidays)\b"),
    ("day", rf"\bthe\s+(?P<dd>\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL})\b(?!\s+(?:time|call|one|thing|payment|of|letter|party|person|step|offer|place))"),
)  # fmt: skip
_SCAN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS), re.IGNORECASE)
_LEAD = re.compile(
    r"\b(?P<q>by|before|no later than|until|till|on or before|after)\s+(?:the\s+)?$", re.IGNORECASE
)
Made = tuple[date | None, date | None, Qualifier, bool, float]


def find(text: str, as_of: date) -> list[HeardDate]:
    """Every date in order; figures beside "days late" are none."""
    return [item for match in _SCAN.finditer(text) if (item := _item(match, as_of)) is not None]


def _item(match: re.Match[str], as_of: date) -> HeardDate | None:
    kind = next(name for name, _ in _PATTERNS if match[name] is not None)
    made = _MAKERS[kind](match, as_of)
    if made is None:
        return None
    day, until, qualifier, approximate, confidence = made
    lead = _LEAD.search(match.string[max(0, match.start() - 24) : match.start()])
    if lead and qualifier == "on":
        qualifier = "after" if lead["q"].lower() == "after" else "by"
    return HeardDate(
        Span(match.start(), match.end(), match.group()),
        day,
        until,
        qualifier,
        approximate,
        confidence,
    )


def _on(
    day: date | None,
    confidence: float = 1.0,
    *,
    approximate: bool = False,
    until: date | None = None,
) -> Made | None:
    return None if day is None else (day, until, "on", approximate, confidence)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_number(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else _ORDINALS[text.lower().replace(" ", "-")]


def _month_day(match: re.Match[str], as_of: date) -> Made | None:
    month = _MONTHS[(match["m"] or match["m2"]).lower()]
    day, year = _day_number(match["d"] or match["d2"]), match["y"] or match["y2"]
    return _on(_safe(int(year), month, day) if year else nearest(month, day, as_of))


def _slash(match: re.Match[str], as_of: date) -> Made | None:
    month, day, year = int(match["sm"]), int(match["sd"]), match["sy"]
    if not year:
        return _on(nearest(month, day, as_of), 0.9)
    return _on(_safe(int(year) + (2000 if len(year) == 2 else 0), month, day))


def _month_end(match: re.Match[str], as_of: date) -> Made | None:
    edge = (match["edge"] or match["edge2"] or match["edge3"] or "end").lower()
    year, month = shift_month(
        as_of, 1 if (match["which"] or match["which2"] or "").lower() == "next" else 0
    )
    named = match["em"] or match["em2"]
    if named:
        month = _MONTHS[named.lower()]
        year += month < as_of.month
    if edge == "end":
        return _on(date(year, month, monthrange(year, month)[1]))
    first, last = {"middle": (11, 20), "mid": (11, 20), "late": (21, 28)}.get(edge, (1, 10))
    if date(year, month, last) < as_of:
        year, month = shift_month(as_of, 1)
    return _on(date(year, month, first), 0.6, approximate=True, until=date(year, month, last))


def _offset(match: re.Match[str], as_of: date) -> Made | None:
    said, unit = (match["n"] or match["n2"]).lower(), (match["u"] or match["u2"]).lower()
    if said == "a few":
        return None, None, "on", True, 0.3
    couple = said.startswith("a couple")
    count = (
        2
        if couple
        else 1
        if said in ("a", "an")
        else int(said)
        if said.isdigit()
        else int(value(said) or 0)
    )
    day = _plus(as_of, count, unit)
    qualifier: Qualifier = {"within": "within", "after": "after"}.get(
        (match["lead"] or "").lower(), "on"
    )  # type: ignore[assignment]
    loose = couple or unit.startswith("business")
    return day, None, qualifier, loose, 0.6 if loose else 1.0


def _plus(as_of: date, count: int, unit: str) -> date:
    if unit.startswith("month"):
        year, month = shift_month(as_of, count)
        return date(year, month, min(as_of.day, monthrange(year, month)[1]))
    if unit.startswith("business"):
        day = as_of
        while count:
            day += timedelta(days=1)
            count -= day.weekday() < 5
        return day
    return as_of + timedelta(days=count * (7 if unit.startswith("week") else 1))


def _near(match: re.Match[str], as_of: date) -> Made | None:
    said = match.group().lower()
    return _on(
        as_of
        + timedelta(days={"day after tomorrow": 2, "tomorrow": 1, "yesterday": -1}.get(said, 0))
    )


def _weekday(match: re.Match[str], as_of: date) -> Made | None:
    said, relation = match["wd"].lower(), (match["rel"] or "").lower()
    if (
        len(said) < 5
        and not relation
        and said in ("sat", "sun", "wed", "mon", "fri")
        and match["wd"].islower()
    ):
        return None
    weekday, monday = _DAYS[said], as_of - timedelta(days=as_of.weekday())
    coming = as_of + timedelta(days=(weekday - as_of.weekday()) % 7)
    if relation == "next":
        return _on(monday + timedelta(days=7 + weekday), 0.8)
    if relation == "last":
        return _on(monday + timedelta(days=weekday - 7), 0.8)
    # "coming" said on the day itself means the one after it.
    later = relation.startswith("a week") or ("coming" in relation and coming == as_of)
    return _on(coming + timedelta(days=7 if later else 0), 0.9)


def _from_day(match: re.Match[str], as_of: date) -> Made | None:
    """two weeks from Friday; Friday after next is the one a week after the coming one."""
    said = (match["fwd"] or match["awd"]).lower()
    coming = as_of + timedelta(days=(_DAYS[said] - as_of.weekday()) % 7)
    count = (match["fn"] or "one").lower()
    weeks = 1 if count == "a" else int(count) if count.isdigit() else int(value(count) or 0)
    return _on(coming + timedelta(weeks=weeks), 0.8)


def _of_month(match: re.Match[str], as_of: date) -> Made | None:
    year, month = shift_month(as_of, 1 if match["om"].lower() == "next" else 0)
    return _on(_safe(year, month, _day_number(match["od"])))


def _weekend(match: re.Match[str], as_of: date) -> Made | None:
    monday = as_of - timedelta(days=as_of.weekday())
    if match["eow"]:
        return _on(monday + timedelta(days=4 + (7 if "next" in match["eow"].lower() else 0)), 0.7)
    if match["wan"]:
        return _on(
            monday + timedelta(days=14), 0.5, approximate=True, until=monday + timedelta(days=20)
        )
    if match["wk"].lower() == "next":
        monday += timedelta(days=7)
    elif match["wk"].lower() == "last":
        monday -= timedelta(days=7)
    if match["what"].lower() == "weekend":
        return _on(
            monday + timedelta(days=5), 0.8, approximate=True, until=monday + timedelta(days=6)
        )
    return (
        None
        if match["wk"].lower() == "the"
        else _on(monday, 0.5, approximate=True, until=monday + timedelta(days=6))
    )


def _next_month(match: re.Match[str], as_of: date) -> Made | None:
    year, month = shift_month(as_of, 1 if match["nm"].lower() == "next" else 0)
    return _on(
        date(year, month, 1),
        0.5,
        approximate=True,
        until=date(year, month, monthrange(year, month)[1]),
    )


def _feast(match: re.Match[str], as_of: date) -> Made | None:
    """Fixed days, and Thanksgiving: the fourth Thursday of November (5 USC 6103)."""
    said = match["holiday"].lower()
    if said == "thanksgiving":
        years = (as_of.year, as_of.year + 1)
        days = [date(y, 11, 22 + (3 - date(y, 11, 22).weekday()) % 7) for y in years]
        return _on(next(day for day in days if day >= as_of), 0.9)
    month, day = (12, 24 if "eve" in said else 25) if "christmas" in said else (1, 1)
    if "new year" in said and "eve" in said:
        month, day = 12, 31
    return _on(nearest(month, day, as_of), 0.8)


_MAKERS: dict[str, Callable[[re.Match[str], date], Made | None]] = {
    "iso": lambda m, a: _on(_safe(int(m["iy"]), int(m["im"]), int(m["id"]))),
    "dash": lambda m, a: _on(nearest(int(m["dm"]), int(m["dday"]), a), 0.8),
    "slash": _slash,
    "monthday": _month_day,
    "monthend": _month_end,
    "offset": _offset,
    "feast": _feast,
    "near": _near,
    "fromday": _from_day,
    "ofmonth": _of_month,
    "weekday": _weekday,
    "weekend": _weekend,
    "nextmonth": _next_month,
    "open": lambda m, a: (None, None, "on", True, 0.3),
    "day": lambda m, a: _on(coming_day(_day_number(m["dd"]), a), 0.8),
}
