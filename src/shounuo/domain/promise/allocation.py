"""Which money serves which promise: every minor unit once.

Two rounds. In time: each payment, earliest first, goes to the parts whose days contain it, in the order
last day, lender's card order, made at, promise id, part. Late: what is left goes, in the same order, to
parts whose last day has passed, for at most `late_days` after it. Money nobody takes stays free.
Payments made before the promise never count for it; on the same day without a clock time they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shounuo.domain.promise.balance_fall import Fall
from shounuo.domain.promise.entries import Entry
from shounuo.domain.promise.terms import Promise
from shounuo.domain.promise.verdict import Counted


@dataclass(frozen=True, slots=True)
class Money:
    """Something that can be counted: made between `first` and `last`, at `moment` when known."""

    id: str
    account: str
    currency: str
    minor: int
    first: date
    last: date
    moment: datetime | None = None
    payer: str = ""
    from_balance: bool = False

    @classmethod
    def of_entry(cls, entry: Entry, minor: int, zone: ZoneInfo) -> Money:
        day = entry.day(zone)
        return cls(
            entry.id, entry.account, entry.currency, minor, day, day, entry.paid_at, entry.payer
        )

    @classmethod
    def of_fall(cls, fall: Fall) -> Money:
        name = f"balance:{fall.account}:{fall.last.isoformat()}"
        return cls(
            name, fall.account, fall.currency, fall.minor, fall.first, fall.last, from_balance=True
        )


@dataclass(frozen=True, slots=True)
class Obligation:
    """One part of one promise, waiting for money."""

    promise: Promise
    part: int
    last_day: date
    made_on: date

    @property
    def need(self) -> int:
        return self.promise.parts[self.part].minor

    def may_take(self, money: Money) -> bool:
        """The card, the currency and the start fit; the end is for the rounds to say."""
        if money.currency != self.promise.currency:
            return False
        if money.account and self.promise.accounts and money.account not in self.promise.accounts:
            return False
        if money.moment is not None:
            return money.moment >= self.promise.made_at
        return money.last >= self.made_on


Allocation = dict[tuple[str, int], list[Counted]]


def obligations(promise: Promise, zone: ZoneInfo) -> list[Obligation]:
    """The parts of a promise with their last days: due day and grace, in calendar days."""
    made_on = promise.made_at.astimezone(zone).date()
    grace = timedelta(days=promise.grace_days)
    return [
        Obligation(promise, index, part.due_by + grace, made_on)
        for index, part in enumerate(promise.parts)
    ]


def allocate(
    waiting: Sequence[Obligation],
    money: Sequence[Money],
    late_days: int,
    card_order: Sequence[str] = (),
) -> Allocation:
    """Counted money per (promise id, part). Pure; the order of the arguments does not matter."""
    ranked = sorted(waiting, key=lambda o: _rank(o, card_order))
    result: Allocation = {(o.promise.id, o.part): [] for o in ranked}
    left = {item.id: item.minor for item in money}
    ordered = sorted(money, key=lambda m: (m.first, m.last, m.id))
    window = timedelta(days=late_days)
    for in_time in (True, False):
        for item in ordered:
            for o in ranked:
                fits = (
                    item.first <= o.last_day
                    if in_time
                    else o.last_day < item.first <= o.last_day + window
                )
                if fits and o.may_take(item):
                    _take(item, o, left, result, in_time)
    return result


def _rank(o: Obligation, card_order: Sequence[str]) -> tuple[date, int, datetime, str, int]:
    places = [card_order.index(a) for a in o.promise.accounts if a in card_order]
    return (
        o.last_day,
        min(places, default=len(card_order)),
        o.promise.made_at,
        o.promise.id,
        o.part,
    )


def _take(
    item: Money, o: Obligation, left: dict[str, int], result: Allocation, in_time: bool
) -> None:
    have = result[(o.promise.id, o.part)]
    minor = min(left[item.id], o.need - sum(c.minor for c in have))
    if minor <= 0:
        return
    left[item.id] -= minor
    have.append(
        Counted(
            item.id,
            minor,
            item.first,
            in_time,
            item.account,
            item.payer,
            o.part,
            item.from_balance,
        )
    )
