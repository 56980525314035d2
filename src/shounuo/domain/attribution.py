"""To whom a kept promise and a payment are credited.

A kept promise (KP) belongs to who took the promise, whoever holds the case by then (P17). Cash goes by last
touch: to the person of the latest effective contact with the customer within `last_touch_days` before the
payment, the payment's own day included up to its clock time when it has one. Without such a contact the
customer cured themselves: the cash is credited to nobody. Contacts with third parties, attempts that reached
nobody and messages earn no cash.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shounuo.domain.contact import PartyRole
from shounuo.domain.promise.entries import Entry, EntryKind
from shounuo.domain.promise.reversals import standing
from shounuo.domain.promise.terms import Promise
from shounuo.domain.promise.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Touch:
    """One ended contact: who made it, with whom, and whether its code is effective."""

    at: datetime
    by: str
    role: PartyRole
    effective: bool
    id: str = ""


@dataclass(frozen=True, slots=True)
class CashCredit:
    """Standing minor units of one payment, credited to `by`; empty: nobody, the customer's own cure."""

    payment_id: str
    minor: int
    currency: str
    paid_on: date
    by: str
    touch_id: str = ""


def credit_of_promise(promise: Promise, verdict: Verdict) -> str:
    """Who is credited with a kept promise; empty while it is not kept in time."""
    return promise.taken_by if verdict.is_kept else ""


def cash_credits(
    entries: Sequence[Entry], touches: Iterable[Touch], last_touch_days: int, zone: ZoneInfo
) -> list[CashCredit]:
    """Every standing payment with its credit, by id. Credits and reversed money earn nothing."""
    left = standing(entries, zone).left
    earning = sorted(
        (t for t in touches if t.effective and t.role is not PartyRole.THIRD_PARTY),
        key=lambda t: (t.at, t.id),
    )
    return [
        _credit(entry, left[entry.id], earning, last_touch_days, zone)
        for entry in sorted(entries, key=lambda e: e.id)
        if entry.kind is EntryKind.PAYMENT and left[entry.id]
    ]


def _credit(
    entry: Entry, minor: int, touches: Sequence[Touch], days: int, zone: ZoneInfo
) -> CashCredit:
    day = entry.day(zone)
    last = [
        t
        for t in touches
        if day - timedelta(days=days) <= t.at.astimezone(zone).date() <= day
        and (entry.paid_at is None or t.at <= entry.paid_at)
    ]
    by, touch_id = (last[-1].by, last[-1].id) if last else ("", "")
    return CashCredit(entry.id, minor, entry.currency, day, by, touch_id)
