"""Accounts that a whole book no longer holds have left it: paid off, sold or called back.

Nobody may be called about them, so nothing is due on them here; their last figures stay in the history,
and no balance of zero is invented, because none was told.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from shounuo.records.actions._act import Actor, act
from shounuo.records.actions._cases import refresh_cases
from shounuo.records.actions._rewrite import rewrite
from shounuo.records.models import Account, Customer, Lender

CHANGED = ("due_cents", "pd_cents", "bucket", "days_past_due", "past_due_cents", "lender_due_cents")


def leave_book(
    *,
    lender: Lender,
    account_ids: Sequence[int],
    as_of: date,
    actor: Actor,
    recorded_at: datetime,
) -> int:
    """Marks one batch as gone since `as_of` and closes the cases that nothing is left of."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        accounts = list(Account.objects.filter(pk__in=account_ids, lender=lender).order_by("pk"))
        customers = sorted({account.customer_id for account in accounts})
        list(Customer.objects.select_for_update().filter(pk__in=customers).order_by("pk"))
        for account in accounts:
            account.facts = {**account.facts, "left_on": as_of.isoformat()}
            account.due_cents = account.pd_cents = account.days_past_due = 0
            account.past_due_cents = account.lender_due_cents = 0
            account.lender_bucket, account.bucket = "", "M0"
        rewrite(accounts, [*CHANGED, "lender_bucket", "facts"])
        payload = {"accounts": [account.pk for account in accounts], "as_of": as_of.isoformat()}
        writing.event(f"lender:{lender.pk}", "AccountsLeft", payload)
        _, closed = refresh_cases(writing, lender, customers)
        return closed
