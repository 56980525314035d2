"""Settlement written again the slow way: cents one by one, promises one by one, days as numbers.

Shares no code with the product. It knows one currency, payments by date, reversals by id and plain promises.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Coin:
    """One cent of one payment."""

    day: int
    payment: str
    account: str
    spent: bool = False


@dataclass
class Wish:
    """One promise, with the coins it got."""

    name: str
    need: int
    made: int
    last: int
    account: str
    in_time: list[Coin] = field(default_factory=list)
    late: list[Coin] = field(default_factory=list)


def coins_of(payments: list[tuple[str, int, int, str]], undone: dict[str, int]) -> list[Coin]:
    """`payments`: (id, cents, day, account). `undone`: cents taken back per id."""
    coins: list[Coin] = []
    for name, cents, day, account in sorted(payments, key=lambda p: (p[2], p[0])):
        coins += [Coin(day, name, account) for _ in range(max(0, cents - undone.get(name, 0)))]
    return coins


def decide(
    wishes: list[Wish], coins: list[Coin], today: int, covered: int | None, late_days: int
) -> dict[str, str]:
    """The state by promise name."""
    ranked = sorted(wishes, key=lambda w: (w.last, w.made, w.name))
    for wish in ranked:
        for coin in coins:
            fits = coin.account == wish.account and wish.made <= coin.day <= wish.last
            if fits and not coin.spent and len(wish.in_time) < wish.need:
                coin.spent = True
                wish.in_time.append(coin)
    for wish in ranked:
        for coin in coins:
            late = max(wish.last + 1, wish.made) <= coin.day <= wish.last + late_days
            missing = wish.need - len(wish.in_time) - len(wish.late)
            if late and coin.account == wish.account and not coin.spent and missing > 0:
                coin.spent = True
                wish.late.append(coin)
    return {wish.name: _state(wish, today, covered) for wish in wishes}


def _state(wish: Wish, today: int, covered: int | None) -> str:
    if len(wish.in_time) == wish.need:
        return "kept"
    if today <= wish.last:
        return "open"
    if len(wish.in_time) + len(wish.late) == wish.need:
        return "kept_late"
    if covered is None or covered < wish.last:
        return "awaiting_file"
    return "partly_kept" if wish.in_time else "broken"
