"""Customers' ratings of calls, one transaction each: a rating that cannot be taken holds up no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from shounuo.feeds.imports.order import Order
from shounuo.feeds.rows.bind import Binding, CellFault, Fields
from shounuo.feeds.rows.ratings import RatingRow, rating_row
from shounuo.kernel.civil import end_of_day
from shounuo.kernel.errors import Problem, Refused
from shounuo.records.actions.rate_call import rate_call
from shounuo.records.models import ImportRun, Lender

KNOWN = ("new", "changed", "unchanged", "older")
TIMES = ("rated_too_early", "rated_in_the_future", "rating_conflict")


class RatingsImport:
    def __init__(self, order: Order, run: ImportRun, lender: Lender, binding: Binding) -> None:
        self.order, self.run, self.lender, self.binding = order, run, lender, binding
        self.told: Counter[str] = Counter()

    def parse(
        self, cells: Sequence[str], number: int
    ) -> tuple[RatingRow | None, list[CellFault], Fields]:
        return rating_row(self.binding, cells, number)

    def take(self, rows: Sequence[RatingRow], at: datetime) -> list[tuple[Any, CellFault, bool]]:
        waiting = []
        for row in rows:
            try:
                self.told[self._rate(row, at)] += 1
            except Refused as refused:
                # Of somebody erased nothing may wait either: the row holds their words.
                if refused.problem.code == "person_erased":
                    self.told["erased"] += 1
                    continue
                conflict = refused.problem.code == "rating_conflict"
                waiting.append((row, self._fault(row, refused.problem), conflict))
        return waiting

    def _rate(self, row: RatingRow, now: datetime) -> str:
        """A day without a clock time is its last moment, so that no rating comes before its call."""
        moment = (
            row.at
            if isinstance(row.at, datetime)
            else min(end_of_day(row.at, self.binding.zone), now)
        )
        rated = rate_call(
            contact_id=row.contact_id,
            stars=row.stars,
            words=row.words,
            at=moment,
            lender_id=self.lender.pk,
            overrule=self.order.overrule,
            actor=self.order.actor,
            recorded_at=now,
        )
        return rated.came_to

    def _fault(self, row: RatingRow, problem: Problem) -> CellFault:
        name, value = ("at", row.at) if problem.code in TIMES else ("contact", row.contact_id)
        return CellFault(self._column(name), str(value), problem)

    def _column(self, name: str) -> str:
        return self.binding.column(self.binding.mapping.fields.get(name), name)

    def counts(self) -> dict[str, Any]:
        """`calls_in`: the column that names the call, for whoever must find a person's rows later."""
        told = {name: self.told[name] for name in (*KNOWN, "erased")}
        return {
            "calls_in": self._column("contact"),
            "ratings": sum(self.told.values()),
            **told,
            "changed": self.told["new"] + self.told["changed"],
        }

    def finish(self, at: datetime, waits: int) -> dict[str, Any]:
        """A rating moves nothing."""
        return {}
