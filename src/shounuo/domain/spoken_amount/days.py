"""A date read aloud. The weekday is said too: a customer hears one of the two even on a bad line."""

from __future__ import annotations

from datetime import date

from shounuo.domain.spoken_amount import english, mandarin

WEEKDAYS_ZH = "一二三四五六日"
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def spoken_date(day: date, *, language: str = "zh", today: date | None = None) -> str:
    """十一月二十五号，礼拜三 / Wednesday, November 25th. The year is said when it differs from `today`'s."""
    if language.startswith("zh"):
        year = "" if today is None or today.year == day.year else f"{_year(day.year)}年"
        number = mandarin.number
        return f"{year}{number(day.month)}月{number(day.day)}号，礼拜{WEEKDAYS_ZH[day.weekday()]}"
    year = "" if today is None or today.year == day.year else f", {day.year}"
    month = MONTHS_EN[day.month - 1]
    return f"{WEEKDAYS_EN[day.weekday()]}, {month} {english.ordinal(day.day)}{year}"


def _year(year: int) -> str:
    return "".join(mandarin.DIGITS[int(char)] for char in str(year))
