"""Rows that could not be taken wait, whole, until somebody mends or drops them; the run moves on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import ImportRun, WaitingRow
from shounuo.records.sealing import keyed_hash


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row as it came, and the first thing that is wrong with it. `what` names all of them."""

    row_no: int
    raw: Mapping[str, str]
    column: str
    value: str
    code: str
    what: Text
    next_step: Text
    conflict: bool = False


def hold_rows(
    *,
    run: ImportRun,
    rows: Sequence[HeldRow],
    rows_seen: int,
    counts: Mapping[str, Any],
    actor: Actor,
    recorded_at: datetime,
) -> int:
    """Notes how far the run has come and holds `rows`; how many of them wait now.

    A row that was mended or dropped when its file came before does not wait again.
    """
    with act(actor=actor, recorded_at=recorded_at) as writing:
        run.rows_seen, run.counts = rows_seen, dict(counts)
        run.save(update_fields=["rows_seen", "counts", "rows_total"])
        if not rows:
            return 0
        made = [_waiting(run, row) for row in rows]
        earlier = WaitingRow.objects.filter(
            import_run__lender=run.lender_id,
            import_run__kind=run.kind,
            row_hash__in=[row.row_hash for row in made],
        )
        known = {row.row_hash: row.state for row in earlier.only("row_hash", "state")}
        fresh = [row for row in made if row.row_hash not in known]
        WaitingRow.objects.bulk_create(fresh, ignore_conflicts=True)
        if fresh:
            told = {"rows": [row.row_no for row in fresh], "codes": sorted({r.code for r in fresh})}
            writing.event(f"import:{run.pk}", "RowsHeld", told)
        return sum(known.get(row.row_hash, "waiting") == "waiting" for row in made)


def _waiting(run: ImportRun, row: HeldRow) -> WaitingRow:
    raw = json.dumps(dict(row.raw), ensure_ascii=False)
    return WaitingRow(
        import_run=run,
        row_no=row.row_no,
        column=row.column[:80],
        value=row.value,
        code=row.code,
        what_zh=row.what.zh[:300],
        what_en=row.what.en[:300],
        next_zh=row.next_step.zh[:300],
        next_en=row.next_step.en[:300],
        raw=raw,
        conflict=row.conflict,
        row_hash=keyed_hash(f"{run.as_of}\x00{row.row_no}\x00{raw}", kind="row"),
    )
