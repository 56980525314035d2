"""Promises whose day has ended are looked at again, although no file came.

A promise that nobody paid becomes broken, or awaits the file that is late; a file that is late for long
is then seen on the board and in the health of the feeds, and never by a customer.
"""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions.take_payments import settle_waiting
from shounuo.records.models import Lender, Promise

NAME = "settle_nightly"
EVERY_SECONDS = 60 * 60


def run(as_of: datetime) -> int:
    """Settles each lender's undecided promises as known at `as_of`; returns how many changed."""
    promised = Promise.objects.order_by().values("case__lender").distinct()
    lenders = Lender.objects.filter(pk__in=promised).order_by("pk")
    return sum(
        settle_waiting(lender=lender, actor="scheduler", recorded_at=as_of) for lender in lenders
    )
