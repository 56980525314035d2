"""A customer's promises and money as `domain.promise` reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from shounuo.domain.promise.balance_fall import Snapshot
from shounuo.domain.promise.coverage import Coverage
from shounuo.domain.promise.entries import Entry, EntryKind
from shounuo.domain.promise.limits import PromiseLimits
from shounuo.domain.promise.policy import SettlementPolicy
from shounuo.domain.promise.replay import Book
from shounuo.domain.promise.terms import Basis, Ending, EndKind, Part
from shounuo.domain.promise.terms import Promise as Terms
from shounuo.records.models import (
    Account,
    AccountFigures,
    Lender,
    Payment,
    PaymentCoverage,
    Promise,
)


def settlement_policy(lender: Lender) -> SettlementPolicy:
    """The lender's settings of settlement, in the lender's own zone."""
    return replace(lender.settings().settlement, time_zone=lender.zone)


def promise_limits(lender: Lender) -> PromiseLimits:
    return lender.settings().promise_limits


def books(customer_ids: Iterable[int], lender: Lender) -> dict[int, Book]:
    """Everything recorded for each customer, in six queries for all of them."""
    ids = set(customer_ids)
    accounts = _accounts(ids)
    owner = {account.pk: account.customer_id for account in accounts}
    promises = _group(_promises(ids))
    entries = _group((owner[p.account_id], entry_of(p)) for p in _payments(owner))
    promised = {
        account for rows in promises.values() for terms in rows for account in terms.accounts
    }
    by_id = {account.pk: account for account in accounts}
    snapshots = _group(
        (owner[row.account_id], _snapshot(row, by_id[row.account_id])) for row in _figures(promised)
    )
    covered = tuple(coverage_of(row) for row in _newest_coverage(lender))
    order = defaultdict(list)
    for account in accounts:
        order[account.customer_id].append(str(account.pk))
    return {
        customer: Book(
            tuple(promises[customer]),
            tuple(entries[customer]),
            covered,
            tuple(snapshots[customer]),
            tuple(order[customer]),
        )
        for customer in ids
    }


def _accounts(customer_ids: set[int]) -> list[Account]:
    """The lender's order of cards: oldest delinquency first, then the account's own number."""
    rows = Account.objects.filter(customer__in=customer_ids)
    return sorted(rows, key=lambda a: (-(a.days_past_due or 0), a.pk))


def _promises(customer_ids: set[int]) -> Iterable[tuple[int, Terms]]:
    rows = Promise.objects.filter(customer__in=customer_ids).prefetch_related("accounts")
    return ((row.customer_id, terms_of(row)) for row in rows)


def _payments(owner: dict[int, int]) -> Iterable[Payment]:
    return Payment.objects.filter(account__in=owner)


def _figures(account_ids: set[str]) -> Iterable[AccountFigures]:
    rows = AccountFigures.objects.filter(account__in=[int(pk) for pk in account_ids])
    return rows.exclude(total_cents=None)


def _newest_coverage(lender: Lender) -> Iterable[PaymentCoverage]:
    return PaymentCoverage.objects.filter(lender=lender)


def _group(pairs):  # type: ignore[no-untyped-def]
    grouped = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return grouped


def _snapshot(row: AccountFigures, account: Account) -> Snapshot:
    assert row.total_cents is not None
    return Snapshot(
        str(row.account_id), account.currency, row.as_of, row.total_cents, row.recorded_at
    )


def coverage_of(row: PaymentCoverage) -> Coverage:
    return Coverage(row.source, row.covers_through, row.recorded_at)


def entry_of(row: Payment) -> Entry:
    """A payment's id is its source and the source's own number; a reversal names it likewise."""
    return Entry(
        id=f"{row.source}:{row.ref}",
        currency=row.currency,
        minor=row.amount_cents,
        paid_on=row.transacted_on,
        recorded_at=row.recorded_at,
        account=str(row.account_id),
        kind=EntryKind(row.kind),
        paid_at=row.transacted_at,
        posted_at=row.posted_on,
        payer=row.payer,
        source=row.source,
        reverses=f"{row.source}:{row.reverses_ref}" if row.reverses_ref else "",
    )


def terms_of(row: Promise) -> Terms:
    return Terms(
        id=str(row.pk),
        currency=row.currency,
        parts=parts_of(row),
        made_at=row.made_at,
        recorded_at=row.recorded_at,
        basis=Basis(row.basis),
        accounts=tuple(sorted(str(account.pk) for account in row.accounts.all())),
        asked_minor=row.asked_cents,
        stated_minor=row.stated_cents,
        grace_days=row.grace_days,
        method=row.method,
        explicit=not row.implied,
        lender_name_confirmed=bool(row.confirmation.get("lender")),
        late_reason=row.late_reason,
        call_id=str(row.contact_id or ""),
        taken_by=str(row.taken_by_id),
        ending=_ending(row),
    )


def parts_of(row: Promise) -> tuple[Part, ...]:
    if not row.parts:
        return (Part(row.due_by, row.recorded_cents),)
    return tuple(
        Part(date.fromisoformat(part["due_by"]), part["cents"])
        for part in sorted(row.parts, key=lambda part: part["due_by"])
    )


def _ending(row: Promise) -> Ending | None:
    at = row.voided_at or row.cancelled_at
    if at is None:
        return None
    kind = EndKind.VOID if row.voided_at else EndKind.CANCELLED
    return Ending(kind, at, row.end_recorded_at or at, row.end_reason)
