"""What is left of each payment after reversals and bounces.

A reversal that names its payment takes from that one, once the payment is known. One that names none
takes from the same account's payments made up to its own day: first one of exactly its amount (the
latest), else the latest back. What finds nothing to undo is reported, never taken from the future.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from shounuo.domain.promise.entries import REVERSING, Entry, EntryKind


@dataclass(slots=True)
class Standing:
    """Minor units that still stand, per payment id, and the reversals that undid nothing."""

    left: dict[str, int] = field(default_factory=dict)
    unmatched: list[str] = field(default_factory=list)


def standing(entries: Sequence[Entry], zone: ZoneInfo) -> Standing:
    """The amounts that stand among the entries known. Independent of their order."""
    payments = [e for e in entries if e.kind is EntryKind.PAYMENT]
    result = Standing({p.id: p.minor for p in payments})
    undoing = sorted(
        (e for e in entries if e.kind in REVERSING),
        key=lambda e: (not e.reverses, e.day(zone), e.id),
    )
    for entry in undoing:
        if _undo(entry, _candidates(entry, payments, result, zone), result):
            result.unmatched.append(entry.id)
    return result


def _candidates(
    entry: Entry, payments: Sequence[Entry], result: Standing, zone: ZoneInfo
) -> list[Entry]:
    if entry.reverses:
        return [p for p in payments if p.id == entry.reverses]

    def latest_exact_first(payment: Entry) -> tuple[bool, date, str]:
        return (result.left[payment.id] == entry.minor, payment.day(zone), payment.id)

    same = [
        p
        for p in payments
        if (p.account, p.currency) == (entry.account, entry.currency)
        and p.day(zone) <= entry.day(zone)
    ]
    return sorted(same, key=latest_exact_first, reverse=True)


def _undo(entry: Entry, candidates: Sequence[Entry], result: Standing) -> int:
    """Take the reversal from the candidates in order; what found nothing, in minor units."""
    open_minor = entry.minor
    for payment in candidates:
        taken = min(open_minor, result.left[payment.id])
        result.left[payment.id] -= taken
        open_minor -= taken
    return open_minor
