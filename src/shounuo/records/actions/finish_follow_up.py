"""A task of the inbox is done."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions._act import act
from shounuo.records.models import FollowUp, Staff


def finish_follow_up(*, follow_up_id: int, staff: Staff, recorded_at: datetime) -> FollowUp:
    """Ends the task; ending it twice changes nothing."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        task = FollowUp.objects.select_for_update().get(pk=follow_up_id)
        if task.done_at is None:
            task.done_at = recorded_at
            task.save(update_fields=["done_at"])
            payload = {"task": task.kind, "due_at": task.due_at.isoformat()}
            writing.event(f"case:{task.case_id}", "FollowUpDone", payload)
            writing.publish("inbox", task.staff_id or 0)
        return task
