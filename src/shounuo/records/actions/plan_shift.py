"""The roster: who is planned to work on which day."""

from __future__ import annotations

from datetime import date, datetime, time

from shounuo.records.actions._act import act
from shounuo.records.models import Shift, Staff


def plan_shift(
    *,
    staff: Staff,
    day: date | str,
    hours: tuple[time, time] | None,
    actor: Staff,
    recorded_at: datetime,
) -> None:
    """Plans the day, or clears it when `hours` is None. `day`: a date or ISO text."""
    civil = day if isinstance(day, date) else date.fromisoformat(day)
    with act(actor=actor, recorded_at=recorded_at) as writing:
        Shift.objects.filter(staff=staff, day=civil).delete()
        if hours is not None:
            Shift.objects.create(staff=staff, day=civil, starts=hours[0], ends=hours[1])
        payload = {"day": civil.isoformat(), "works": hours is not None}
        writing.event(f"staff:{staff.pk}", "ShiftPlanned", payload)
