"""The figure that is easy to hear, asked beside the exact one (P24).

Decides what to *ask*; never what to record: a promise takes the customer's own figure.
House practice, not law: hundreds (tens under a hundred); up to a quarter above the floor is room
enough to step over 四 and 七 (4001 → 5000); more would be asking for a different amount.
"""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.domain.spoken_amount.confusable import confusable_places
from shounuo.kernel.money import EXPONENT, Money
from shounuo.kernel.text import Text

# They copy a figure from a screen or a statement, so a rounder one would only disagree with it.
EXACT_METHODS = frozenset({"app", "statement_transfer", "auto_debit"})
_ROOM_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class RoundedAsk:
    """`ask` ≥ `floor` and ≤ `owed`; `exact` is always shown and said with it."""

    ask: Money
    exact: Money
    rounded: bool
    free_of_confusables: bool
    why: Text


def rounded_ask(
    floor: Money, *, owed: Money | None = None, method: str | None = None, language: str = "zh"
) -> RoundedAsk:
    """The smallest easy figure from `floor` (the least that serves this basis) up to `owed`.

    Without `owed` nothing above the floor is known to be owed. A floor above `owed` or below zero
    raises ValueError; two currencies raise CurrencyMismatchError.
    """
    limit = floor if owed is None else owed
    if floor.minor < 0 or floor > limit:
        raise ValueError(f"floor {floor.plain()} must be from 0 up to what is owed {limit.plain()}")
    if method in EXACT_METHODS:
        return _result(floor, floor, language, _WHY_EXACT)
    easy = _easy_figures(floor, limit)
    clear = (figure for figure in easy if not confusable_places(figure, language=language))
    best = next(clear, None)
    if best is not None:
        return _result(best, floor, language, _WHY_CLEAR)
    return _result(
        *((easy[0], floor, language, _WHY_EASY) if easy else (floor, floor, language, _WHY_NONE))
    )


def _easy_figures(floor: Money, limit: Money) -> list[Money]:
    """Easy figures from the floor up, within the room and never above the limit."""
    unit: int = 10 ** EXPONENT.get(floor.currency, 2)
    step = unit * (10 if floor.minor <= 90 * unit else 100)
    first = -(-floor.minor // step) * step
    top = min(limit.minor, floor.minor + max(step, floor.minor // _ROOM_QUARTERS))
    return [Money(minor, floor.currency) for minor in range(first, top + 1, step)]


def _result(ask: Money, exact: Money, language: str, why: Text) -> RoundedAsk:
    free = not confusable_places(ask, language=language)
    return RoundedAsk(ask, exact, ask != exact, free, why)


_WHY_EXACT = Text(
    "对方照着屏幕或账单付款，报准数", "They pay from a screen or a statement: say the exact figure"
)
_WHY_CLEAR = Text("好听清的整数，没有易混的字", "An easy figure with nothing easily misheard in it")
_WHY_EASY = Text(
    "好记的整数；避不开易混的字，说慢",
    "An easy figure; it keeps a digit that is misheard: say it slowly",
)
_WHY_NONE = Text(
    "没有不超过欠款的整数，报准数", "No easy figure fits under what is owed: say the exact one"
)
