"""A fall of the balance, where the lender sends no payment rows.

Each fall between two snapshots stands for money paid on some day in between, less the credits known for
those days. It is used only where payment files do not speak: never for days that every source covers, and
never for an account with a payment row on or after the day of the first promise. So no cent is counted as
a row and as a fall. A rise is new spending or interest and hides payments: the verdict stays provisional.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise
from zoneinfo import ZoneInfo

from shounuo.domain.promise.entries import CREDITS, Entry, EntryKind


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What an account owed at the end of a day, in minor units."""

    account: str
    currency: str
    day: date
    balance_minor: int
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Fall:
    """Money that went in between two snapshots: on `first` at the earliest, `last` at the latest."""

    account: str
    currency: str
    first: date
    last: date
    minor: int


def falls(
    snapshots: Sequence[Snapshot],
    entries: Sequence[Entry],
    first_promise: date,
    covered: date | None,
    zone: ZoneInfo,
) -> list[Fall]:
    """Falls that may stand in for payment rows."""
    speaking = {
        (e.account, e.currency)
        for e in entries
        if e.kind is EntryKind.PAYMENT and e.day(zone) >= first_promise
    }
    credits_ = [e for e in entries if e.kind in CREDITS]
    return [
        fall
        for fall in _all_falls(_latest_per_day(snapshots), credits_, zone)
        if (fall.account, fall.currency) not in speaking
        and ("", fall.currency) not in speaking
        and (covered is None or fall.last > covered)
    ]


def _latest_per_day(snapshots: Sequence[Snapshot]) -> list[Snapshot]:
    kept: dict[tuple[str, str, date], Snapshot] = {}
    for snap in sorted(snapshots, key=lambda s: (s.recorded_at, s.balance_minor)):
        kept[(snap.account, snap.currency, snap.day)] = snap
    return [kept[key] for key in sorted(kept)]


def _all_falls(
    snapshots: Sequence[Snapshot], credits_: Sequence[Entry], zone: ZoneInfo
) -> Iterator[Fall]:
    for (account, currency), group in groupby(snapshots, key=lambda s: (s.account, s.currency)):
        for before, after in pairwise(group):
            given = sum(
                c.minor
                for c in credits_
                if (c.account, c.currency) == (account, currency)
                and before.day < c.day(zone) <= after.day
            )
            minor = before.balance_minor - after.balance_minor - given
            if minor > 0:
                yield Fall(account, currency, before.day + timedelta(days=1), after.day, minor)
