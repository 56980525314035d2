"""Accounts and figures of one batch, held against what is known and written in a few bulk statements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from shounuo.ledger.chain import canonical
from shounuo.records.actions._insert import give_keys, insert
from shounuo.records.actions._owners import by_owner
from shounuo.records.actions._people_store import Keyed, people_of, retell
from shounuo.records.actions._rewrite import rewrite
from shounuo.records.actions.account_rows import AccountRow, Taken
from shounuo.records.models import Account, AccountFigures, ImportRun, Lender
from shounuo.records.models.account import Figures
from shounuo.records.queries.position import position_of

FIGURES = tuple(f.name for f in Figures._meta.get_fields() if f.name != "as_of")
AMOUNTS = tuple(name for name in FIGURES if name.endswith("_cents"))
SILENT = {name: Account._meta.get_field(name).get_default() for name in FIGURES}
TOLD = ("product", "debt_kind", "opened_on", "tail", "worst_bucket")
COMPUTED = ("due_cents", "pd_cents", "bucket")
WRITTEN = (*FIGURES, "as_of", *TOLD, *COMPUTED, "facts", "invented", "times_in_collection")


class Store:
    """Takes one batch of rows of one lender. Locks customers in order of their ids."""

    def __init__(
        self,
        lender: Lender,
        told: Sequence[Keyed],
        at: datetime,
        run: ImportRun | None,
        overrule: bool = False,
    ) -> None:
        self.lender, self.told, self.at, self.run = lender, told, at, run
        self.policy, self.overrule = lender.settings(), overrule
        self.replaced: dict[int, dict[str, Any]] = {}  # account -> figure -> [known, told]
        self.touched_customers: set[int] = set()
        self.people_changed = 0
        self._new: list[Account] = []
        self._changed: dict[int, Account] = {}
        self._history: dict[tuple[int, date], AccountFigures] = {}  # rows to be made
        self._corrected: dict[int, AccountFigures] = {}
        self._newer: list[Keyed] = []
        self._digest = hashlib.sha256()

    def digest(self) -> str:
        """A hash over what was stored, so that the event pins the batch without repeating it."""
        return self._digest.hexdigest()

    @property
    def accounts(self) -> Iterable[Account]:
        """Those of the batch, as they are stored after `take`."""
        return self._accounts.values()

    def take(self) -> Taken:
        from shounuo.records.actions.account_rows import Taken

        taken = Taken()
        taken.erased = self._leave_out_erased()
        self.told, others = by_owner(self.lender, self.told)
        taken.of_another = [one.row for one in others]
        self._customers = people_of(self.lender, self.told)
        self._accounts = self._known_accounts()
        self._days = self._known_days()
        self._make_new()
        for one in self.told:
            outcome = self._one(one, taken)
            if outcome:
                figures = {name: str(value) for name, value in one.row.figures.items()}
                day = one.row.as_of.isoformat()
                self._digest.update(canonical([one.account, day, outcome, figures]))
        self._write()
        return taken

    def _leave_out_erased(self) -> int:
        """Rows about somebody erased are not kept anywhere, not even to wait; returns how many."""
        keys = [one.account for one in self.told]
        gone = Account.objects.filter(lender=self.lender, ref_hash__in=keys)
        erased = set(gone.exclude(customer__erased_at=None).values_list("ref_hash", flat=True))
        before = len(self.told)
        self.told = [one for one in self.told if one.account not in erased]
        return before - len(self.told)

    def _write(self) -> None:
        insert(self._new)
        rewrite(self._changed.values(), WRITTEN)
        rewrite(self._corrected.values(), [*FIGURES, "derived", "recorded_at"])
        insert(self._history.values(), ignore=True)
        self.people_changed = retell(self._customers, self._newer)

    def _one(self, one: Keyed, taken: Taken) -> str:
        """What became of a row: "new", "updated", or "" when nothing is stored."""
        row, account = one.row, self._accounts[one.account]
        if account._state.adding and account.as_of is None:
            taken.new += 1
            self._fill(account, row)
        elif row.as_of > account.as_of:
            self._fill(account, row)
            if not account._state.adding:
                self._changed[account.pk] = account
            self._newer.append(one)
            taken.updated += 1
        elif row.as_of == account.as_of:
            return self._same_day(account, account, row, taken)
        else:
            known = self._days.get((account.pk, row.as_of))
            if known is not None and not known.derived:
                return self._same_day(account, known, row, taken)
            taken.older += 1
        self._note(account, row)
        self.touched_customers.add(account.customer_id)
        return "new" if account._state.adding else "updated"

    def _same_day(
        self, account: Account, known: Account | AccountFigures, row: AccountRow, taken: Taken
    ) -> str:
        """A day that was told before says the same, or another amount: then a person decides."""
        differing = _differences(known, row)
        if differing and self.overrule and not account._state.adding:
            self._replace(account, known, row, differing)
            taken.updated += 1
            return "replaced"
        if differing:
            taken.conflicts.append((row, differing))
        else:
            taken.unchanged += 1
        return ""

    def _replace(
        self,
        account: Account,
        known: Account | AccountFigures,
        row: AccountRow,
        differing: dict[str, Any],
    ) -> None:
        self.replaced[account.pk] = differing
        if known is account:
            self._fill(account, row)
            self._changed[account.pk] = account
        day = self._days.get((account.pk, row.as_of))
        if day is not None:
            self._corrected[day.pk] = self._told_of(day, row.figures)
        self.touched_customers.add(account.customer_id)

    def _fill(self, account: Account, row: AccountRow) -> None:
        account.as_of = row.as_of
        for name, silent in SILENT.items():
            setattr(account, name, row.figures.get(name, silent))
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

    def _note(self, account: Account, row: AccountRow) -> None:
        """The row's day in the history, and earlier days that stand in the same row.

        A day that its own file told stays as it told it; one that was only derived gives way.
        """
        known = self._days.get((account.pk, row.as_of))
        if known is not None:
            known.derived, known.recorded_at = False, self.at
            self._corrected[known.pk] = self._told_of(known, row.figures)
        else:
            self._history[account.pk, row.as_of] = self._day(account, row.as_of, row.figures)
        for past in row.history:
            key = (account.pk, past.as_of)
            if key not in self._days and key not in self._history:
                self._history[key] = self._day(account, past.as_of, past.figures, derived=True)

    def _day(
        self, account: Account, as_of: date, figures: Mapping[str, Any], *, derived: bool = False
    ) -> AccountFigures:
        return AccountFigures(
            account_id=account.pk,
            as_of=as_of,
            recorded_at=self.at,
            import_run_id=self.run.pk if self.run else None,
            derived=derived,
            **figures,
        )

    def _told_of(self, day: AccountFigures, figures: Mapping[str, Any]) -> AccountFigures:
        for name, told in figures.items():
            setattr(day, name, told)
        return day

    def _known_accounts(self) -> dict[str, Account]:
        keys = {one.account for one in self.told}
        found = Account.objects.filter(lender=self.lender, ref_hash__in=keys).defer("ref")
        return {account.ref_hash: account for account in found.select_for_update().order_by("pk")}

    def _known_days(self) -> dict[tuple[int, date], AccountFigures]:
        """The days of the history that this batch may touch; none for a row of the day we know."""
        ids, days = set(), set()
        for one in self.told:
            known = self._accounts.get(one.account)
            if known is not None and (self.overrule or known.as_of != one.row.as_of):
                ids.add(known.pk)
                days |= {one.row.as_of, *(past.as_of for past in one.row.history)}
        rows = AccountFigures.objects.filter(account__in=ids, as_of__in=days) if ids else ()
        return {(row.account_id, row.as_of): row for row in rows}

    def _make_new(self) -> None:
        """Empty accounts with their keys, so that the history may point at them."""
        for one in self.told:
            if one.account not in self._accounts:
                account = Account(
                    lender_id=self.lender.pk,
                    customer_id=self._customers[one.customer].pk,
                    ref_hash=one.account,
                    ref=one.row.account_ref,
                    currency=one.row.currency,
                )
                self._accounts[one.account] = account
                self._new.append(account)
        give_keys(self._new)


def _differences(known: Account | AccountFigures, row: AccountRow) -> dict[str, Any]:
    """Amounts of the same day that are not the same: figure -> [known, told]."""
    return {
        name: [getattr(known, name), row.figures[name]]
        for name in AMOUNTS
        if name in row.figures and row.figures[name] != getattr(known, name)
    }
