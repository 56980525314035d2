"""Whole numbers and money read aloud in English."""

from __future__ import annotations

from shounuo.kernel.money import EXPONENT

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_NAMES = {
    "USD": ("dollar", "dollars"),
    "CNY": ("yuan", "yuan"),
    "HKD": ("Hong Kong dollar", "Hong Kong dollars"),
    "TWD": ("New Taiwan dollar", "New Taiwan dollars"),
    "EUR": ("euro", "euros"),
    "GBP": ("pound", "pounds"),
    "JPY": ("yen", "yen"),
    "KRW": ("won", "won"),
}


def number(value: int) -> str:
    """A whole number ≥ 0 as it is read: 7108 → seven thousand one hundred eight."""
    if not 0 <= value < 10**15:
        raise ValueError(f"no reading for {value}: from 0 up to 10**15")
    if value < 20:
        return ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    for scale, name in (*_SCALES, (100, "hundred")):
        high, low = divmod(value, scale)
        if high:
            return f"{number(high)} {name}" + (f" {number(low)}" if low else "")
    raise AssertionError(value)


def amount(minor: int, *, currency: str = "USD") -> str:
    """Minor units as said: 710835 → seven thousand one hundred eight dollars and thirty-five cents."""
    if minor < 0:
        raise ValueError("an amount that is asked for is not negative")
    whole, cents = divmod(minor, 100) if EXPONENT.get(currency, 2) else (minor, 0)
    one, many = _NAMES.get(currency, (currency, currency))
    small = f"{number(cents)} cent{'' if cents == 1 else 's'}"
    if not whole and cents:
        return small
    return f"{number(whole)} {one if whole == 1 else many}" + (f" and {small}" if cents else "")


def ordinal(day: int) -> str:
    """A day of the month: 25 → 25th."""
    suffix = "th" if day % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"
