"""The inbox: what is due, earliest first; each row opens its case."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.masking import mask_name
from shounuo.access.permissions import Permission
from shounuo.domain.disposition.task_outcomes import ends_of
from shounuo.kernel.errors import Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.finish_follow_up import finish_follow_up
from shounuo.records.actions.release_case import release_case
from shounuo.records.models import Case, FollowUp, Staff
from shounuo.records.queries.day_figures import day_figures
from shounuo.records.queries.inbox import TASKS, inbox
from shounuo.records.queries.who_is_told import silent_call
from shounuo.records.queries.worked import open_call_of
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of

MOST = 200


@needs(Permission.INBOX_USE)
def show(request: HttpRequest) -> HttpResponse:
    """Everything open, what is overdue marked; it waits while a third party is on the line."""
    staff, now = staff_of(request), clock.now()
    if silent := silent_call(staff):
        return redirect("call", silent.pk)
    rows = [
        {
            "task": task,
            "what": TASKS.get(task.kind, Text(task.kind, task.kind)),
            "name": mask_name(task.case.customer.name),
            "overdue": task.due_at <= now,
            "answers": list(ends_of(task.kind).values()),
        }
        for task in inbox(staff)[:MOST]
    ]
    return render(
        request, "collector/inbox.html", {"rows": rows, "figures": day_figures(staff, now)}
    )


def _own_task(request: HttpRequest, task_id: int) -> FollowUp:
    task = inbox(staff_of(request)).filter(pk=task_id).first()
    if task is None:
        raise Http404
    return task


@require_POST
@needs(Permission.INBOX_USE)
def open_case(request: HttpRequest, task_id: int) -> HttpResponse:
    """Takes the task's case in hand; the one in hand goes back, unless a call is open on it."""
    staff, task, now = staff_of(request), _own_task(request, task_id), clock.now()
    call = open_call_of(staff)
    if call is not None:
        return redirect("call", call.pk)
    _put_others_back(staff, task.case_id)
    claim_case(case_id=task.case_id, staff=staff, recorded_at=now)
    return redirect("case", task.case_id)


def _put_others_back(staff: Staff, wanted: int) -> None:
    for case in Case.objects.filter(holder=staff, state="claimed").exclude(pk=wanted):
        release_case(case_id=case.pk, actor=staff, recorded_at=clock.now(), reason="done")


@require_POST
@needs(Permission.INBOX_USE)
def finish(request: HttpRequest, task_id: int) -> HttpResponse:
    """Done, with the answer where the task takes one: the row goes."""
    task = _own_task(request, task_id)
    try:
        finish_follow_up(
            follow_up_id=task.pk,
            staff=staff_of(request),
            recorded_at=clock.now(),
            outcome=request.POST.get("outcome", ""),
        )
    except Refused as refused:
        return render(request, "collector/refused.html", {"problem": refused.problem}, status=409)
    return HttpResponse("")
