"""Shift-end handover: held cases go back, the inbox goes to a colleague or to the team."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions._act import act
from shounuo.records.actions.release_case import release_all_of
from shounuo.records.models import FollowUp, Staff


def hand_over(
    *, leaving: Staff, to: Staff | None, actor: Staff, recorded_at: datetime
) -> tuple[int, int]:
    """Returns (cases given back, follow-ups passed on). Promises stay credited to who took them."""
    released = release_all_of(staff=leaving, recorded_at=recorded_at, reason="shift_end")
    with act(actor=actor, recorded_at=recorded_at) as writing:
        waiting = FollowUp.objects.select_for_update().filter(staff=leaving, done_at=None)
        rows = list(waiting.order_by("pk"))
        for row in rows:
            row.staff = to
            payload = {"follow_up": row.pk, "to": to.staff_no if to else None}
            writing.event(f"case:{row.case_id}", "FollowUpHandedOver", payload)
        FollowUp.objects.bulk_update(rows, ["staff"])
        writing.publish("inbox", to.pk if to else 0)
        return released, len(rows)
