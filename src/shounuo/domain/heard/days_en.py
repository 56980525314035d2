"""The day that an English date means, one maker for each shape of `date_shapes_en`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from shounuo.domain.heard.almanac import (
    OPEN,
    Made,
    coming_day,
    last_of_month,
    monday_of,
    month_on,
    nearest,
    next_month,
    on,
    safe_date,
    shift_month,
    working_days_on,
)
from shounuo.domain.heard.date_shapes_en import DAYS, MONTHS, ORDINALS
from shounuo.domain.heard.feasts_en import by_feast, feast
from shounuo.domain.heard.items import Qualifier
from shounuo.domain.heard.numbers_en import value

_ON = re.compile(r"\b(?:on|by) $", re.IGNORECASE)
_LEADS: dict[str, Qualifier] = {"within": "within", "after": "after"}


def _day_number(text: str) -> int:
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    return ORDINALS.get(text.lower().replace(" ", "-")) or int(value(text) or 0)


def _month_day(match: re.Match[str], as_of: date) -> Made | None:
    month = MONTHS[(match["m"] or match["m2"] or match["m3"] or match["m4"]).lower()]
    day = _day_number(match["d"] or match["d2"] or match["d3"] or match["d4"])
    year = match["y"] or match["y2"]
    return on(safe_date(int(year), month, day) if year else nearest(month, day, as_of))


def _slash(match: re.Match[str], as_of: date) -> Made | None:
    month, day, year = int(match["sm"]), int(match["sd"]), match["sy"]
    if not year:
        return on(nearest(month, day, as_of), 0.9)
    return on(safe_date(int(year) + (2000 if len(year) == 2 else 0), month, day))


def _month_end(match: re.Match[str], as_of: date) -> Made | None:
    edge = (match["edge"] or match["edge2"] or match["edge3"] or "end").lower()
    year, month = shift_month(
        as_of, 1 if (match["which"] or match["which2"] or "").lower() == "next" else 0
    )
    named = match["em"] or match["em2"]
    if named:
        month = MONTHS[named.lower()]
        year += month < as_of.month
    if edge == "end":
        return on(last_of_month(year, month))
    first, last = {"middle": (11, 20), "mid": (11, 20), "late": (21, 28)}.get(edge, (1, 10))
    if date(year, month, last) < as_of:
        year, month = shift_month(as_of, 1)
    return on(date(year, month, first), 0.6, approximate=True, until=date(year, month, last))


def _offset(match: re.Match[str], as_of: date) -> Made | None:
    if match["hours"]:
        day = as_of + timedelta(days=_count(match["hours"]) // 24)
        return Made(day, qualifier="within", confidence=0.9)
    said, unit = (match["n"] or match["n2"]).lower(), (match["u"] or match["u2"]).lower()
    if said == "a few":
        return OPEN
    couple = said.startswith("a couple")
    day = _plus(as_of, 2 if couple else _count(said), unit)
    qualifier = _LEADS.get((match["lead"] or "").lower(), "on")
    loose = couple or unit.startswith("business")
    return Made(day, qualifier=qualifier, approximate=loose, confidence=0.6 if loose else 1.0)


def _count(said: str) -> int:
    """So many hours, days, weeks or months, in figures or words; `a` and `an` are one."""
    said = said.lower()
    if said in ("a", "an"):
        return 1
    return int(said) if said.isdigit() else int(value(said) or 0)


def _plus(as_of: date, count: int, unit: str) -> date:
    if unit.startswith("month"):
        return month_on(as_of, count)
    if unit.startswith("business"):
        return working_days_on(as_of, count)
    return as_of + timedelta(days=count * (7 if unit.startswith("week") else 1))


def _near(match: re.Match[str], as_of: date) -> Made | None:
    said = match.group().lower()
    return on(
        as_of
        + timedelta(days={"day after tomorrow": 2, "tomorrow": 1, "yesterday": -1}.get(said, 0))
    )


def _weekday(match: re.Match[str], as_of: date) -> Made | None:
    said, relation = match["wd"].lower(), (match["rel"] or "").lower()
    if (
        len(said) < 5
        and not relation
        and not _ON.search(match.string[: match.start()])
        and said in ("sat", "sun", "wed", "mon", "fri")
        and match["wd"].islower()
    ):
        return None
    weekday, monday = DAYS[said], monday_of(as_of)
    coming = as_of + timedelta(days=(weekday - as_of.weekday()) % 7)
    if relation == "next":
        return on(monday + timedelta(days=7 + weekday), 0.8)
    if relation == "last":
        return on(monday + timedelta(days=weekday - 7), 0.8)
    # "coming" said on the day itself means the one after it.
    later = relation.startswith("a week") or ("coming" in relation and coming == as_of)
    return on(coming + timedelta(days=7 if later else 0), 0.9)


def _from_day(match: re.Match[str], as_of: date) -> Made | None:
    """two weeks from Friday; Friday after next is the one a week after the coming one."""
    said = (match["fwd"] or match["awd"]).lower()
    ahead = 1 if said == "tomorrow" else (DAYS[said] - as_of.weekday()) % 7
    return on(as_of + timedelta(days=ahead, weeks=_count(match["fn"] or "one")), 0.8)


def _of_month(match: re.Match[str], as_of: date) -> Made | None:
    """The first of the month is the one to come."""
    day = _day_number(match["od"])
    if match["om"].lower() == "the":
        return on(coming_day(day, as_of))
    year, month = shift_month(as_of, 1 if match["om"].lower() == "next" else 0)
    return on(safe_date(year, month, day))


def _of_week(match: re.Match[str], as_of: date) -> Made | None:
    """Thursday next week, next week on Thursday."""
    week = monday_of(as_of, 1 if (match["nw"] or match["nw2"]).lower() == "next" else 0)
    return on(week + timedelta(days=DAYS[(match["nwd"] or match["nwd2"]).lower()]))


def _weekend(match: re.Match[str], as_of: date) -> Made | None:
    monday = monday_of(as_of)
    if match["eow"]:
        return on(monday + timedelta(days=4 + (7 if "next" in match["eow"].lower() else 0)), 0.7)
    if match["wan"]:
        return on(
            monday + timedelta(days=14), 0.5, approximate=True, until=monday + timedelta(days=20)
        )
    if match["wk"].lower() == "next":
        monday += timedelta(days=7)
    elif match["wk"].lower() == "last":
        monday -= timedelta(days=7)
    if match["what"].lower() == "weekend":
        return on(
            monday + timedelta(days=5), 0.8, approximate=True, until=monday + timedelta(days=6)
        )
    return (
        None
        if match["wk"].lower() == "the"
        else on(monday, 0.5, approximate=True, until=monday + timedelta(days=6))
    )


MAKERS: dict[str, Callable[[re.Match[str], date], Made | None]] = {
    "iso": lambda m, a: on(safe_date(int(m["iy"]), int(m["im"]), int(m["id"]))),
    "dash": lambda m, a: on(nearest(int(m["dm"]), int(m["dday"]), a), 0.8),
    "slash": _slash,
    "monthday": _month_day,
    "monthend": _month_end,
    "offset": _offset,
    "byfeast": by_feast,
    "feast": feast,
    "near": _near,
    "fromday": _from_day,
    "ofmonth": _of_month,
    "ofweek": _of_week,
    "weekday": _weekday,
    "weekend": _weekend,
    "nextmonth": lambda m, a: next_month(a, 1 if m["nm"].lower() == "next" else 0),
    "open": lambda m, a: OPEN,
    "day": lambda m, a: on(coming_day(_day_number(m["dd"]), a), 0.8),
}
