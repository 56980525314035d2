"""The day that a Chinese date means, one maker for each shape of `date_shapes_zh`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from shounuo.domain.heard import numerals
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
from shounuo.domain.heard.date_shapes_zh import NEAR
from shounuo.domain.heard.feasts_zh import feast

_WEEKDAY = {char: index for index, char in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 5}
_LATE_DAY = re.compile("(?:逾期|拖欠|拖|欠|超期|过期|晚|余期|预期|愉期)(?:了|已经|有|到)?$")


def day_number(text: str) -> int:
    if text.startswith("廿"):
        return 20 + (day_number(text[1:]) if text[1:] else 0)
    return int(numerals.read(text).low)


def _year(text: str, as_of: date) -> int:
    if text in "今明去后":
        return as_of.year + {"今": 0, "明": 1, "去": -1, "后": 2}[text]
    value = int("".join(char if char.isdigit() else str(numerals.DIGIT[char]) for char in text))
    return value + 2000 if value < 100 else value


_REL = {
    "这个": 0,
    "这": 0,
    "本": 0,
    "当": 0,
    "下": 1,
    "下个": 1,
    "次": 1,
    "下下": 2,
    "下下个": 2,
    "上": -1,
    "上个": -1,
}


def _month_part(match: re.Match[str], as_of: date) -> Made | None:
    if match["rel"] == "每":
        return None
    if match["mm"]:
        month = day_number(match["mm"])
        first = nearest(month, 28, as_of) if 1 <= month <= 12 else None
        if first is None:
            return None
        year = first.year
    else:
        year, month = shift_month(as_of, _REL.get(match["rel"] or "", 0))
    part = match["part"] or match["part2"]
    if part in ("底", "末"):
        return on(last_of_month(year, month))
    first_day, last_day = (1, 10) if part in ("初", "头") else (11, 20)
    if date(year, month, last_day) < as_of and not match["rel"] and not match["mm"]:
        year, month = shift_month(as_of, 1)
    return on(
        date(year, month, first_day), 0.6, approximate=True, until=date(year, month, last_day)
    )


def _end_date(match: re.Match[str], as_of: date) -> Made | None:
    """月底二十八, 这个月末二十九: the day that the end of the month is said to be."""
    year, month = shift_month(as_of, _REL.get(match["erel"] or "", 0))
    return on(safe_date(year, month, day_number(match["ed"])))


_SOME_DAYS = {"两": 2, "几": 3}


def _few_days(match: re.Match[str], as_of: date) -> Made | None:
    """这两天, 过几天: two days or three, by their last."""
    last = as_of + timedelta(days=_SOME_DAYS[match["few"] or match["few2"]])
    return on(last, 0.5, approximate=True, until=last)


def _lunar(match: re.Match[str], as_of: date) -> Made | None:
    """下月初五: most mean the fifth of next month, some its lunar fifth, so it is only near."""
    year, month = shift_month(as_of, _REL[match["lrel"]])
    return on(safe_date(year, month, day_number(match["lday"])), 0.5, approximate=True)


def _hours(match: re.Match[str], as_of: date) -> Made | None:
    """二十四小时内: counted in whole days from the day it was said."""
    hours = day_number(match["nh"])
    days = -(-hours // 24) if hours >= 24 else 0
    return Made(as_of + timedelta(days=days), qualifier="within", confidence=0.9)


def _rel_month(match: re.Match[str], as_of: date) -> Made | None:
    year, month = shift_month(as_of, _REL[match["rm"] or match["rm2"]])
    return on(safe_date(year, month, day_number(match["rd"] or match["rd2"])))


def _week(match: re.Match[str], as_of: date) -> Made | None:
    said, relation = "末" if len(match["wd"]) > 1 else match["wd"], match["wrel"] or ""
    weekday = _WEEKDAY[said]
    day = monday_of(as_of, _REL.get(relation, 0)) + timedelta(days=weekday)
    if not relation and day < as_of and said != "末":
        day += timedelta(weeks=1)
    if said == "末":
        return on(day, 0.8, approximate=True, until=day + timedelta(days=1))
    return on(day, 1.0 if relation else 0.9)


def _next_week(match: re.Match[str], as_of: date) -> Made | None:
    monday = monday_of(as_of, _REL.get(match["nw"], 0))
    return on(monday, 0.5, approximate=True, until=monday + timedelta(days=6))


def _offset(match: re.Match[str], as_of: date) -> Made | None:
    said, unit, direction = match["n"], match["unit"], match["dir"] or ""
    waits = match.group().startswith(("过", "再", "等"))
    before = match.string[max(0, match.start() - 6) : match.start()]
    if (
        _LATE_DAY.search(before)
        or (unit == "日" and not direction)
        or not (waits or direction)
        or direction in ("前", "之前")
    ):
        return None
    if said == "几":
        return OPEN
    count = 0.5 if said == "半" else float(day_number(said))
    day = _plus(as_of, count, unit)
    within = direction.endswith("内")
    loose = "工作日" in unit or (said == "两" and unit == "天" and waits) or said == "半"
    return Made(
        day,
        qualifier="within" if within else "on",
        approximate=loose,
        confidence=0.6 if loose else 1.0,
    )


def _plus(as_of: date, count: float, unit: str) -> date:
    if "工作日" in unit:
        return working_days_on(as_of, int(count))
    if unit in ("个月", "年"):
        if count == 0.5:
            return as_of + timedelta(days=15 if unit == "个月" else 182)
        return month_on(as_of, int(count) * (12 if unit == "年" else 1))
    if unit == "个半月":
        return as_of + timedelta(days=round(30 * count + 15))
    return as_of + timedelta(days=round(count * (7 if unit[-1] in "周期拜" else 1)))


def _bare_day(match: re.Match[str], as_of: date) -> Made | None:
    before = match.string[max(0, match.start() - 2) : match.start()]
    if before.endswith(("第", "第 ")):
        return None
    return on(coming_day(day_number(match["dd"]), as_of), 0.8)


MAKERS: dict[str, Callable[[re.Match[str], date], Made | None]] = {
    "iso": lambda m, a: on(safe_date(int(m["iso_y"]), int(m["iso_m"]), int(m["iso_d"]))),
    "full": lambda m, a: on(safe_date(_year(m["y"], a), day_number(m["fm"]), day_number(m["fd"]))),
    "dash": lambda m, a: on(nearest(int(m["dm"]), int(m["dday"]), a), 0.8),
    "hours": _hours,
    "lunar": _lunar,
    "fewdays": _few_days,
    "pair": lambda m, a: on(
        a + timedelta(days=1), 0.8, approximate=True, until=a + timedelta(days=2)
    ),
    "slash": lambda m, a: on(nearest(int(m["sm"]), int(m["sd"]), a), 0.9),
    "monthday": lambda m, a: on(nearest(day_number(m["m"]), day_number(m["d"]), a)),
    "offset": _offset,
    "enddate": _end_date,
    "monthend": _month_part,
    "relmonth": _rel_month,
    "nextmonth": lambda m, a: next_month(a, _REL[m["nm"]]),
    "week": _week,
    "nextweek": _next_week,
    "near": lambda m, a: on(a + timedelta(days=NEAR[m["near"]])),
    "fixed": lambda m, a: feast(m["feast"], a),
    "open": lambda m, a: OPEN,
    "day": _bare_day,
}
