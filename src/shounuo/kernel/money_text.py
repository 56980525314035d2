"""Read the amounts that banks send: exact, or refused with a problem. Never a float, never a guess.

Decided here: digits in any width; ¥ $ € £, codes and 元; grouping only in threes; which mark is the decimal
point comes from the mapping, so 1.234 is never silently a thousand; a minus in front or behind, brackets,
CR/DR (贷/借), but only one of them; 万 and 亿 when exact; zeros beyond the currency's decimals, nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from shounuo.kernel.errors import Problem
from shounuo.kernel.money import EXPONENT, Money
from shounuo.kernel.text import Text

LARGEST_MINOR = 2**63 - 1  # what the storage holds

_SYMBOLS: dict[str, frozenset[str]] = {
    "NT$": frozenset({"TWD"}),
    "HK$": frozenset({"HKD"}),
    "US$": frozenset({"USD"}),
    "人民币": frozenset({"CNY"}),
    "RMB": frozenset({"CNY"}),
    "新台币": frozenset({"TWD"}),
    "新臺幣": frozenset({"TWD"}),
    "港币": frozenset({"HKD"}),
    "港元": frozenset({"HKD"}),
    "美元": frozenset({"USD"}),
    "日元": frozenset({"JPY"}),
    "欧元": frozenset({"EUR"}),
    "¥": frozenset({"CNY", "JPY"}),
    "$": frozenset({"USD", "HKD", "TWD"}),
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "元": frozenset({"CNY", "TWD", "HKD", "USD"}),
    "圆": frozenset({"CNY"}),
    **{code: frozenset({code}) for code in EXPONENT},
}
_BARE = re.compile(r"[0-9]{1,15}(\.[0-9]+)?")
_UNITS = {"万": 4, "萬": 4, "亿": 8, "億": 8}
_MINUSES = str.maketrans(dict.fromkeys("−–—﹣‐‑", "-"))
_SIGNS = {"CR": "credit", "DR": "debit", "贷": "credit", "借": "debit", "貸": "credit"}


@dataclass(frozen=True, slots=True)
class MoneyFormat:
    """How one column writes money. `decimal` is "." or ","; the other one groups.

    `credit_is_negative`: a balance marked CR is owed to the customer (the usual reading); a payment
    column says False.
    """

    decimal: Literal[".", ","] = "."
    credit_is_negative: bool = True


def parse_money(
    text: str, currency: str, how: MoneyFormat | None = None, record: str = ""
) -> Money | Problem:
    """The amount in minor units of `currency`, or the problem with `record` named."""
    found = _read(text, currency, how or MoneyFormat())
    if isinstance(found, int):
        return Money(found, currency)
    what, then = _FAULTS[found]
    shown = {"value": text.strip()[:40], "currency": currency}
    return Problem(f"money_{found}", what.format(**shown), record, "kernel.money_text", then)


def _read(text: str, currency: str, how: MoneyFormat) -> int | str:
    """Minor units, or the name of the fault."""
    if how.decimal == "." and _BARE.fullmatch(text):  # nearly every cell: no sign, no mark
        return _minor(text, currency, how, 1)
    body = "".join(unicodedata.normalize("NFKC", text).translate(_MINUSES).split()).upper()
    if not body:
        return "empty"
    outer = _sign(body, how)
    inner_text = _without_currency(outer[1], currency) if outer else ""
    if inner_text is None:
        return "other_currency"
    inner = _sign(inner_text, how)  # as in ¥-5, where the sign follows the mark
    if outer is None or inner is None or (outer[0] and inner[0]):
        return "two_signs"
    return _minor(inner[1], currency, how, outer[0] or inner[0] or 1)


def _sign(body: str, how: MoneyFormat) -> tuple[int, str] | None:
    """The sign (0: none written) and the rest; None when it is written twice."""
    found: list[int] = []
    if body.startswith("(") and body.endswith(")"):
        found.append(-1)
        body = body[1:-1]
    for mark, side in _SIGNS.items():
        if body.endswith(mark) or body.startswith(mark):
            negative = (side == "credit") == how.credit_is_negative
            found.append(-1 if negative else 1)
            body = body.removesuffix(mark) if body.endswith(mark) else body.removeprefix(mark)
            break
    for edge in (body[:1], body[-1:]):
        if edge in ("-", "+") and body:
            found.append(-1 if edge == "-" else 1)
            body = body[1:] if body.startswith(edge) else body[:-1]
    if len(found) > 1:
        return None
    return (found[0] if found else 0), body


def _without_currency(body: str, currency: str) -> str | None:
    """The text without its currency marks; None when one of them is another currency's."""
    for symbol in sorted(_SYMBOLS, key=len, reverse=True):
        if symbol in body:
            if currency not in _SYMBOLS[symbol]:
                return None
            body = body.replace(symbol, "", 1)
    return body


def _minor(body: str, currency: str, how: MoneyFormat, sign: int) -> int | str:
    shift = 0
    while body and body[-1] in _UNITS:
        shift += _UNITS[body[-1]]
        body = body[:-1]
    group = "," if how.decimal == "." else "."
    whole, _, cents = body.partition(how.decimal)
    whole = whole or ("0" if cents else "")  # some exports drop the zero: .50
    grouped = re.fullmatch(rf"\d{{1,3}}(?:[{re.escape(group)}']\d{{3}})+|\d+", whole)
    if not grouped or not re.fullmatch(r"\d*", cents) or not body.isascii():
        return "not_an_amount"
    if how.decimal in body and not cents:
        return "not_an_amount"
    digits = re.sub(r"\D", "", whole)
    places = EXPONENT.get(currency, 2) + shift
    if cents[places:].strip("0"):
        return "too_many_decimals"
    minor = int(digits + cents[:places].ljust(places, "0"))
    return sign * minor if minor <= LARGEST_MINOR else "too_large"


def cell_text(value: object) -> str:
    """A spreadsheet cell as the text that a person saw: 1234.5 stays 1234.5, no binary tail is invented.

    "Not a number" is how tables of figures write an empty cell; a zero with eighteen decimals is no 0E-18.
    """
    if value is None or value != value:  # noqa: PLR0124
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, float):
        if abs(value) >= 1e15:  # more digits than a spreadsheet keeps
            return f"{value:E}"
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


_LOOK = Text(
    "看原文件这一格；格式不同就改映射",
    "Look at this cell in the file; if the format differs, change the mapping",
)
_FAULTS: dict[str, tuple[Text, Text]] = {
    "empty": (Text("金额为空", "The amount is empty"), _LOOK),
    "two_signs": (Text("“{value}”有两个正负号", '"{value}" has two signs'), _LOOK),
    "other_currency": (
        Text("“{value}”不是 {currency}", '"{value}" is not in {currency}'),
        Text("在映射里写明币种", "Name the currency in the mapping"),
    ),
    "not_an_amount": (Text("“{value}”不是金额", '"{value}" is not an amount'), _LOOK),
    "too_many_decimals": (
        Text(
            "“{value}”的小数位多于 {currency} 的位数", '"{value}" has more decimals than {currency}'
        ),
        _LOOK,
    ),
    "too_large": (Text("“{value}”太大", '"{value}" is too large'), _LOOK),
}
