"""How an amount is said so that it is heard right (practice rows P22-P25).

The exact figure is always said and shown; a rounded ask stands beside it and never replaces it.
"""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.domain.spoken_amount import english, mandarin
from shounuo.domain.spoken_amount.confusable import MarkedDigit, confusable_places, marked, odd_tail
from shounuo.domain.spoken_amount.days import spoken_date
from shounuo.domain.spoken_amount.rounded_ask import RoundedAsk, rounded_ask
from shounuo.kernel.money import Money

__all__ = [
    "MarkedDigit",
    "RoundedAsk",
    "SpokenAmount",
    "confusable_places",
    "marked",
    "odd_tail",
    "rounded_ask",
    "spoken",
    "spoken_amount",
    "spoken_date",
]


@dataclass(frozen=True, slots=True)
class SpokenAmount:
    """Everything the screen shows for one amount; `spoken` is the exact figure in words."""

    amount: Money
    spoken: str
    colloquial: str
    digits: tuple[MarkedDigit, ...]
    stressed_tail: str
    ask: RoundedAsk
    ask_spoken: str


def spoken(amount: Money, *, language: str = "zh", style: mandarin.Style = "formal") -> str:
    """The exact amount in words: 七千一百零八元三角五分, or seven thousand one hundred eight dollars …"""
    if language.startswith("zh"):
        return mandarin.amount(amount.minor, style=style, currency=amount.currency)
    return english.amount(amount.minor, currency=amount.currency)


def spoken_amount(
    amount: Money, *, owed: Money | None = None, method: str | None = None, language: str = "zh"
) -> SpokenAmount:
    """`amount` is the floor of this basis (DUE or past due), `owed` everything that is owed now."""
    ask = rounded_ask(amount, owed=owed, method=method, language=language)
    return SpokenAmount(
        amount=amount,
        spoken=spoken(amount, language=language),
        colloquial=spoken(amount, language=language, style="spoken"),
        digits=marked(amount, language=language),
        stressed_tail=odd_tail(amount),
        ask=ask,
        ask_spoken=spoken(ask.ask, language=language, style="spoken"),
    )
