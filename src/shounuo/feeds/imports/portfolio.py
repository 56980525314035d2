"""Accounts of a lender's file, taken batch by batch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from shounuo.feeds.imports.book import not_in_book
from shounuo.feeds.imports.kinds import contradicts, waits
from shounuo.feeds.imports.order import Order
from shounuo.feeds.imports.pace import Pace
from shounuo.feeds.rows.bind import Binding, CellFault, Fields
from shounuo.feeds.rows.portfolio import account_row
from shounuo.records.actions.account_rows import AccountRow
from shounuo.records.actions.leave_book import leave_book
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Case, ImportRun, Lender


class PortfolioImport:
    def __init__(self, order: Order, run: ImportRun, lender: Lender, binding: Binding) -> None:
        self.order, self.run, self.lender, self.binding = order, run, lender, binding
        self.taken = dict.fromkeys(
            ("new", "updated", "unchanged", "older", "conflicts", "erased"), 0
        )
        self.opened = self.closed = self.settled = 0

    def parse(
        self, cells: Sequence[str], number: int
    ) -> tuple[AccountRow | None, list[CellFault], Fields]:
        return account_row(self.binding, cells, number)

    def take(self, rows: Sequence[AccountRow], at: datetime) -> list[tuple[Any, CellFault, bool]]:
        done = take_accounts(
            lender=self.lender,
            rows=rows,
            actor=self.order.actor,
            recorded_at=at,
            run=self.run,
            overrule=self.order.overrule,
        )
        for name in ("new", "updated", "unchanged", "older", "erased"):
            self.taken[name] += getattr(done, name)
        self.taken["conflicts"] += len(done.conflicts)
        self.opened += done.cases_opened
        self.closed += done.cases_closed
        self.settled += done.settled
        others = [
            waits(self.binding, row, "customer_ref", "other_customer", row.customer_ref)
            for row in done.of_another
        ]
        return others + [
            contradicts(self.binding, row, "conflict_same_day", differing)
            for row, differing in done.conflicts
        ]

    def counts(self) -> dict[str, Any]:
        told = self.taken
        accounts = sum(told.values())
        changed = told["new"] + told["updated"] + told["older"]
        return {"accounts": accounts, "changed": changed, **told, "cases_opened": self.opened}

    def finish(self, at: datetime, waits: int) -> dict[str, Any]:
        """Where the lender's cases stand once the whole file is in."""
        left = self._left(at, waits)
        cases = Case.objects.filter(lender=self.lender).exclude(state="closed")
        return {
            **left,
            "cases": cases.count(),
            "queued": cases.filter(state="queued").count(),
            "nothing_due": cases.filter(held_reason="nothing_due").count(),
            "cases_closed": self.closed,
            "settled": self.settled,
        }

    def _left(self, at: datetime, waits: int) -> dict[str, Any]:
        """A whole book closes what it no longer holds; not while one of its rows waits, which may be
        the account that seems missing."""
        if self.binding.mapping.manner != "snapshot" or self.order.as_of is None:
            return {}
        gone = not_in_book(self.lender, self.order.as_of)
        if waits:
            return {"left": 0, "missing_unclear": gone.count()}
        ids = list(gone.order_by("pk").values_list("pk", flat=True))
        pace, start = Pace(), 0
        while start < len(ids):
            some = ids[start : start + pace.rows]
            start += len(some)
            with pace.batch():
                self.closed += leave_book(
                    lender=self.lender,
                    account_ids=some,
                    as_of=self.order.as_of,
                    actor=self.order.actor,
                    recorded_at=at,
                )
        return {"left": len(ids)}
