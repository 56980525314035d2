"""Other parties' contacts, taken batch by batch; coverage is declared when the whole file is in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.feeds.imports.kinds import contradicts, waits
from shounuo.feeds.imports.order import Order
from shounuo.feeds.rows.bind import Binding, CellFault, Fields
from shounuo.feeds.rows.contacts import contact_row
from shounuo.kernel.civil import end_of_day, start_of_day
from shounuo.records.actions.take_other_contacts import (
    OtherContactRow,
    declare_other_coverage,
    take_other_contacts,
)
from shounuo.records.models import ImportRun, Lender


class ContactsImport:
    def __init__(self, order: Order, run: ImportRun, lender: Lender, binding: Binding) -> None:
        self.order, self.run, self.lender, self.binding = order, run, lender, binding
        self.new = self.updated = self.unchanged = self.conflicts = 0
        self.parties: set[str] = set()

    def parse(
        self, cells: Sequence[str], number: int
    ) -> tuple[OtherContactRow | None, list[CellFault], Fields]:
        return contact_row(self.binding, cells, number)

    def take(
        self, rows: Sequence[OtherContactRow], at: datetime
    ) -> list[tuple[Any, CellFault, bool]]:
        done = take_other_contacts(
            lender=self.lender,
            rows=rows,
            actor=self.order.actor,
            recorded_at=at,
            overrule=self.order.overrule,
        )
        self.new += done.new
        self.updated += done.replaced
        self.conflicts += len(done.conflicts)
        self.unchanged += done.unchanged
        self.parties |= {row.organisation for row in rows}
        return [
            waits(self.binding, row, "customer_ref", "unknown_customer", row.customer_ref)
            for row in done.unknown_customers
        ] + [
            contradicts(self.binding, row, "conflict_contact", differing)
            for row, differing in done.conflicts
        ]

    def counts(self) -> dict[str, Any]:
        told = {"new": self.new, "updated": self.updated, "unchanged": self.unchanged}
        changed = self.new + self.updated
        counted = {"contacts": sum(told.values()), "changed": changed, **told}
        return {**counted, "conflicts": self.conflicts}

    def finish(self, at: datetime, waits: int) -> dict[str, Any]:
        """Coverage through the end of the day named, never beyond now and never over a row that
        waits: what is in the pool may be the very call that uses up the limit."""
        through = self.order.covers_through
        if through is None or waits:
            return {"covered": []}
        zone = ZoneInfo(self.lender.zone)
        first = self.order.covers_from
        parties = self.parties | ({self.order.source} if self.order.source else set())
        for party in sorted(parties):
            declare_other_coverage(
                lender=self.lender,
                organisation=party,
                covers_from=start_of_day(first, zone) if first else None,
                covers_through=min(end_of_day(through, zone), at),
                evidence=f"import {self.run.pk}",
                actor=self.order.actor,
                recorded_at=at,
            )
        return {"covered": sorted(parties)}
