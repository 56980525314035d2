"""Chinese numbers as people say them: the shape of one number, and its value.

Decides nothing about what the number counts (`amounts_zh` does).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

UNIT = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
DIGIT = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "洞": 0,
    "拐": 7,
    "勾": 9,
}

_D = "[一二两三四五六七八九1-9]"
_PAIR = "(?:一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九)"
_Q = f"(?:{_PAIR}|[一二两三四五六七八九]|[1-9](?![0-9,.])|好?几)"
_END = "(?![十百千万亿])"
# A digit that counts what follows ends no number before it: 三千一笔, 三千一个月.
_COUNTS = "[一两](?:个|笔|次|张|份|家|人|天|周|星期|礼拜|年)"
_HALF = "半(?![天年个月小分点])"
_T10 = f"(?:(?:{_Q})?十(?:[多来余几]|(?:{_PAIR}|{_D})?(?![十百千])))"
_LAST = f"(?!{_COUNTS})(?:{_PAIR}|{_D}){_END}"
_T100 = f"(?:{_Q}百(?:零{_D}(?![十百千])|零?{_T10}|{_LAST}|{_HALF}|[多来余])?)"
_T1000 = f"(?:{_Q}千(?:零?{_T100}|零?{_T10}|零{_D}(?![十百千])|{_LAST}|{_HALF}|[多来余])?)"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_POINT = "(?:[零一二两三四五六七八九洞拐勾]+点[零一二三四五六七八九洞拐勾]+)"
_POINTED_SECTION = f"(?:(?:{_T1000}|{_T100}|{_T10})点[零一二三四五六七八九]+(?=万|亿))"
_SECTION = f"(?:{_POINTED_SECTION}|{_T1000}|{_T100}|{_T10}|{_POINT}|{_ARABIC}|{_Q})"
_AFTER = f"(?:零?{_T1000}|零?{_T100}|零?{_T10}|\\d{{2,4}}(?!\\d)|零{_D}(?![十百千])|{_LAST}|{_HALF}|[多来余])?"
# All that a section is written with: most numbers have no 万 after it, and a look ahead spares trying each of its shapes.
_RUN = r"[零一二两三四五六七八九洞拐勾十百千点半多来余好几\d,.]+"
_WAN = f"(?:(?={_RUN}万){_SECTION}万{_AFTER})"
_YI = f"(?:(?={_RUN}亿){_SECTION}亿(?:零?{_WAN}|{_AFTER[:-1]})?)"
_ARABIC_UNIT = f"(?:{_ARABIC}[百千](?:{_D}{_END}|[多来余])?)"
_STRING = "[零一二三四五六七八九洞拐勾]{3,}"
_POINTED = f"(?:(?:{_WAN}|{_T1000}|{_T100}|{_T10})点[零一二三四五六七八九]+(?![零一二三四五六七八九十万亿]))"

_YEAR = "(?:[零一二三四五六七八九]{2,4}(?=年))"

NUMBER = (
    f"(?:{_YEAR}|{_YI}|{_POINTED}|{_WAN}|{_T1000}|{_T100}|{_ARABIC_UNIT}|{_STRING}(?![零一二三四五六七八九洞拐勾十百千万亿点])|{_T10}"
    f"|{_POINT}(?!十)|{_ARABIC}|{_Q}|零)"
)
_PAIRED = re.compile(_PAIR)
_RANGE = re.compile("[一二两三四五六七八][二三四五六七八九]")


@dataclass(frozen=True, slots=True)
class Number:
    """`low` is what was said; `high` differs when a range was said (七八千). Whole numbers are no Fractions: these reckon slowly."""

    low: Fraction | int
    high: Fraction | int
    approximate: bool
    digit_string: bool


@lru_cache(maxsize=4096)
def read(text: str) -> Number:
    """The value of one number shaped like NUMBER, already in plain characters."""
    if re.fullmatch(
        "[零一二三四五六七八九洞拐勾]{3,}|[零一三四五六七八九]{2}", text
    ) and not _PAIRED.fullmatch(text):
        value = int("".join(str(DIGIT[char]) for char in text))
        return Number(value, value, False, True)
    if "几" in text:
        some = re.sub("[好多来余把]", "", text)
        low, high = some.replace("几", "二"), some.replace("几", "九")
        return Number(_whole(_value(low)), _whole(_value(high)), True, False)
    pair = _range_pair(text)
    if pair:
        start = pair.start()
        low, high = text[: start + 1] + text[start + 2 :], text[:start] + text[start + 1 :]
        return Number(_whole(_value(_exact(low))), _whole(_value(_exact(high))), True, False)
    exact = _whole(_value(_exact(text)))
    return Number(exact, exact, _exact(text) != text, False)


def _whole(value: Fraction) -> Fraction | int:
    return value.numerator if value.denominator == 1 else value


def _exact(text: str) -> str:
    """Without the words for a little more (三十来, 百把)."""
    return re.sub("[多来余把]", "", text)


def _range_pair(text: str) -> re.Match[str] | None:
    return None if "点" in text or re.search(r"\d", text) else _RANGE.search(text)


def _value(text: str) -> Fraction:
    for name in ("亿", "万"):
        head, found, tail = text.rpartition(name)
        if found:
            unit = UNIT[name]
            return (_value(head) if head else Fraction(1)) * unit + _tail(tail, unit)
    return _small(text)


def _tail(text: str, unit: int) -> Fraction:
    """What follows a unit: one digit alone is a tenth of it (一万四), after 零 it is itself (一万零四)."""
    if not text:
        return Fraction(0)
    if text == "半":
        return Fraction(unit, 2)
    if len(text) == 1 and text != "十" and text not in "零":
        return _one(text) * unit / 10
    return _value(text.lstrip("零") or "零")


def _small(text: str) -> Fraction:
    for name in ("千", "百"):
        head, found, tail = text.partition(name)
        if found:
            return (_small(head) if head else Fraction(1)) * UNIT[name] + _tail(tail, UNIT[name])
    head, found, tail = text.partition("十")
    if found:
        return (_small(head) if head else Fraction(1)) * 10 + (_small(tail) if tail else 0)
    return _one(text)


def _one(text: str) -> Fraction:
    if re.fullmatch(_ARABIC, text):
        return Fraction(text.replace(",", ""))
    whole, point, part = text.partition("点")
    digits = "".join(str(DIGIT[char]) for char in part)
    value = (
        _small(whole)
        if whole and any(c in UNIT for c in whole)
        else Fraction("".join(str(DIGIT[c]) for c in whole) or 0)
    )
    return value + (Fraction(f"0.{digits}") if point else 0)
