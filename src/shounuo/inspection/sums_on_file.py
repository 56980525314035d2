"""The sums that a case holds, and which sums said aloud are one of them (P24)."""

from __future__ import annotations

from collections.abc import Collection

from shounuo.inspection.model import Context

YUAN = 100
# The trade rounds an ask up to the next ten, fifty or hundred (P24), no further than a hundred.
ROUND_UP_WITHIN, ROUND_UP_TO = 100 * YUAN, (10 * YUAN, 50 * YUAN, 100 * YUAN)


def known_sums(context: Context) -> set[int]:
    """Every sum in minor units that may truthfully be named as owed, paid, offered or promised."""
    due = context.owed_cents
    sums = set(due) | {abs(a - b) for a in due for b in due}
    for offer in context.approved_offers:
        if offer.cents:
            sums |= {offer.cents, *(abs(d - offer.cents) for d in due)}
            sums |= {offer.cents * offer.months} if offer.months else set()
    sums |= {context.last_payment.cents} if context.last_payment else set()
    sums |= {p.cents for p in context.previous_promises if p.cents}
    return sums


def fits(cents: int, known: Collection[int]) -> bool:
    """The sum itself, without its cents, rounded up within the trade's habit, or cut to a round head."""
    return any(_fits(cents, sum_) for sum_ in known)


def _rounded_up(cents: int, owed: int) -> bool:
    """To one of `ROUND_UP_TO`; where nothing is owed a few round tens are a part of what else is."""
    if not owed:
        return cents % ROUND_UP_TO[0] == 0
    return any(cents == -(-owed // step) * step for step in ROUND_UP_TO)


def _fits(cents: int, owed: int) -> bool:
    if cents == owed or (cents % YUAN == 0 and abs(owed - cents) < YUAN):
        return True
    if owed < cents <= owed + ROUND_UP_WITHIN and _rounded_up(cents, owed):
        return True
    for head in (100 * YUAN, 1000 * YUAN, 10000 * YUAN):
        if cents % head == 0 and 0 <= owed - cents < head and owed >= 10 * head:
            return True
    return False
