"""A held case goes back: by the collector, at shift end, at logout, or because its lease ran out."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions._act import Actor, Writing, act
from shounuo.records.actions._hold import resting_state
from shounuo.records.actions._locks import lock_case
from shounuo.records.models import Case, Staff

REASONS = ("done", "closed_page", "logout", "lease_expired", "shift_end", "reassigned", "blocked")


def release_case(*, case_id: int, actor: Actor, recorded_at: datetime, reason: str) -> Case:
    """Returns a claimed case to the queue; a case nobody holds stays as it is."""
    if reason not in REASONS:
        raise ValueError(f"no such reason to release: {reason}")
    with act(actor=actor, recorded_at=recorded_at) as writing:
        case = lock_case(case_id)
        if case.state == "claimed":
            put_back(writing, case, reason)
        return case


def put_back(writing: Writing, case: Case, reason: str) -> None:
    """Inside an open action: a held case stays held, one with a time to come back waits, the rest queue.

    In a pool team nobody keeps it (跳案); in an owned team its owner does (分案)."""
    holder = case.holder
    case.state = resting_state(case, writing.recorded_at)
    case.holder, case.claimed_at, case.lease_until = None, None, None
    if case.team and case.team.release_mode == "owned" and case.owner is None:
        case.owner = holder
    case.save(update_fields=["state", "holder", "claimed_at", "lease_until", "owner", "return_at"])
    writing.event(
        f"case:{case.pk}",
        "CaseReleased",
        {"reason": reason, "by": holder.staff_no if holder else None, "state": case.state},
    )
    writing.publish("case", case.pk)


def release_all_of(*, staff: Staff, recorded_at: datetime, reason: str) -> int:
    """Everything a collector holds goes back (logout, shift end); returns how many."""
    held = Case.objects.filter(holder=staff, state="claimed").values_list("pk", flat=True)
    for case_id in list(held):
        release_case(case_id=case_id, actor=staff, recorded_at=recorded_at, reason=reason)
    return len(held)


def release_expired(*, recorded_at: datetime) -> int:
    """Leases that ran out, unless a contact is still open on them; returns how many went back."""
    expired = Case.objects.filter(state="claimed", lease_until__lt=recorded_at).exclude(
        contacts__state="in_flight"
    )
    ids = list(expired.values_list("pk", flat=True))
    for case_id in ids:
        release_case(
            case_id=case_id, actor="scheduler", recorded_at=recorded_at, reason="lease_expired"
        )
    return len(ids)
