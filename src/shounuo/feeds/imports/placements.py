"""Placements, taken batch by batch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from shounuo.feeds.imports.kinds import waits
from shounuo.feeds.imports.order import Order
from shounuo.feeds.rows.bind import Binding, CellFault, Fields
from shounuo.feeds.rows.placements import placement_row
from shounuo.records.actions.take_placements import PlacementRow, take_placements
from shounuo.records.models import Case, ImportRun, Lender


class PlacementsImport:
    def __init__(self, order: Order, run: ImportRun, lender: Lender, binding: Binding) -> None:
        self.order, self.run, self.lender, self.binding = order, run, lender, binding
        self.new = self.updated = self.unchanged = 0

    def parse(
        self, cells: Sequence[str], number: int
    ) -> tuple[PlacementRow | None, list[CellFault], Fields]:
        return placement_row(self.binding, cells, number)

    def take(self, rows: Sequence[PlacementRow], at: datetime) -> list[tuple[Any, CellFault, bool]]:
        done = take_placements(
            lender=self.lender, rows=rows, actor=self.order.actor, recorded_at=at
        )
        self.new += done.new
        self.updated += done.updated
        self.unchanged += done.unchanged
        return [
            waits(self.binding, row, "account_ref", "unknown_account", row.account_ref)
            for row in done.unknown_accounts
        ] + [waits(self.binding, row, "batch", "not_placed", row.batch) for row in done.not_placed]

    def counts(self) -> dict[str, Any]:
        told = {"new": self.new, "updated": self.updated, "unchanged": self.unchanged}
        return {"placements": sum(told.values()), "changed": self.new + self.updated, **told}

    def finish(self, at: datetime, waits: int) -> dict[str, Any]:
        cases = Case.objects.filter(lender=self.lender).exclude(state="closed")
        return {
            "queued": cases.filter(state="queued").count(),
            "withdrawn": cases.filter(held_reason="withdrawn").count(),
            "stopped": cases.filter(held_reason="collection_stopped").count(),
        }
