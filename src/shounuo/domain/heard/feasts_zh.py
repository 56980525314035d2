"""The days of feasts that fall on the same day each year, and of the winter solstice."""

from __future__ import annotations

from datetime import date

from shounuo.domain.heard.almanac import Made, nearest, on


def feast(name: str, as_of: date) -> Made | None:
    """The feast's nearest day; the turn and the end of the year (跨年, 年底, 年末) are its last day."""
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
    }.get(name, (12, 31))
    return on(nearest(month, day, as_of), 0.8)


def _solstice(as_of: date) -> int:
    """The day in December of the winter solstice, by the almanac's rule of this century (寿星公式)."""
    year = as_of.year % 100
    return int(year * 0.2422 + 21.94) - year // 4
