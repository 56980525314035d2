"""Promises beyond the lender's limits that wait for the lead: let one pass within one's own limits, or not."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.masking import mask_name
from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Problem
from shounuo.records.actions.override_promise import grant_override, refuse_override
from shounuo.records.actions.record_promise import PromiseRefused
from shounuo.records.models import FollowUp
from shounuo.records.queries.inbox import awaiting_lead
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of


@needs(Permission.PROMISE_OVERRIDE)
def show(request: HttpRequest) -> HttpResponse:
    """Everything of the lead's own team that waits."""
    return _page(request, [])


def _page(request: HttpRequest, problems: list[Problem]) -> HttpResponse:
    rows = [_row(task) for task in awaiting_lead(staff_of(request).team_id)]
    status = 422 if problems else 200
    return render(
        request, "lead/overrides.html", {"rows": rows, "problems": problems}, status=status
    )


def _row(task: FollowUp) -> dict[str, object]:
    told = task.details["agreed"]
    return {
        "task": task,
        "name": mask_name(task.case.customer.name),
        "cents": told["stated_cents"] or told["needed_cents"],
        "due_by": date.fromisoformat(told["due_by"]),
        "reason": told["late_reason"],
        "asked_by": task.contact.actor if task.contact else None,
    }


@require_POST
@needs(Permission.PROMISE_OVERRIDE)
def decide(request: HttpRequest, task_id: int) -> HttpResponse:
    """`grant`, or `refuse` with a reason. Beyond the lead's own limits it is refused with every fault."""
    lead, now = staff_of(request), clock.now()
    task = awaiting_lead(lead.team_id).filter(pk=task_id).first()
    if task is None:
        raise Http404
    if request.POST.get("decision") == "grant":
        try:
            grant_override(follow_up_id=task.pk, lead=lead, recorded_at=now)
        except PromiseRefused as refused:
            return _page(request, refused.problems)
    else:
        reason = request.POST.get("reason", "").strip()[:200]
        refuse_override(follow_up_id=task.pk, lead=lead, recorded_at=now, reason=reason)
    return redirect("overrides")
