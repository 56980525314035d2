"""A sum as it stands on file, where the words leave open how much they mean, or were run together with what follows."""

from __future__ import annotations

import re
from dataclasses import replace

from shounuo.domain.heard import HeardAmount
from shounuo.domain.heard.numerals import DIGIT
from shounuo.inspection.reading import Reading

_NUMERALS = "十百千万一二两三四五六七八九"
_FIGURE = re.compile("[一二三四五六七八九](?![百千万])")
_IN_FIGURES = re.compile(r"[\d$.]")
_WHOLE_DOLLARS = re.compile(r"(?i:thousand|hundred|grand|dollars|bucks)")


def as_on_file(reading: Reading, text: str, amount: HeardAmount) -> HeardAmount:
    """Ninety-eight forty is 98.40 where that is owed and 9,840 is not; 六百六十七十五天 is 667 where that is owed."""
    owed = reading.context.owed_cents
    if amount.minor in owed or not owed or _IN_FIGURES.search(amount.span.text):
        return amount
    minor = _in_cents(amount, owed) if reading.english else _with_next(text, amount, owed)
    return replace(amount, minor=minor, high_minor=minor)


def _in_cents(amount: HeardAmount, owed: tuple[int, ...]) -> int:
    """More than all that is owed was dollars and cents, unless said in thousands or as dollars; whole dollars of a sum
    with cents are that sum."""
    minor = amount.minor
    too_much = minor > max(owed) >= minor // 100 and not _WHOLE_DOLLARS.search(amount.span.text)
    exact = minor % 100 == 0 and (minor // 100 in owed or too_much)
    if exact and minor // 100 >= 1000:
        return minor // 100
    return next((sum_ for sum_ in owed if minor and sum_ // 100 * 100 == minor), minor)


def _with_next(text: str, amount: HeardAmount, owed: tuple[int, ...]) -> int:
    """The digit after it, where a count of days or nothing swallowed it (一万五三 is 15,300)."""
    follows = _FIGURE.match(text, amount.span.end)
    digit = DIGIT[follows[0]] if follows and amount.span.text[-1] in _NUMERALS else 0
    longer = (amount.minor + digit * unit * 100 for unit in (1, 10, 100) if digit)
    return next((minor for minor in longer if minor in owed), amount.minor)
