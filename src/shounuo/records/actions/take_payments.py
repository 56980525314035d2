"""A payment source tells payments and how far it has told; promises settle at once.

The same number again changes nothing; the same number with another amount is a conflict and is
handed back. One short transaction a batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q

from shounuo.domain.promise.entries import REVERSING
from shounuo.records.actions._act import Actor, Writing, act
from shounuo.records.actions._insert import insert
from shounuo.records.actions._payment_tell import tell_payments
from shounuo.records.actions.settle_customer import settle_within
from shounuo.records.models import (
    Account,
    Customer,
    ImportRun,
    Lender,
    Payment,
    PaymentCoverage,
    Promise,
)
from shounuo.records.sealing import keyed_hash

STILL_MOVING = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One line of a payment file. `amount_cents` is above zero; `kind` says which way.

    `transacted_at` only when the file carries a clock time.
    """

    row_no: int
    ref: str
    account_ref: str
    amount_cents: int
    currency: str
    transacted_on: date
    kind: str = "payment"
    transacted_at: datetime | None = None
    posted_on: date | None = None
    payer: str = ""
    reverses_ref: str = ""


@dataclass
class TakenPayments:
    new: int = 0
    unchanged: int = 0
    settled: int = 0
    unknown_accounts: list[PaymentRow] = field(default_factory=list)
    # row, and what it says otherwise: figure -> [known, told]
    conflicts: list[tuple[PaymentRow, dict[str, list[Any]]]] = field(default_factory=list)


def take_payments(
    *,
    lender: Lender,
    source: str,
    rows: Sequence[PaymentRow],
    actor: Actor,
    recorded_at: datetime,
    run: ImportRun | None = None,
) -> TakenPayments:
    """Stores one batch atomically under the locks of its customers and settles their promises."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        accounts = _locked_accounts(lender, rows)
        taken = TakenPayments()
        known = {
            payment.ref: payment
            for payment in Payment.objects.filter(
                lender=lender, source=source, ref__in=[row.ref for row in rows]
            )
        }
        fresh = [
            payment
            for row in rows
            if (payment := _one(row, lender, source, accounts, known, taken, recorded_at, run))
        ]
        insert(fresh)
        taken.new = len(fresh)
        customers = tell_payments(writing, fresh)
        taken.settled = _settle(writing, lender, customers)
        return taken


def _locked_accounts(lender: Lender, rows: Sequence[PaymentRow]) -> dict[str, Account]:
    keys = {keyed_hash(row.account_ref, kind="account") for row in rows}
    accounts = Account.objects.filter(lender=lender, ref_hash__in=keys)
    found = {account.ref_hash: account for account in accounts}
    customers = {account.customer_id for account in found.values()}
    list(Customer.objects.select_for_update().filter(pk__in=customers).order_by("pk"))
    return found


def _one(
    row: PaymentRow,
    lender: Lender,
    source: str,
    accounts: dict[str, Account],
    known: dict[str, Payment],
    taken: TakenPayments,
    at: datetime,
    run: ImportRun | None,
) -> Payment | None:
    account = accounts.get(keyed_hash(row.account_ref, kind="account"))
    earlier = known.get(row.ref)
    if earlier is not None:
        differing = _differences(earlier, row)
        if account is None or earlier.account_id != account.pk:
            differing["account_ref"] = [earlier.account.ref, row.account_ref]
        if differing:
            taken.conflicts.append((row, differing))
        else:
            taken.unchanged += 1
        return None
    if account is None:
        taken.unknown_accounts.append(row)
        return None
    payment = Payment(
        lender=lender,
        source=source,
        ref=row.ref,
        account=account,
        kind=row.kind,
        amount_cents=row.amount_cents,
        currency=row.currency,
        transacted_on=row.transacted_on,
        transacted_at=row.transacted_at,
        posted_on=row.posted_on,
        recorded_at=at,
        payer=row.payer,
        reverses_ref=row.reverses_ref,
        import_run=run,
    )
    known[row.ref] = payment
    return payment


def _differences(known: Payment, row: PaymentRow) -> dict[str, list[Any]]:
    """Figure -> [known, told]. The day is part of it: on which of two days a payment was made must not
    hang on whose file came first."""
    pairs = {
        "amount_cents": [known.amount_cents, row.amount_cents],
        "currency": [known.currency, row.currency],
        "kind": [known.kind, row.kind],
        "transacted": [known.transacted_on, row.transacted_on],
        "reverses_ref": [known.reverses_ref, row.reverses_ref],
    }
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _settle(writing: Writing, lender: Lender, customer_ids: set[int]) -> int:
    promised = Promise.objects.filter(customer__in=customer_ids).values_list("customer", flat=True)
    ids = sorted(set(promised))
    return settle_within(writing, ids, lender) if ids else 0


def declare_coverage(
    *,
    lender: Lender,
    source: str,
    covers_through: date,
    actor: Actor,
    recorded_at: datetime,
    run: ImportRun | None = None,
) -> PaymentCoverage:
    """The source has told everything through this civil day, payments or none.

    Settling who waited for it is `settle_waiting`, in batches of its own.
    """
    with act(actor=actor, recorded_at=recorded_at) as writing:
        coverage = PaymentCoverage.objects.create(
            lender=lender,
            source=source,
            covers_through=covers_through,
            recorded_at=recorded_at,
            import_run=run,
        )
        payload = {"source": source, "covers_through": covers_through.isoformat()}
        writing.event(f"lender:{lender.pk}", "CoverageDeclared", payload)
        return coverage


def settle_waiting(*, lender: Lender, actor: Actor, recorded_at: datetime, batch: int = 200) -> int:
    """Settles every promise of the lender that time or coverage may still change; returns changes.

    Those are the open, the awaiting and the provisional ones, the unkept of the last months, whose
    later instalments may still come, and the kept ones of whom took money back in that time: a bounce
    posted tomorrow is not known today, and no file comes on its day.
    """
    recent = recorded_at.date() - STILL_MOVING
    undone = Payment.objects.filter(
        Q(posted_on__gte=recent) | Q(transacted_on__gte=recent), lender=lender, kind__in=REVERSING
    )
    waiting = Promise.objects.filter(
        Q(state__in=["open", "awaiting_file"])
        | Q(provisional=True)
        | Q(state__in=["partly_kept", "broken"], due_by__gte=recent)
        | Q(state__in=["kept", "kept_late"], customer__in=undone.values("account__customer")),
        case__lender=lender,
    )
    ids = sorted(set(waiting.values_list("customer", flat=True)))
    changed = 0
    for start in range(0, len(ids), batch):
        with act(actor=actor, recorded_at=recorded_at) as writing:
            some = ids[start : start + batch]
            list(Customer.objects.select_for_update().filter(pk__in=some).order_by("pk"))
            changed += settle_within(writing, some, lender)
    return changed
