"""A waiting row is dropped by somebody, with the reason; the row itself is kept."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions._act import Actor, act
from shounuo.records.models import WaitingRow


def drop_row(*, row_id: int, reason: str, actor: Actor, recorded_at: datetime) -> WaitingRow:
    """Takes the row out of the pool; dropping it twice changes nothing."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        row = WaitingRow.objects.select_for_update().get(pk=row_id)
        if row.state == "waiting":
            row.state = "dropped"
            row.save(update_fields=["state"])
            payload = {"row": row.pk, "reason": reason[:200], "code": row.code}
            writing.event(f"import:{row.import_run_id}", "RowDropped", payload)
        return row
