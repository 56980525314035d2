"""The newest of several amounts that is above zero: the last payment, told month by month."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from shounuo.kernel.money import Money
from shounuo.kernel.money_text import parse_money


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> int | None:
    """Settings: `from_each` (columns, newest first). Minor units; None when nothing was ever paid.

    Raises `ValueError` for a cell that holds no amount.
    """
    for column in settings["from_each"]:
        minor = amount(cell(column), so_far["currency"])
        if minor > 0:
            return minor
    return None


def amount(text: str, currency: str) -> int:
    """Minor units, 0 for an empty cell. Raises `ValueError` when it holds no amount."""
    told = parse_money(text, currency) if text else Money(0, currency)
    if not isinstance(told, Money):
        raise ValueError(text)
    return told.minor
