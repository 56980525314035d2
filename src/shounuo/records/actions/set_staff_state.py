"""A collector is ready, talking, wrapping up, on a break, or off."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions._act import act
from shounuo.records.models import Staff, StaffStateChange

STATES = ("off", "ready", "talking", "wrap_up", "break")


def set_staff_state(*, staff: Staff, state: str, recorded_at: datetime) -> None:
    """Moves the collector to `state`; saying the same again changes nothing."""
    if state not in STATES:
        raise ValueError(f"no such state: {state}")
    if staff.state == state:
        return
    with act(actor=staff, recorded_at=recorded_at) as writing:
        staff.state, staff.state_since = state, recorded_at
        staff.save(update_fields=["state", "state_since"])
        StaffStateChange.objects.create(staff=staff, state=state, at=recorded_at)
        writing.publish("staff", staff.team_id or 0, {"staff": staff.staff_no, "state": state})
