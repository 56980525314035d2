"""Which digits of an amount are misheard on the telephone, and which tail needs stress.

In Mandarin 七 四 一 sound alike on a bad line; in English -teen and -ty do. Practice row P24.
"""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.kernel.money import Money

_MANDARIN = frozenset("147")


@dataclass(frozen=True, slots=True)
class MarkedDigit:
    """One character of the written amount (`index` counts in `Money.plain()`)."""

    index: int
    char: str
    confusable: bool
    stressed: bool


def _teens_and_tens(plain: str) -> set[int]:
    """Places read as -teen or -ty: the tens place of each group of three, unless it is 0, or 1 with 0-2."""
    whole, dot, cents = plain.partition(".")
    groups = [(whole, 0)] + ([(cents, len(whole) + 1)] if dot else [])
    found: set[int] = set()
    for text, offset in groups:
        for place, char in enumerate(text):
            if (len(text) - place) % 3 == 2 and (char in "3456789"):
                found.add(offset + place)
            if (len(text) - place) % 3 == 2 and char == "1" and text[place + 1] in "3456789":
                found.update((offset + place, offset + place + 1))
    return found


def confusable_places(amount: Money, *, language: str = "zh") -> set[int]:
    """Positions in `amount.plain()` that are easily misheard; zeros after the point are not said."""
    plain = amount.plain()
    if not language.startswith("zh"):
        return _teens_and_tens(plain)
    return {place for place, char in enumerate(plain) if char in _MANDARIN}


def odd_tail(amount: Money) -> str:
    """The tail to stress: thousands and only a few units (7008 → "8"), or cents. Empty when none.

    A listener keeps the thousands and loses what follows a gap.
    """
    whole, _, cents = amount.plain().partition(".")
    tail = whole[-3:]
    few = len(whole) >= 4 and tail[0] == "0" and int(tail) > 0
    small = f".{cents}" if cents and int(cents) else ""
    return (tail.lstrip("0") if few else "") + small


def marked(amount: Money, *, language: str = "zh") -> tuple[MarkedDigit, ...]:
    """Every character of the amount with its marks, for the screen."""
    plain, hard = amount.plain(), confusable_places(amount, language=language)
    stressed_from = len(plain) - _tail_length(plain, odd_tail(amount))
    return tuple(
        MarkedDigit(place, char, place in hard, place >= stressed_from and char != ".")
        for place, char in enumerate(plain)
    )


def _tail_length(plain: str, tail: str) -> int:
    if not tail:
        return 0
    _, dot, cents = plain.partition(".")
    return len(tail) if "." in tail else len(tail) + len(dot) + len(cents)
