"""The demo's past days answer what their calls' codes asked for, so that the desk opens on live work only."""

from __future__ import annotations

from datetime import datetime
from random import Random

from shounuo.domain.disposition.task_outcomes import ends_of
from shounuo.records.actions.finish_follow_up import finish_follow_up
from shounuo.records.models import FollowUp, Lender, Staff

# Of the tasks due, those nobody got round to that day.
STILL_OPEN = {"collector": 0.04, "lead": 0.8, "compliance": 0.93}
SIMPLY_DONE = ("promise_due", "callback")


def answer_due(lender: Lender, at: datetime, random: Random) -> int:
    """Closes this lender's tasks due by `at`, each by whom it was meant for; returns how many."""
    answered = 0
    due = FollowUp.objects.filter(case__lender=lender, done_at=None, due_at__lte=at)
    for task in due.select_related("staff", "case").order_by("due_at", "pk"):
        answers = list(ends_of(task.kind))
        who = _whose(task)
        if who is None or not (answers or task.kind in SIMPLY_DONE):
            continue
        if random.random() < STILL_OPEN[who.role]:
            continue
        outcome = random.choice(answers) if answers else ""
        finish_follow_up(follow_up_id=task.pk, staff=who, recorded_at=at, outcome=outcome)
        answered += 1
    return answered


def _whose(task: FollowUp) -> Staff | None:
    if task.staff is not None:
        return task.staff
    if task.details.get("to") == "compliance":
        return Staff.objects.filter(role="compliance").first()
    return Staff.objects.filter(role="lead", team=task.team_id).first()
