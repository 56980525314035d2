"""A waiting row is mended: its cells are changed and it was taken, or it waits on with a new reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from shounuo.records.actions._act import Actor, act
from shounuo.records.actions.hold_rows import HeldRow
from shounuo.records.models import WaitingRow


def mend_row(
    *,
    row_id: int,
    raw: Mapping[str, str],
    still: HeldRow | None,
    actor: Actor,
    recorded_at: datetime,
) -> WaitingRow:
    """`still`: why it must go on waiting; None when it was taken. A row that is done stays done."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        row = WaitingRow.objects.select_for_update().get(pk=row_id)
        if row.state != "waiting":
            return row
        before = json.loads(row.raw)
        changed = sorted(name for name in raw if raw[name] != before.get(name))
        row.raw = json.dumps(dict(raw), ensure_ascii=False)
        if still is None:
            row.state = "mended"
        else:
            row.column, row.value, row.code = still.column[:80], still.value, still.code
            row.what_zh, row.what_en = still.what.zh[:300], still.what.en[:300]
            row.next_zh, row.next_en = still.next_step.zh[:300], still.next_step.en[:300]
            row.conflict = still.conflict
        row.save()
        payload = {"row": row.pk, "columns": changed, "state": row.state, "code": row.code}
        writing.event(f"import:{row.import_run_id}", "RowMended", payload)
        return row
