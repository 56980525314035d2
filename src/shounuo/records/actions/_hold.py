"""Whether a case may be in the queue at all: the flags that keep it out, and where it rests.

Everything that lets go of a case (its holder, its return time, the end of a hold) asks `resting_state`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

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


def resting_state(case: Case, at: datetime) -> str:
    """Where an open case belongs that nobody works: held first, then waiting for its time, else queued."""
    if case.held_reason:
        return "held"
    return "waiting" if case.return_at is not None and case.return_at > at else "queued"


def refresh_hold(writing: Writing, case: Case) -> None:
    """Moves a case between held and its place as its flags say; a claimed one keeps its holder."""
    # A holder may be letting go of it at this moment: what follows is decided on the row as it is.
    case.refresh_from_db(from_queryset=Case.objects.select_for_update())
    reason = holding_flags([case.customer_id]).get(case.customer_id, "")
    if case.state == "closed" or reason == case.held_reason:
        return
    case.held_reason = reason
    if case.state != "claimed":
        case.state = resting_state(case, writing.recorded_at)
    case.save(update_fields=["state", "held_reason"])
    tell_hold(writing, case)


def tell_hold(writing: Writing, case: Case) -> None:
    """The event of a hold that began, changed its reason, or ended."""
    kind = "CaseHeld" if case.held_reason else "HoldEnded"
    writing.event(f"case:{case.pk}", kind, {"reason": case.held_reason})
