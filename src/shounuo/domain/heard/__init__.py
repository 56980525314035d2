"""What was heard: amounts, dates and lender names in one sentence, as spans of it (P14, P15, P24).

Decides what the words say; refuses to decide what was agreed (that is the confirmation's and the
promise's business). Misheard characters are repaired before this by the caller, through `repair`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from shounuo.domain.heard import amounts_en, amounts_zh, dates_en, dates_zh, lenders
from shounuo.domain.heard.characters import plain
from shounuo.domain.heard.items import (
    Heard,
    HeardAmount,
    HeardDate,
    HeardLender,
    HeardNumber,
    Qualifier,
    Span,
)

__all__ = [
    "Heard",
    "HeardAmount",
    "HeardDate",
    "HeardLender",
    "HeardNumber",
    "Qualifier",
    "Span",
    "hear",
    "hear_amounts",
    "hear_dates",
]

_CHINESE = re.compile("[一-鿿]")
_ENGLISH = re.compile("[A-Za-z]{2}|[$£€]")
# Nothing numeric can be in a sentence without one of these, and most sentences have none.
_WORTH_ZH = re.compile(
    r"[0-9０-９零〇○二两三四五六七八九十百千万亿几半幺洞俩仨壹贰叁肆伍陆柒捌玖拾佰仟毛块元角]|一个?[二三四五六七八九点零块元万千百毛角分wWkK]"
)
_DATED_ZH = re.compile("[天周月历双小号日今明昨后年底工改回过末以奖货期拜儿前内节诞夜夕]|[0-9]")
_WORTH_EN = re.compile(r"\d|\b(?:hundred|thousand|grand|bucks?|dollars?|cents?|million|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|couple|few|several|buck)\b", re.I)  # fmt: skip
_PHONE_HINT = re.compile(r"\d[-. )]+\d{3}")
_PHONE = re.compile(
    r"(?<![\d$,.])(?:\+?\d{1,2}[-. ])?(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)|(?<![\d$,.])\d{3}-\d{4}(?!\d)"
    r"|(?<!\d)1\d{2}[- ]\d{4}[- ]\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<!\d)400[- ]\d{3,4}[- ]\d{3,4}(?!\d)"
)
_Item = TypeVar("_Item", HeardAmount, HeardDate, HeardNumber)


def hear(
    sentence: str,
    as_of: date,
    *,
    lender_names: Sequence[str] | None = (),
    currency: str | None = None,
    repair: Callable[[str], str] | None = None,
) -> Heard:
    """Everything heard in `sentence`, said on `as_of` (the day in the speaker's place).

    `lender_names` None leaves institutions unheard. `currency` is assumed where none is said (CNY in Chinese, USD in English). `repair` rewrites
    misheard characters and must keep the length, so that spans stay true; else ValueError.
    """
    text = plain(sentence) if repair is None else plain(repair(sentence))
    if len(text) != len(sentence):
        raise ValueError("a repair keeps the length of the sentence, so that spans stay true")
    chinese = bool(_CHINESE.search(text)) or "¥" in text
    dates = _dates(text, as_of, chinese=chinese)
    amounts, numbers = _amounts(text, dates, currency, chinese=chinese)
    return Heard(
        tuple(_resay(item, sentence) for item in amounts),
        tuple(_resay(item, sentence) for item in dates),
        tuple(lenders.find(sentence, lender_names)) if lender_names is not None else (),
        tuple(_resay(item, sentence) for item in numbers),
    )


def hear_amounts(
    sentence: str, *, currency: str | None = None, as_of: date | None = None
) -> tuple[HeardAmount, ...]:
    """Only the amounts; dates are recognised (and left out) relative to any day."""
    return hear(sentence, as_of or date(2000, 1, 1), currency=currency).amounts


def hear_dates(sentence: str, as_of: date) -> tuple[HeardDate, ...]:
    """Only the dates, relative to `as_of`."""
    text = plain(sentence)
    found = _dates(text, as_of, chinese=bool(_CHINESE.search(text)))
    return tuple(_resay(item, sentence) for item in found)


def _dates(text: str, as_of: date, *, chinese: bool) -> list[HeardDate]:
    if not chinese:
        return dates_en.find(text, as_of)
    return dates_zh.find(text, as_of) if _DATED_ZH.search(text) else []


def _amounts(
    text: str, dates: list[HeardDate], currency: str | None, *, chinese: bool
) -> tuple[list[HeardAmount], list[HeardNumber]]:
    phones = [_phone(match) for match in _PHONE.finditer(text)] if _PHONE_HINT.search(text) else []
    spans = [item.span for item in dates] + [item.span for item in phones]
    taken = [(span.start, span.end) for span in spans]
    amounts, numbers = _money(text, taken, currency, chinese=chinese)
    if phones:
        numbers = sorted((*numbers, *phones), key=lambda item: item.span.start)
    return amounts, numbers


def _phone(match: re.Match[str]) -> HeardNumber:
    return HeardNumber(
        Span(*match.span(), match.group()), "phone", re.sub(r"\D", "", match.group())
    )


def _money(
    text: str, taken: list[tuple[int, int]], currency: str | None, *, chinese: bool
) -> tuple[list[HeardAmount], list[HeardNumber]]:
    if chinese or not _ENGLISH.search(text):
        return (
            amounts_zh.find(text, taken, currency or "CNY") if _WORTH_ZH.search(text) else ([], [])
        )
    return amounts_en.find(text, taken, currency or "USD") if _WORTH_EN.search(text) else ([], [])


def _resay(item: _Item, sentence: str) -> _Item:
    span = item.span
    if sentence[span.start : span.end] == span.text:
        return item  # as it was written, like most
    return replace(item, span=Span(span.start, span.end, sentence[span.start : span.end]))
