"""Money: an integer of minor units and a currency. Never a float.

Decides nothing about rounding: amounts enter exact or are refused (`money_text`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import total_ordering

# Decimal places per ISO 4217 for the currencies lenders have sent us.
# TWD has 2 in the standard although cash in circulation has none.
EXPONENT = {"CNY": 2, "USD": 2, "HKD": 2, "TWD": 2, "EUR": 2, "GBP": 2, "JPY": 0, "KRW": 0}


class CurrencyMismatchError(ValueError):
    """Two currencies met in one sum."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Money:
    """`minor` units (cents, 分) of `currency` (ISO 4217)."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if isinstance(self.minor, bool) or not isinstance(self.minor, int):
            raise TypeError(f"minor units are an integer, not {self.minor!r}")

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatchError(f"{self.currency} with {other.currency}")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.minor < other.minor

    def __bool__(self) -> bool:
        return self.minor != 0

    def plain(self) -> str:
        """The amount as digits with its decimal places: 7108.35."""
        places = EXPONENT.get(self.currency, 2)
        sign = "-" if self.minor < 0 else ""
        whole, cents = divmod(abs(self.minor), 10**places)
        return f"{sign}{whole}.{cents:0{places}d}" if places else f"{sign}{whole}"

    def grouped(self) -> str:
        """The amount with thousands separators: 7,108.35."""
        whole, dot, cents = self.plain().partition(".")
        return f"{int(whole):,}{dot}{cents}" if whole != "-0" else f"-0{dot}{cents}"
