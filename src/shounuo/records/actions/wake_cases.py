"""Cases whose time has come return to the queue; the queue is where the next one is drawn from."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions._act import act
from shounuo.records.models import Case


def wake_cases(*, recorded_at: datetime, limit: int = 500) -> int:
    """Waiting cases with `return_at` reached are queued again; returns how many."""
    due = Case.objects.filter(state="waiting", return_at__lte=recorded_at).order_by("pk")
    ids = list(due.values_list("pk", flat=True)[:limit])
    if not ids:
        return 0
    with act(actor="scheduler", recorded_at=recorded_at) as writing:
        for case in Case.objects.select_for_update().filter(pk__in=ids, state="waiting"):
            case.state, case.return_at = "queued", None
            case.save(update_fields=["state", "return_at"])
            writing.event(f"case:{case.pk}", "CaseReturned", {"to": "queue"})
    return len(ids)
