"""What is known of a customer when a promise is taken; `domain.promise.limits` judges it."""

from __future__ import annotations

from datetime import datetime

from shounuo.domain.promise.limits import PromiseContext
from shounuo.records.models import Account, Case, Promise
from shounuo.records.queries.book import settlement_policy

BROKEN_STATES = ("broken", "partly_kept")
OPEN_STATES = ("open", "awaiting_file")


def promise_context(
    case: Case, at: datetime, *, on_line: bool, besides: int | None = None
) -> PromiseContext:
    """`besides`: the id of the promise that is being judged and does not count against itself."""
    accounts = Account.objects.filter(customer_id=case.customer_id, currency=case.currency)
    owed = [account.total_cents for account in accounts]
    earlier = Promise.objects.filter(case__customer_id=case.customer_id).exclude(pk=besides)
    return PromiseContext(
        today=at.astimezone(settlement_policy(case.lender).zone).date(),
        open_promises=earlier.filter(state__in=OPEN_STATES).count(),
        broken_before=earlier.filter(state__in=BROKEN_STATES).count(),
        owed_minor=None if None in owed else sum(cents or 0 for cents in owed),
        customer_on_line=on_line,
    )
