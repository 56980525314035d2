"""Runs one import: look the file over, begin, take it batch by batch, end.

Nothing is taken before the file was seen to be whole and its header fits the mapping. After that a bad
row waits and the rest goes on; a run that is killed loses at most the batch it was in, and importing the
file again takes up what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from shounuo.feeds.imports.asked import check_asked
from shounuo.feeds.imports.book import shrank
from shounuo.feeds.imports.held import held_row
from shounuo.feeds.imports.kept_mapping import keep_mapping
from shounuo.feeds.imports.kinds import Kind
from shounuo.feeds.imports.lender import lender_for
from shounuo.feeds.imports.order import Now, Order, Outcome, Told
from shounuo.feeds.imports.pace import Pace
from shounuo.feeds.imports.registry import KINDS
from shounuo.feeds.imports.totals import Totals
from shounuo.feeds.mapping.load import load_mapping
from shounuo.feeds.mapping.model import LenderMapping
from shounuo.feeds.rows.bind import Binding
from shounuo.feeds.rows.faults import fault_of, is_totals_line
from shounuo.feeds.tables.bytes import file_hash
from shounuo.feeds.tables.open_table import open_table
from shounuo.feeds.tables.table import Row, Table
from shounuo.kernel.errors import Problem, Refused
from shounuo.records.actions.begin_import import begin_import
from shounuo.records.actions.end_import import end_import
from shounuo.records.actions.hold_rows import HeldRow, hold_rows
from shounuo.records.models import ImportRun, Lender


def run_import(order: Order, now: Now, told: Told = lambda run: None) -> Outcome:
    """Imports one file. `now` is asked for each batch; `told` hears of progress after each.

    Raises `Refused` when nothing of the file could be taken.
    """
    mapping = load_mapping(order.mapping, order.kind)
    rows = sum(1 for _ in open_table(order.path, mapping.columns, mapping.form).rows)
    lender, opened = lender_for(order, mapping, now())
    check_asked(order, lender.zone, mapping.money, now())
    keep_mapping(order.mapping, mapping)
    run = _begin(order, mapping, lender, now)
    run.rows_total = rows
    table = open_table(order.path, mapping.columns, mapping.form)
    working = _Working(order, mapping, table, run, lender, now, told)
    smaller = shrank(lender, mapping, order.as_of, rows, run.file_name)
    if smaller and not order.confirm_shrink:
        return _end(working, "stopped", [smaller], opened)
    try:
        problems = working.all()
    except Refused as refused:
        return _end(working, "failed", [refused.problem], opened)
    except BaseException:
        _end(working, "failed", [], opened)
        raise
    return _end(working, "done", problems, opened)


def _begin(order: Order, mapping: LenderMapping, lender: Lender, now: Now) -> ImportRun:
    return begin_import(
        lender=lender,
        kind=order.kind,
        mapping=mapping.name,
        mapping_hash=mapping.hash,
        file_name=order.file_name or order.path.name,
        file_hash=file_hash(order.path),
        as_of=order.as_of,
        covers_through=order.covers_through,
        actor=order.actor,
        recorded_at=now(),
    )


def _end(working: _Working, state: str, problems: list[Problem], opened: bool) -> Outcome:
    counts = working.counts()
    run = end_import(
        run=working.run,
        state=state,
        counts=counts,
        control_totals=working.totals.as_plain(),
        problems=problems,
        actor=working.order.actor,
        recorded_at=working.now(),
    )
    return Outcome(run, counts, problems, opened)


@dataclass
class _Working:
    order: Order
    mapping: LenderMapping
    table: Table
    run: ImportRun
    lender: Lender
    now: Now
    told: Told
    rejected: int = 0
    waits: int = 0  # of the rejected, those nobody mended or dropped when the file came before
    held: list[HeldRow] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)
    finished: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        zone, as_of = self.lender.zone, self.order.as_of
        self.binding = Binding(self.mapping, self.table.header, zone, as_of, self.lender.currency)
        make = KINDS[self.order.kind]
        self.kind: Kind = make(self.order, self.run, self.lender, self.binding)
        self.totals = Totals(self.order.kind)

    def all(self) -> list[Problem]:
        """Every batch; then the totals are compared, and what follows from a whole file is done."""
        for batch in self._batches():
            with self.pace.batch():
                self._take(batch)
            self.told(self.run)
        problems = self.totals.against(self.order.expect, self.mapping.money, self.run.file_name)
        if not problems:
            self.finished = self.kind.finish(self.now(), self.waits)
        return problems

    def counts(self) -> dict[str, Any]:
        return {**self.kind.counts(), "rejected": self.rejected, **self.finished}

    def _batches(self) -> Iterator[list[tuple[Row, Any]]]:
        batch: list[tuple[Row, Any]] = []
        for row in self.table.rows:
            self._parse(row, batch)
            if len(batch) + len(self.held) >= self.pace.rows:
                yield batch
                batch = []
        if batch or self.held:
            yield batch

    def _parse(self, row: Row, batch: list[tuple[Row, Any]]) -> None:
        if row.fault is not None:
            self.totals.add(None)
            whole = fault_of("totals_line") if is_totals_line(row.cells, read=False) else row.fault
            self.held.append(held_row(self.table, self.mapping, row, [], whole))
            return
        parsed, faults, fields = self.kind.parse(row.cells, row.no)
        foot = is_totals_line(row.cells, read=parsed is not None)
        self.totals.add(None if foot else fields)
        if parsed is None or foot:
            whole = fault_of("totals_line") if foot else None
            self.held.append(held_row(self.table, self.mapping, row, faults, whole))
        else:
            batch.append((row, parsed))

    def _take(self, batch: list[tuple[Row, Any]]) -> None:
        at = self.now()
        by_no = {row.no: row for row, _ in batch}
        for parsed, fault, conflict in self.kind.take([one for _, one in batch], at):
            row = by_no[parsed.row_no]
            self.held.append(held_row(self.table, self.mapping, row, [fault], conflict=conflict))
        self.rejected += len(self.held)
        self.run.rows_seen = self.totals.rows
        if not self.held and not self.pace.may_tell():
            return
        self.waits += hold_rows(
            run=self.run,
            rows=self.held,
            rows_seen=self.totals.rows,
            counts=self.counts(),
            actor=self.order.actor,
            recorded_at=at,
        )
        self.held.clear()
