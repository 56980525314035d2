"""Customers, points, accounts and figures of one batch, written in a few bulk statements."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shounuo.ledger.chain import canonical
from shounuo.records.actions._rewrite import rewrite
from shounuo.records.models import (
    Account,
    AccountFigures,
    ContactPoint,
    Customer,
    ImportRun,
    Lender,
)
from shounuo.records.models.account import Figures
from shounuo.records.queries.position import position_of
from shounuo.records.sealing import keyed_hash

if TYPE_CHECKING:
    from shounuo.records.actions.take_accounts import AccountRow, Taken

FIGURES = tuple(f.name for f in Figures._meta.get_fields() if f.name != "as_of")
AMOUNTS = tuple(name for name in FIGURES if name.endswith("_cents"))
TOLD = ("product", "debt_kind", "opened_on", "tail", "worst_bucket")
COMPUTED = ("due_cents", "pd_cents", "bucket")


class Store:
    """Takes one batch of rows of one lender. Locks customers in order of their ids."""

    def __init__(
        self,
        lender: Lender,
        rows: Sequence[AccountRow],
        at: datetime,
        run: ImportRun | None,
        overrule: bool = False,
    ) -> None:
        self.lender, self.rows, self.at, self.run = lender, rows, at, run
        self.policy, self.overrule = lender.settings(), overrule
        self.replaced: dict[int, dict[str, Any]] = {}  # account -> figure -> [known, told]
        self.touched_customers: set[int] = set()
        self._digest = hashlib.sha256()

    def digest(self) -> str:
        """A hash over what was stored, so that the event pins the batch without repeating it."""
        return self._digest.hexdigest()

    def take(self) -> Taken:
        from shounuo.records.actions.take_accounts import Taken

        taken = Taken()
        customers = self._customers()
        self._points(customers)
        accounts = self._known_accounts()
        new: dict[str, Account] = {}
        changed: dict[int, Account] = {}
        history: list[AccountFigures] = []
        for row in self.rows:
            key = keyed_hash(row.account_ref, kind="account")
            account = accounts.get(key) or new.get(key)
            outcome = self._one(row, account, customers, key, new, changed, history, taken)
            if outcome:
                self._digest.update(canonical([key, row.as_of.isoformat(), outcome]))
        Account.objects.bulk_create(list(new.values()))
        rewrite(
            changed.values(), [*FIGURES, "as_of", *TOLD, *COMPUTED, "facts", "times_in_collection"]
        )
        AccountFigures.objects.bulk_create(history, ignore_conflicts=True)
        return taken

    def _one(
        self,
        row: AccountRow,
        account: Account | None,
        customers: dict[str, Customer],
        key: str,
        new: dict[str, Account],
        changed: dict[int, Account],
        history: list[AccountFigures],
        taken: Taken,
    ) -> str:
        customer = customers[keyed_hash(row.customer_ref, kind="customer")]
        if account is None:
            account = self._fill(Account(lender=self.lender, customer=customer, ref_hash=key), row)
            account.ref, account.currency = row.account_ref, row.currency
            new[key] = account
            taken.new += 1
        elif row.as_of > account.as_of:
            self._fill(account, row)
            if account.pk:
                changed[account.pk] = account
            taken.updated += 1
        elif row.as_of == account.as_of:
            differing = _differences(account, row)
            if differing and self.overrule and account.pk:
                self._replace(account, row, differing)
                changed[account.pk] = account
                taken.updated += 1
            elif differing:
                taken.conflicts.append((row, differing))
            else:
                taken.unchanged += 1
            return ""
        elif (
            account.pk and AccountFigures.objects.filter(account=account, as_of=row.as_of).exists()
        ):
            taken.unchanged += 1
            return ""
        else:
            taken.older += 1
        history.append(self._history(account, row))
        self.touched_customers.add(customer.pk)
        return "new" if account.pk is None else "updated"

    def _replace(self, account: Account, row: AccountRow, differing: dict[str, Any]) -> None:
        self.replaced[account.pk] = differing
        self._fill(account, row)
        told = {name: row.figures[name] for name in FIGURES if name in row.figures}
        AccountFigures.objects.filter(account=account, as_of=row.as_of).update(**told)
        self.touched_customers.add(account.customer_id)

    def _fill(self, account: Account, row: AccountRow) -> Account:
        account.as_of = row.as_of
        for name in FIGURES:
            setattr(
                account, name, row.figures.get(name, Account._meta.get_field(name).get_default())
            )
        for name in TOLD:
            value = getattr(row, name)
            if value or not getattr(account, name, None):
                setattr(account, name, value)
        if row.times_in_collection is not None:
            account.times_in_collection = row.times_in_collection
        account.facts, account.invented = dict(row.facts), sorted(row.invented)
        account.currency = account.currency or row.currency
        where = position_of(account, self.policy, row.as_of)
        account.due_cents, account.pd_cents = where.due_minor, where.past_due_minor
        account.bucket = where.bucket_name
        if account.days_past_due is None:
            account.days_past_due = where.days_past_due
        return account

    def _history(self, account: Account, row: AccountRow) -> AccountFigures:
        values = {name: row.figures[name] for name in FIGURES if name in row.figures}
        return AccountFigures(
            account=account, as_of=row.as_of, recorded_at=self.at, import_run=self.run, **values
        )

    def _known_accounts(self) -> dict[str, Account]:
        keys = {keyed_hash(row.account_ref, kind="account") for row in self.rows}
        found = Account.objects.filter(lender=self.lender, ref_hash__in=keys)
        return {account.ref_hash: account for account in found.select_for_update().order_by("pk")}

    def _customers(self) -> dict[str, Customer]:
        rows = {keyed_hash(row.customer_ref, kind="customer"): row for row in self.rows}
        known = Customer.objects.filter(lender=self.lender, ref_hash__in=rows)
        found = {c.ref_hash: c for c in known.select_for_update().order_by("pk")}
        fresh = [
            Customer(
                lender=self.lender,
                ref_hash=key,
                ref=row.customer_ref,
                name=row.name,
                id_no=row.id_no,
                id_hash=keyed_hash(row.id_no, kind="id"),
                title=row.title,
                zone=row.zone,
                place=row.place,
                language=row.language or "zh",
                invented=sorted(row.invented),
            )
            for key, row in rows.items()
            if key not in found
        ]
        Customer.objects.bulk_create(fresh)
        return found | {customer.ref_hash: customer for customer in fresh}

    def _points(self, customers: dict[str, Customer]) -> None:
        points = [
            ContactPoint(
                customer=customers[keyed_hash(row.customer_ref, kind="customer")],
                role=point.role,
                relation=point.relation,
                person=point.person,
                kind=point.kind,
                value=point.value,
                value_hash=keyed_hash(point.value, kind=point.kind),
                place=point.place,
                source=point.source,
            )
            for row in self.rows
            for point in row.points
        ]
        ContactPoint.objects.bulk_create(points, ignore_conflicts=True)


def _differences(account: Account, row: AccountRow) -> dict[str, Any]:
    """Amounts of the same day that are not the same: figure -> [known, told]."""
    return {
        name: [getattr(account, name), row.figures[name]]
        for name in AMOUNTS
        if name in row.figures and row.figures[name] != getattr(account, name)
    }
