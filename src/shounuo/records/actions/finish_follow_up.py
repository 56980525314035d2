"""A task of the inbox is done, with the answer it was for where it takes one."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from shounuo.domain.disposition.task_outcomes import Outcome, ends_of
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Writing, act
from shounuo.records.actions._hold import resting_state
from shounuo.records.actions._locks import lock_case, lock_customer
from shounuo.records.actions.raise_flag import lower_within
from shounuo.records.models import Case, Flag, FollowUp, Staff
from shounuo.records.queries.flags import LIFTED_BY_HAND, held_up_by_requests


def finish_follow_up(
    *, follow_up_id: int, staff: Staff, recorded_at: datetime, outcome: str = "", note: str = ""
) -> FollowUp:
    """Ends the task; ending it twice changes nothing. `note` is kept sealed.

    Raises `Refused` when the task takes an answer (`domain.disposition.task_outcomes`) and `outcome`
    is none of them.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        case = Case.objects.select_related("lender").get(follow_ups=follow_up_id)
        lock_customer(case.customer_id)
        task = FollowUp.objects.select_for_update().get(pk=follow_up_id)
        if task.done_at is not None:
            return task
        answer = _answer(task, outcome)
        task.done_at = recorded_at
        task.details = {**task.details, "outcome": outcome, "by": staff.staff_no}
        task.save(update_fields=["done_at", "details"])
        payload = {"task": task.kind, "due_at": task.due_at.isoformat(), "outcome": outcome}
        writing.event(
            f"case:{case.pk}",
            "FollowUpDone",
            payload,
            personal={"note": note},
            customer_id=case.customer_id,
        )
        if answer is not None:
            _set_free(writing, case, answer)
        writing.publish("inbox", task.staff_id or 0)
        return task


def _answer(task: FollowUp, outcome: str) -> Outcome | None:
    known = ends_of(task.kind)
    if not known and not outcome:
        return None
    if outcome in known:
        return known[outcome]
    raise Refused(
        Problem(
            "task_without_answer",
            Text("这件事要写明结果", "This task needs its answer"),
            record=f"follow-up {task.pk} ({task.kind})",
            next_step=Text("从列表中选一个结果", "Choose one of the list"),
        )
    )


def _set_free(writing: Writing, case: Case, answer: Outcome) -> None:
    """The flags that the answer ends, and the days the case rests first."""
    if answer.returns_days is not None:
        locked = lock_case(case.pk)
        zone = ZoneInfo(case.lender.zone)
        later = writing.recorded_at.astimezone(zone) + timedelta(days=answer.returns_days)
        locked.return_at = max(filter(None, (locked.return_at, later)))
        if locked.state in ("queued", "waiting"):
            locked.state = resting_state(locked, writing.recorded_at)
        locked.save(update_fields=["return_at", "state"])
    free = set(answer.ends) - held_up_by_requests(case.customer_id)
    standing = Flag.objects.filter(customer=case.customer_id, account=None, ended_at=None)
    for flag in standing.filter(kind__in=free, source__in=LIFTED_BY_HAND):
        lower_within(writing, flag)
