"""A number said without its unit that is a sum all the same: "8号 2470 用App" where 2,470 is past due.

Recognisers and hurried collectors leave 元 away. What the words around do not tell, the case tells: a number that is a
sum on file, or one that stands beside the day or the way of paying. Card tails, telephones and rooms stay numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from shounuo.domain.heard import Heard, HeardAmount, HeardNumber
from shounuo.inspection.agreement.method import method_in
from shounuo.inspection.model import Context
from shounuo.inspection.sums_on_file import YUAN, fits

ON_FILE, BESIDE = 0.8, 0.6  # how sure of it: 1 where a unit was said
_FIGURES = re.compile(r"[1-9]\d{2,6}")
_PUBLIC_LINE = re.compile(r"(?:95|12|10)\d{3}")
_NO_SUM_BEFORE = re.compile(
    r"(?:尾数|后几位|号码|电话|手机|栋|楼|座|单元|房间|房|密码|编号|打|拨)(?:是|为)?\s*$"
)
_NO_SUM_AFTER = re.compile(r"\s*(?:室|房|栋|楼|路|弄|班|车|这个号|打过来)")


def with_bare_sums(heard: Heard, text: str, flat: str, context: Context, today: date) -> Heard:
    """`heard` with those numbers among its amounts. `text` as said, `flat` as patterns read it."""
    numbers = [n for n in heard.numbers if n.kind == "digits" and _FIGURES.fullmatch(n.value)]
    if not numbers:
        return heard
    beside = any(d.day and d.day >= today for d in heard.dates)
    beside = beside or method_in(flat, english=False) is not None
    sums = list(_sums(numbers, text, context, beside=beside))
    if not sums:
        return heard
    taken = {item.span for item in sums}
    return replace(
        heard,
        amounts=tuple(sorted((*heard.amounts, *sums), key=lambda item: item.span.start)),
        numbers=tuple(n for n in heard.numbers if n.span not in taken),
    )


def _sums(
    numbers: list[HeardNumber], text: str, context: Context, *, beside: bool
) -> Iterator[HeardAmount]:
    for number in numbers:
        cents, span = int(number.value) * YUAN, number.span
        if fits(cents, context.owed_cents):
            sure = ON_FILE
        elif beside and not _names_something(number, text):
            sure = BESIDE
        else:
            continue
        currency = context.currency or "CNY"
        yield HeardAmount(
            span, cents, currency, cents, approximate=False, vague=False, confidence=sure
        )


def _names_something(number: HeardNumber, text: str) -> bool:
    """A telephone, a room, a line to call."""
    before, after = text[: number.span.start], text[number.span.end :]
    return bool(
        _PUBLIC_LINE.fullmatch(number.value)
        or _NO_SUM_BEFORE.search(before)
        or _NO_SUM_AFTER.match(after)
    )
