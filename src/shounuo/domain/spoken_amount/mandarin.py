"""Whole numbers and money read aloud in Mandarin.

The rules: 两 before 千/万/亿, before 百 and alone before a measure word, 二 in 十二 and 二十;
one 零 for a gap inside a number; 十五 at the head of a number, 一十五 after 百.
"""

from __future__ import annotations

from typing import Literal

from shounuo.kernel.money import EXPONENT

DIGITS = "零一二三四五六七八九"
_SMALL = ((1000, "千"), (100, "百"), (10, "十"))
Style = Literal["formal", "spoken"]
# formal: 元 角 分 (as on a statement); spoken: 块 毛 分 (as on the phone).
_UNITS = {"formal": ("元", "角", "分"), "spoken": ("块", "毛", "分")}
_NAMES = {
    "CNY": "",
    "USD": "美元",
    "HKD": "港元",
    "TWD": "新台币",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "KRW": "韩元",
}


def _digit(value: int, unit: int) -> str:
    return "两" if value == 2 and unit >= 100 else DIGITS[value]


def _section(value: int, *, head: bool) -> str:
    """A number below ten thousand; `head` says that nothing is read before it."""
    out, gap = "", False
    for unit, name in _SMALL:
        digit, value = divmod(value, unit)
        if not digit:
            gap = bool(out)
            continue
        out += "零" if gap else ""
        out += (
            name if unit == 10 and digit == 1 and head and not out else _digit(digit, unit) + name
        )
        gap = False
    if value:
        out += ("零" if gap else "") + DIGITS[value]
    return out


def number(value: int) -> str:
    """A whole number ≥ 0 as it is read: 10200 → 一万零两百. Above 10¹⁶ raises ValueError."""
    if not 0 <= value < 10**16:
        raise ValueError(f"no reading for {value}: from 0 up to 10**16")
    if value == 0:
        return "零"
    for unit, name in ((10**8, "亿"), (10**4, "万")):
        high, low = divmod(value, unit)
        if high:
            gap = "零" if low and low < unit // 10 else ""
            tail = _below(low, gap) if low else ""
            return ("两" if high == 2 else number(high)) + name + gap + tail
    return _section(value, head=True)


def _below(low: int, gap: str) -> str:
    """What follows 万 or 亿: 一十五, not 十五, because something was read before it."""
    if low < 10**4:
        return _section(low, head=False)
    text = number(low)
    return "一" + text if text.startswith("十") and gap else text


def digits(text: str) -> str:
    """Digit by digit, for a card tail: 8830 → 八八三零 (1 as 幺, which a bad line keeps apart from 七)."""
    return "".join("幺" if char == "1" else DIGITS[int(char)] for char in text)


def amount(minor: int, *, style: Style = "formal", currency: str = "CNY") -> str:
    """Minor units (cents, 分) as said: 710835 → 七千一百零八元三角五分 / 七千一百零八块三毛五.

    A whole amount ends in 整 in the formal style. Negative amounts raise ValueError.
    """
    if minor < 0:
        raise ValueError("an amount that is asked for is not negative")
    if EXPONENT.get(currency, 2) == 0:
        return number(minor) + _NAMES.get(currency, currency)
    whole, cents = divmod(minor, 100)
    if currency not in ("CNY", "TWD"):
        return _foreign(whole, cents, currency)
    yuan, jiao, fen = _UNITS[style]
    head = ("两" if whole == 2 else number(whole)) + yuan if whole or not cents else ""
    if not cents:
        return head + ("整" if style == "formal" and whole else "")
    return head + _cents(cents, jiao, fen, after=bool(whole), style=style)


def _cents(cents: int, jiao: str, fen: str, *, after: bool, style: Style) -> str:
    tens, ones = divmod(cents, 10)
    if not tens:
        return f"零{DIGITS[ones]}{fen}" if after else ("两" if ones == 2 else DIGITS[ones]) + fen
    text = ("两" if tens == 2 else DIGITS[tens]) + jiao
    if not ones:
        return text
    return text + DIGITS[ones] + ("" if style == "spoken" else fen)


def _foreign(whole: int, cents: int, currency: str) -> str:
    name = _NAMES.get(currency, currency)
    places = f"点{DIGITS[cents // 10]}{DIGITS[cents % 10]}" if cents else ""
    head = "两" if whole == 2 and not places else number(whole)
    return head + places + name
