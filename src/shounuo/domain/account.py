"""One account: what is owed, what is due, how late. All amounts in minor units of `currency`.

DUE is everything due now; PD (past due) is the least that ends the delinquency (P22). The lender's own
figures, days and bucket always win over ours: their system decides whether the customer is delinquent.
Where they are silent: DUE is the unpaid statement, else the unpaid arrears with the minimum due, else the
balance; PD is the unpaid arrears, else the unpaid minimum once its day has passed, else DUE.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from shounuo.domain.ageing import days_past_due
from shounuo.domain.autopay import Autopay
from shounuo.domain.lender_policy import LenderPolicy


@dataclass(frozen=True, slots=True)
class Arrear:
    """What one missed due date still lacks."""

    due_on: date
    minor: int


@dataclass(frozen=True, slots=True)
class LenderSays:
    """The lender's own figures. Each one given wins."""

    due_minor: int | None = None
    past_due_minor: int | None = None
    days_past_due: int | None = None
    bucket: int | None = None


@dataclass(frozen=True, slots=True)
class PastPayment:
    """An earlier payment, for the collector's judgement (P23)."""

    paid_on: date
    minor: int
    method: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """The account as the lender's file showed it on `as_of`.

    `paid_since_statement_minor`: cash posted after the statement was made. None: the file does not say.
    """

    id: str
    currency: str
    as_of: date
    total_balance_minor: int
    statement_balance_minor: int | None = None
    minimum_due_minor: int | None = None
    paid_since_statement_minor: int = 0
    statement_on: date | None = None
    due_on: date | None = None
    arrears: tuple[Arrear, ...] = ()
    lender: LenderSays = field(default_factory=LenderSays)
    autopay: Autopay = field(default_factory=Autopay)
    last_payments: tuple[PastPayment, ...] = ()
    opened_on: date | None = None
    times_in_collection: int = 0
    worst_bucket: int = 0
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What is true of an account on a day. `computed` names the figures that are ours."""

    due_minor: int
    past_due_minor: int
    total_minor: int
    days_past_due: int
    bucket: int
    bucket_name: str
    computed: frozenset[str] = frozenset()

    @property
    def nothing_due(self) -> bool:
        return self.due_minor <= 0 and self.past_due_minor <= 0


def position(account: Account, policy: LenderPolicy, on: date) -> Position:
    """DUE, PD, days and bucket on a civil day; the lender's figures first."""
    says = account.lender
    # Paid ahead is nothing due, never less: one card's credit must not lower what another card lacks.
    due = _due(account) if says.due_minor is None else max(0, says.due_minor)
    if says.due_minor is None and says.past_due_minor is not None:
        due = max(due, says.past_due_minor)  # what is past due is due
    past = (
        _past_due(account, due, policy, on)
        if says.past_due_minor is None
        else max(0, says.past_due_minor)
    )
    days = _days(account, past, policy, on)
    bucket = policy.buckets.bucket(days) if says.bucket is None else says.bucket
    given = {
        "due": says.due_minor,
        "past_due": says.past_due_minor,
        "days_past_due": says.days_past_due,
        "bucket": says.bucket,
    }
    return Position(
        due_minor=due,
        past_due_minor=past,
        total_minor=account.total_balance_minor,
        days_past_due=days,
        bucket=bucket,
        bucket_name=policy.buckets.name(bucket),
        computed=frozenset(name for name, value in given.items() if value is None),
    )


def _due(account: Account) -> int:
    arrears = sum(a.minor for a in account.arrears)
    if account.statement_balance_minor is not None:
        due = account.statement_balance_minor - account.paid_since_statement_minor
    elif arrears or account.minimum_due_minor is not None:
        due = arrears + (account.minimum_due_minor or 0) - account.paid_since_statement_minor
    else:
        due = account.total_balance_minor
    return max(0, due)


def _past_due(account: Account, due: int, policy: LenderPolicy, on: date) -> int:
    late = [a for a in account.arrears if days_past_due(a.due_on, on, policy.grace_days)]
    if account.arrears:
        past = sum(a.minor for a in late) - account.paid_since_statement_minor
    elif account.due_on is not None and not days_past_due(account.due_on, on, policy.grace_days):
        past = 0
    elif account.minimum_due_minor is not None:
        past = account.minimum_due_minor - account.paid_since_statement_minor
    else:
        past = due
    return min(due, max(0, past)) if due else 0


def _days(account: Account, past_due: int, policy: LenderPolicy, on: date) -> int:
    """The lender's count as of its file, grown by the days since, or ours from the oldest unpaid date."""
    if account.lender.days_past_due is not None:
        grown = (on - account.as_of).days if account.lender.days_past_due else 0
        return account.lender.days_past_due + max(0, grown)
    if past_due <= policy.cure_tolerance_minor:
        return 0
    dates = [a.due_on for a in account.arrears if a.minor > 0]
    oldest = min(dates) if dates else account.due_on
    return days_past_due(oldest, on, policy.grace_days)
