"""What has arrived on a case's accounts since the lender's figures on the page were taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce

from shounuo.domain.promise.entries import REVERSING, EntryKind
from shounuo.records.models import Account, Case, Payment


@dataclass(frozen=True, slots=True)
class PaidAfter:
    """`cents`: net, in the case's currency, above zero. `as_of`: the oldest figures it is not part of."""

    cents: int
    as_of: date


def paid_after_figures(case: Case, accounts: Sequence[Account]) -> PaidAfter | None:
    """None when the figures hold every payment that is known. A payment counts from the day it was booked."""
    net, days = 0, []
    for account in accounts:
        if account.currency != case.currency:
            continue
        rows = Payment.objects.filter(account=account, currency=case.currency)
        later = rows.alias(booked=Coalesce("posted_on", "transacted_on")).filter(
            booked__gt=account.as_of
        )
        came = _sum(later.filter(kind=EntryKind.PAYMENT))
        own = came - _sum(later.filter(kind__in=REVERSING))
        if came:
            days.append(account.as_of)
        net += own
    return PaidAfter(net, min(days)) if days and net > 0 else None


def _sum(rows: QuerySet[Payment]) -> int:
    return int(rows.aggregate(all=Sum("amount_cents"))["all"] or 0)
