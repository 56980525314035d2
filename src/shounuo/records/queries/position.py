"""An account row as the trade sees it: DUE, PD, days, bucket, and what a payment would do."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from shounuo.domain.account import Account as TradeAccount
from shounuo.domain.account import LenderSays, PastPayment, Position, position
from shounuo.domain.autopay import Autopay, AutopayKind, DebitResult
from shounuo.domain.lender_policy import LenderPolicy
from shounuo.records.models import Account


def trade_account(row: Account) -> TradeAccount:
    """The account as the lender's last file showed it."""
    paid = (
        (PastPayment(row.last_payment_on, row.last_payment_cents),)
        if row.last_payment_on and row.last_payment_cents
        else ()
    )
    return TradeAccount(
        id=str(row.pk),
        currency=row.currency,
        as_of=row.as_of,
        total_balance_minor=row.total_cents or 0,
        statement_balance_minor=row.statement_cents,
        minimum_due_minor=row.minimum_cents,
        statement_on=row.statement_date,
        due_on=row.due_date,
        lender=LenderSays(
            due_minor=row.lender_due_cents,
            past_due_minor=row.past_due_cents,
            days_past_due=row.days_past_due,
            bucket=bucket_number(row.lender_bucket),
        ),
        autopay=_autopay(row),
        last_payments=paid,
        opened_on=row.opened_on,
        times_in_collection=row.times_in_collection,
        worst_bucket=bucket_number(row.worst_bucket) or 0,
    )


def position_of(row: Account, policy: LenderPolicy, on: date) -> Position:
    return position(trade_account(row), policy, on)


@lru_cache(maxsize=256)
def bucket_number(name: str) -> int | None:
    """M3 -> 3; what is not a bucket is not known."""
    digits = re.search(r"\d+", name or "")
    return int(digits.group()) if digits else None


def _autopay(row: Account) -> Autopay:
    if not row.autopay or row.autopay not in set(AutopayKind):
        return Autopay()
    result = DebitResult(row.autopay_result) if row.autopay_result in set(DebitResult) else None
    return Autopay(AutopayKind(row.autopay), result, None, row.autopay_next)
