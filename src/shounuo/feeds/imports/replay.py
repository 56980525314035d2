"""Rows of the pool are tried again, as they came or mended."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from shounuo.feeds.imports.cover import cover_when_whole
from shounuo.feeds.imports.held import held_row
from shounuo.feeds.imports.kept_mapping import kept_mapping
from shounuo.feeds.imports.kinds import Kind
from shounuo.feeds.imports.order import Now, Order
from shounuo.feeds.imports.registry import KINDS
from shounuo.feeds.rows.bind import Binding
from shounuo.feeds.tables.table import Row, Table
from shounuo.records.actions._act import Actor
from shounuo.records.actions.drop_row import drop_row
from shounuo.records.actions.hold_rows import HeldRow
from shounuo.records.actions.mend_row import mend_row
from shounuo.records.models import WaitingRow

_NO_FILE = Path()  # the row is in the pool
# Seen in the file and not in the cells, which may look sound: "14,000.00" cut in two reads as 14 and 000.00.
SEEN_IN_THE_FILE = frozenset(
    {"row_width", "open_quote", "line_too_long", "mixed_encoding", "broken_bytes"}
    | {"column_twice", "totals_line"}
)


@dataclass
class Replayed:
    taken: int = 0
    still_waiting: int = 0


def replay_row(
    row: WaitingRow,
    changes: Mapping[str, str],
    actor: Actor,
    now: Now,
    *,
    overrule: bool = False,
) -> WaitingRow:
    """Tries one row with some cells changed. `overrule`: of two figures of one day this one is right.

    Taking and closing are two steps: a crash between them leaves a row that is taken and waits, and
    trying it again then changes nothing. A fault that only the file showed stands until a cell is changed.
    """
    if row.state != "waiting":
        return row
    before = json.loads(row.raw)
    raw = {**before, **changes}
    if raw == before and row.code in SEEN_IN_THE_FILE:
        return row
    still = _try(row, raw, actor, now, overrule)
    after = mend_row(row_id=row.pk, raw=raw, still=still, actor=actor, recorded_at=now())
    cover_when_whole(row.import_run, actor, now)
    return after


def drop(row: WaitingRow, reason: str, actor: Actor, now: Now) -> WaitingRow:
    """Takes a row out of the pool for a reason; its file may then cover what it could not."""
    after = drop_row(row_id=row.pk, reason=reason, actor=actor, recorded_at=now())
    cover_when_whole(row.import_run, actor, now)
    return after


def replay_all(lender: str, actor: Actor, now: Now, kind: str = "") -> Replayed:
    """Tries every waiting row of a lender that contradicts nothing, oldest first."""
    waiting = WaitingRow.objects.filter(
        import_run__lender__code=lender, state="waiting", conflict=False
    )
    if kind:
        waiting = waiting.filter(import_run__kind=kind)
    done = Replayed()
    for pk in list(waiting.order_by("pk").values_list("pk", flat=True)):
        row = WaitingRow.objects.select_related("import_run__lender").get(pk=pk)
        after = replay_row(row, {}, actor, now)
        done.taken += after.state == "mended"
        done.still_waiting += after.state == "waiting"
    return done


def _try(
    row: WaitingRow, raw: Mapping[str, str], actor: Actor, now: Now, overrule: bool
) -> HeldRow | None:
    """Why it must wait on, or None when it was taken."""
    run, lender = row.import_run, row.import_run.lender
    mapping = kept_mapping(run)
    header = tuple(raw)
    cells = tuple(raw.values())
    binding = Binding(mapping, header, lender.zone, run.as_of, lender.currency)
    order = Order(
        run.kind, _NO_FILE, lender.code, mapping.name, actor, run.as_of, overrule=overrule,
        source=str(run.counts.get("source") or ""),
    )  # fmt: skip
    kind: Kind = KINDS[run.kind](order, run, lender, binding)
    table, here = Table(header, iter(())), Row(row.row_no, cells)
    parsed, faults, _ = kind.parse(cells, row.row_no)
    if parsed is None:
        return held_row(table, mapping, here, faults)
    refused = kind.take([parsed], now())
    if not refused:
        return None
    _, fault, conflict = refused[0]
    return held_row(table, mapping, here, [fault], conflict=conflict)
