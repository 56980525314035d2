"""Payments of one source, taken batch by batch; promises settle at once, and what waited at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from shounuo.feeds.imports.kinds import contradicts, waits
from shounuo.feeds.imports.order import Order
from shounuo.feeds.rows.bind import Binding, CellFault, Fields
from shounuo.feeds.rows.payments import payment_row
from shounuo.records.actions.take_payments import (
    PaymentRow,
    declare_coverage,
    settle_waiting,
    take_payments,
)
from shounuo.records.models import ImportRun, Lender, Promise


class PaymentsImport:
    def __init__(self, order: Order, run: ImportRun, lender: Lender, binding: Binding) -> None:
        self.order, self.run, self.lender, self.binding = order, run, lender, binding
        self.source = order.source or binding.mapping.source
        self.new = self.unchanged = self.unknown = self.conflicts = self.settled = 0

    def parse(
        self, cells: Sequence[str], number: int
    ) -> tuple[PaymentRow | None, list[CellFault], Fields]:
        return payment_row(self.binding, cells, number)

    def take(self, rows: Sequence[PaymentRow], at: datetime) -> list[tuple[Any, CellFault, bool]]:
        done = take_payments(
            lender=self.lender,
            source=self.source,
            rows=rows,
            actor=self.order.actor,
            recorded_at=at,
            run=self.run,
        )
        self.new += done.new
        self.unchanged += done.unchanged
        self.settled += done.settled
        self.unknown += len(done.unknown_accounts)
        self.conflicts += len(done.conflicts)
        unknown = [
            waits(self.binding, row, "account_ref", "unknown_account", row.account_ref)
            for row in done.unknown_accounts
        ]
        return unknown + [
            contradicts(self.binding, row, "conflict_payment", differing)
            for row, differing in done.conflicts
        ]

    def counts(self) -> dict[str, Any]:
        return {
            "payments": self.new + self.unchanged,
            "changed": self.new,
            "new": self.new,
            "unchanged": self.unchanged,
            "unknown_accounts": self.unknown,
            "conflicts": self.conflicts,
            "source": self.source,
        }

    def finish(self, at: datetime, waits: int) -> dict[str, Any]:
        """Says how far the source has told, then settles every promise that waited for it. Not while a
        row of the file waits, which may be the very payment: see `cover`."""
        through = None if waits else self.order.covers_through
        if through is not None:
            declare_coverage(
                lender=self.lender,
                source=self.source,
                covers_through=through,
                actor=self.order.actor,
                recorded_at=at,
                run=self.run,
            )
            self.settled += settle_waiting(
                lender=self.lender, actor=self.order.actor, recorded_at=at
            )
        states: dict[str, int] = {}
        for state in Promise.objects.filter(case__lender=self.lender).values_list(
            "state", flat=True
        ):
            states[state] = states.get(state, 0) + 1
        return {
            "settled": self.settled,
            "covers_through": through.isoformat() if through else None,
            **({"waits": waits} if waits and self.order.covers_through else {}),
            "promises": states,
        }
