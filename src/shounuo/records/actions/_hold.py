"""Whether a case may be in the queue at all: the flags that keep it out."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.domain.flags import KEEPS_OUT_OF_QUEUE
from shounuo.records.actions._act import Writing
from shounuo.records.models import Case, Flag


def holding_flags(customer_ids: Iterable[int]) -> dict[int, str]:
    """Customer -> the standing flag that keeps their case out of the queue (the first by name)."""
    rows = Flag.objects.filter(
        customer__in=customer_ids, account=None, kind__in=KEEPS_OUT_OF_QUEUE, ended_at=None
    )
    found: dict[int, str] = {}
    for customer_id, kind in rows.order_by("kind").values_list("customer", "kind"):
        found.setdefault(customer_id, kind)
    return found


def refresh_hold(writing: Writing, case: Case) -> None:
    """Moves a case between held and queued as its flags say; a claimed one keeps its holder."""
    reason = holding_flags([case.customer_id]).get(case.customer_id, "")
    if case.state == "closed" or reason == case.held_reason:
        return
    case.held_reason = reason
    if case.state != "claimed":
        case.state = "held" if reason else "queued"
    case.save(update_fields=["state", "held_reason"])
    writing.event(f"case:{case.pk}", "CaseHeld" if reason else "HoldEnded", {"reason": reason})
