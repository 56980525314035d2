"""Dates in a Chinese sentence, relative to the day it was said.

A day of the month without a month is the next one to come; a month and day without a year is the
one to come unless it lies within the last two months (people also tell what was). Weeks begin on Monday.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from shounuo.domain.heard import numerals
from shounuo.domain.heard.items import HeardDate, Qualifier, Span
from shounuo.domain.heard.spans_zh import join_dates

_N = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二两三四五六七八九]|[0-9]{1,2})"
_DAY = (
    f"(?P<NAME>{_N})(?:号|日)(?!楼|线|店|院|码|桌|人|家|馆|站|厅|床|机|仓|门|房|元|子|本|常|后再说)"
)
_WEEKDAY = {char: index for index, char in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 5}
_NEAR = {
    "大前天": -3, "前天": -2, "前儿": -2, "昨天": -1, "昨儿": -1, "昨晚": -1, "昨日": -1, "今天": 0, "今儿": 0,
    "今日": 0, "今晚": 0, "今早": 0, "当天": 0, "当日": 0, "明天": 1, "明儿": 1, "明日": 1, "明早": 1, "明晚": 1,
    "大后天": 3, "大后儿": 3, "后天": 2, "后儿": 2, "后日": 2,
}  # fmt: skip
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso_y>\d{4})[-/.](?P<iso_m>\d{1,2})[-/.](?P<iso_d>\d{1,2})(?!\d)"),
    ("full", f"(?P<y>[零一二三四五六七八九0-9]{{2,4}}|今|明|去|后)年(?P<fm>{_N})月(?:份)?(?P<fd>{_N})(?:号|日)?"),
    ("slash", r"(?<![\d/.])(?P<sm>1[0-2]|0?[1-9])/(?P<sd>3[01]|[12]\d|0?[1-9])(?![\d/])"),
    ("dash", r"(?<![\d\-/.])(?P<dm>0[1-9]|1[0-2])-(?P<dday>0[1-9]|[12]\d|3[01])(?![\d\-])"),
    ("hours", "(?P<nh>[一二三四五六七八九十]{1,3}|\\d{1,3})个?小时(?:以?内|之内)"),
    ("lunar", "(?P<lrel>下下个?|下个?|这个?|本)月初(?P<lday>[一二三四五六七八九十])(?![号日])"),
    ("monthday", f"(?P<m>{_N})月(?:份)?(?P<d>{_N})(?:号|日)?(?!天|个|期|块|元|百|千|万|十|点)"),
    ("offset", f"(?!十天半)(?:(?:再)?过|再有|等)?(?P<n>{_N}|半|几)(?P<unit>个?工作日|天|日(?=以?[内后]|之[内后]|过后)|个?星期|个?礼拜|周|个月|个半月|年)(?P<dir>以?后|之后|过后|以?内|之内|之前|前)?"),
    ("monthend", f"(?P<rel>这个?|本|当|下下?个?|上个?|每|次)?(?P<mm>{_N})?月(?P<part>底|末|初|中旬|中|头)|(?P<bare>月)(?P<part2>底|末|初|中)"),
    ("relmonth", f"(?P<rm>这个|本|当|下下个|下个?|上个?|次)月{_DAY.replace('NAME', 'rd')}|(?P<rm2>这个|本|当|下下个|下个?|上个?|次)月(?P<rd2>{_N})(?!个|天|期|块|元|百|千|万|号|日)"),
    ("nextmonth", "(?P<nm>下下个|下个?|上个?|这个)月(?!底|末|初|中|头)"),
    ("week", "(?P<wrel>这个?|本|下下个?|下个?|上个?|大?后)?(?:周|星期|礼拜)(?P<wd>六[日天]|[一二三四五六日天末])(?!期|百|千|万)"),
    ("nextweek", "(?P<nw>下下个?|下个?|这个?|本|上个?)(?:周|星期|礼拜)(?![一二三四五六日天末])"),
    ("pair", "明后[天日]"),
    # 冬至当天 is that day, not today.
    ("near", "|".join(sorted(_NEAR, key=len, reverse=True)).replace("当天", "(?<![至节秋夕旦])当天")),
    ("fixed", "(?P<feast>元旦|圣诞节?(?!老)|平安夜|跨年(?:夜|那天)?|光棍节|情人节|妇女节|三八节|劳动节|儿童节|六一(?=节|前|之前|以前|那天)|教师节|(?<![零一二三四五六七八九十百千万])五一(?![零一二三四五六七八九十百千万块元点])|国庆|十一国庆|双十二|双十一|双12|双11|冬至|年底|年末)"),
    ("open", "[发开领](?:了|完)?(?:工资|薪水?|年终奖|奖金)(?:那天|的时候|以?后|之后|下来)?|(?:工资|年终奖|货款|回款|提成|公积金)(?:到账|下来|发下来|到了)(?:那天|以?后|之后)?|领工资(?:那天)?|开支(?:那天|以后|后)|过(?:几|两|些)(?:天|日)|过(?:段|一段|阵子?|些)时间|改天|回头|有钱(?:了|的时候)|春节|过年|年前|年后|端午|中秋|过完年|清明|(?:腊月|正月|冬月|[农阴]历)[一二三四五六七八九十月初廿]*|隔[天日]|十天半个?月|除夕|大年(?:三十|初[一二三四五六七八])|元宵节?|腊八|小年(?:夜|那天)|七夕|重阳节?|[这近]两天|[这近]几天"),
    ("day", f"(?:(?<![零一二三四五六七八九\\d])|(?<=周[一二三四五六])|(?<=(?:星期|礼拜)[一二三四五六])){_DAY.replace('NAME', 'dd')}"),
)  # fmt: skip
_SCAN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS))
_START = re.compile(
    "[0-9一二两三四五六七八九十廿零半几今明去后大前昨当这本下上次每月周星礼元国年发工货回提公腊正冬农阴隔近双领开过改有春端中清再等圣平跨光情妇劳儿教除小重]"
)
_ABOUT = re.compile(r"\s?(?:左右|上下|前后|附近|那[几两]天)")
_ROUGHLY = re.compile(r"(?:大概|大约|差不多|估计|可能)(?:在|是|要|到)?$")
_BY = re.compile(r"\s?(?:之前|以前|前(?!面|两|几|台|往|天|后)|为止|截止|之内)")
_WITHIN = re.compile(r"\s?(?:以?内|之内)")
_AFTER = re.compile(r"\s?(?:之后|以后|后(?!天|面|台|来))")
_UNTIL = re.compile(r"(?:到|截止|截至|不晚于|不超过|赶在|最迟|最晚)\s?$")
_LATE_DAY = re.compile("(?:逾期|拖欠|拖|欠|超期|过期|晚|余期|预期|愉期)(?:了|已经|有|到)?$")
Made = tuple[date | None, date | None, Qualifier, bool, float]


def find(text: str, as_of: date) -> list[HeardDate]:
    """`text` in plain characters. Every date, in order; a stretch of days late is none."""
    found: list[HeardDate] = []
    place = 0
    for start in _START.finditer(text):
        match = _SCAN.match(text, start.start()) if start.start() >= place else None
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
    return _int(month) not in (as_of.month, as_of.month % 12 + 1)


def _item(match: re.Match[str], as_of: date) -> HeardDate | None:
    kind = match.lastgroup or ""
    kind = next(name for name, _ in _PATTERNS if match[name] is not None) if kind else kind
    made = _MAKERS[kind](match, as_of)
    if made is None:
        return None
    day, until, qualifier, approximate, confidence = made
    end, text = match.end(), match.string
    if qualifier == "on" and kind == "fixed" and day and day < as_of and _BY.match(text[end:]):
        day = _safe(day.year + 1, day.month, day.day)
    if qualifier == "on" and not (
        kind == "near" and day == as_of and text[match.start() - 1 : match.start()] == "到"
    ):
        qualifier, end = _around(text, match.start(), end)
    return HeardDate(
        Span(match.start(), end, text[match.start() : end]),
        day,
        until,
        qualifier,
        approximate or qualifier == "around",
        confidence,
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


def _int(text: str) -> int:
    if text.startswith("廿"):
        return 20 + (_int(text[1:]) if text[1:] else 0)
    return int(numerals.read(text).low)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(month: int, day: int, as_of: date) -> date | None:
    """The coming month and day, or the last one when it lies within 62 days behind."""
    this = [_safe(as_of.year + shift, month, day) for shift in (-1, 0, 1, 2)]
    past = [item for item in this if item and 0 < (as_of - item).days <= 62]
    coming = [item for item in this if item and item >= as_of]
    if past and (not coming or (coming[0] - as_of).days > 62):
        return past[-1]
    return coming[0] if coming else None


def shift_month(as_of: date, months: int) -> tuple[int, int]:
    """(year, month) so many months from `as_of`."""
    index = as_of.year * 12 + as_of.month - 1 + months
    return index // 12, index % 12 + 1


def coming_day(day: int, as_of: date) -> date | None:
    """The next date with this day of the month, today included; a month without it is passed over."""
    for months in range(3):
        found = _safe(*shift_month(as_of, months), day)
        if found and found >= as_of:
            return found
    return None


def _on(
    day: date | None,
    confidence: float = 1.0,
    *,
    approximate: bool = False,
    until: date | None = None,
) -> Made | None:
    return None if day is None else (day, until, "on", approximate, confidence)


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
        month = _int(match["mm"])
        first = nearest(month, 28, as_of) if 1 <= month <= 12 else None
        if first is None:
            return None
        year = first.year
    else:
        year, month = shift_month(as_of, _REL.get(match["rel"] or "", 0))
    part = match["part"] or match["part2"]
    if part in ("底", "末"):
        return _on(date(year, month, monthrange(year, month)[1]))
    first_day, last_day = (1, 10) if part in ("初", "头") else (11, 20)
    if date(year, month, last_day) < as_of and not match["rel"] and not match["mm"]:
        year, month = shift_month(as_of, 1)
    return _on(
        date(year, month, first_day), 0.6, approximate=True, until=date(year, month, last_day)
    )


def _lunar(match: re.Match[str], as_of: date) -> Made | None:
    """下月初五: most mean the fifth of next month, some its lunar fifth, so it is only near."""
    year, month = shift_month(as_of, _REL[match["lrel"]])
    return _on(_safe(year, month, _int(match["lday"])), 0.5, approximate=True)


def _hours(match: re.Match[str], as_of: date) -> Made | None:
    """二十四小时内: counted in whole days from the day it was said."""
    days = -(-_int(match["nh"]) // 24)
    return (
        as_of + timedelta(days=days if _int(match["nh"]) >= 24 else 0),
        None,
        "within",
        False,
        0.9,
    )


def _rel_month(match: re.Match[str], as_of: date) -> Made | None:
    year, month = shift_month(as_of, _REL[match["rm"] or match["rm2"]])
    return _on(_safe(year, month, _int(match["rd"] or match["rd2"])))


def _next_month(match: re.Match[str], as_of: date) -> Made | None:
    year, month = shift_month(as_of, _REL[match["nm"]])
    return _on(
        date(year, month, 1),
        0.5,
        approximate=True,
        until=date(year, month, monthrange(year, month)[1]),
    )


def _monday(as_of: date, relation: str) -> date:
    return as_of - timedelta(days=as_of.weekday()) + timedelta(weeks=_REL.get(relation, 0))


def _week(match: re.Match[str], as_of: date) -> Made | None:
    said, relation = "末" if len(match["wd"]) > 1 else match["wd"], match["wrel"] or ""
    weekday = _WEEKDAY[said]
    day = _monday(as_of, relation) + timedelta(days=weekday)
    if not relation and day < as_of and said != "末":
        day += timedelta(weeks=1)
    if said == "末":
        return _on(day, 0.8, approximate=True, until=day + timedelta(days=1))
    return _on(day, 1.0 if relation else 0.9)


def _next_week(match: re.Match[str], as_of: date) -> Made | None:
    monday = _monday(as_of, match["nw"])
    return _on(monday, 0.5, approximate=True, until=monday + timedelta(days=6))


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
        return None, None, "on", True, 0.3
    count = 0.5 if said == "半" else float(_int(said))
    day = _plus(as_of, count, unit)
    within = direction.endswith("内")
    loose = "工作日" in unit or (said == "两" and unit == "天" and waits) or said == "半"
    return day, None, "within" if within else "on", loose, 0.6 if loose else 1.0


def _plus(as_of: date, count: float, unit: str) -> date:
    if "工作日" in unit:
        day, left = as_of, int(count)
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < 5
        return day
    if unit in ("个月", "年"):
        if count == 0.5:
            return as_of + timedelta(days=15 if unit == "个月" else 182)
        year, month = shift_month(as_of, int(count) * (12 if unit == "年" else 1))
        return date(year, month, min(as_of.day, monthrange(year, month)[1]))
    if unit == "个半月":
        return as_of + timedelta(days=round(30 * count + 15))
    return as_of + timedelta(days=round(count * (7 if unit[-1] in "周期拜" else 1)))


def _feast(match: re.Match[str], as_of: date) -> Made | None:
    month, day = {
        "元旦": (1, 1),
        **dict.fromkeys(("圣诞", "圣诞节"), (12, 25)),
        "平安夜": (12, 24),
        "光棍节": (11, 11),
        "情人节": (2, 14),
        **dict.fromkeys(("妇女节", "三八节"), (3, 8)),
        "劳动节": (5, 1),
        **dict.fromkeys(("儿童节", "六一"), (6, 1)),
        "教师节": (9, 10),
        "五一": (5, 1),
        "国庆": (10, 1),
        "十一国庆": (10, 1),
        "双十二": (12, 12),
        "双12": (12, 12),
        "双十一": (11, 11),
        "冬至": (12, _solstice(as_of)),
        "双11": (11, 11),
    }.get(match["feast"], (12, 31))
    return _on(nearest(month, day, as_of), 0.8)


def _solstice(as_of: date) -> int:
    """The day in December of the winter solstice, by the almanac's rule of this century (寿星公式)."""
    year = as_of.year % 100
    return int(year * 0.2422 + 21.94) - year // 4


def _bare_day(match: re.Match[str], as_of: date) -> Made | None:
    before = match.string[max(0, match.start() - 2) : match.start()]
    if before.endswith(("第", "第 ")):
        return None
    return _on(coming_day(_int(match["dd"]), as_of), 0.8)


_MAKERS: dict[str, Callable[[re.Match[str], date], Made | None]] = {
    "iso": lambda m, a: _on(_safe(int(m["iso_y"]), int(m["iso_m"]), int(m["iso_d"]))),
    "full": lambda m, a: _on(_safe(_year(m["y"], a), _int(m["fm"]), _int(m["fd"]))),
    "dash": lambda m, a: _on(nearest(int(m["dm"]), int(m["dday"]), a), 0.8),
    "hours": _hours,
    "lunar": _lunar,
    "pair": lambda m, a: _on(
        a + timedelta(days=1), 0.8, approximate=True, until=a + timedelta(days=2)
    ),
    "slash": lambda m, a: _on(nearest(int(m["sm"]), int(m["sd"]), a), 0.9),
    "monthday": lambda m, a: _on(nearest(_int(m["m"]), _int(m["d"]), a)),
    "offset": _offset,
    "monthend": _month_part,
    "relmonth": _rel_month,
    "nextmonth": _next_month,
    "week": _week,
    "nextweek": _next_week,
    "near": lambda m, a: _on(a + timedelta(days=_NEAR[m["near"]])),
    "fixed": _feast,
    "open": lambda m, a: (None, None, "on", True, 0.3),
    "day": _bare_day,
}
