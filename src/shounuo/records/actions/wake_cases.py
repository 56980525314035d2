"""Cases whose time has come return to the queue; the queue is where the next one is drawn from."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions._act import act
from shounuo.records.actions._hold import resting_state
from shounuo.records.models import Case


def wake_cases(*, recorded_at: datetime, limit: int = 500) -> int:
    """Waiting cases with `return_at` reached are queued again, unless held; returns how many."""
    due = Case.objects.filter(state="waiting", return_at__lte=recorded_at).order_by("pk")
    ids = list(due.values_list("pk", flat=True)[:limit])
    if not ids:
        return 0
    with act(actor="scheduler", recorded_at=recorded_at) as writing:
        for case in Case.objects.select_for_update().filter(pk__in=ids, state="waiting"):
            case.return_at = None
            case.state = resting_state(case, recorded_at)
            case.save(update_fields=["state", "return_at"])
            to = "queue" if case.state == "queued" else case.state
            writing.event(f"case:{case.pk}", "CaseReturned", {"to": to})
    return len(ids)
