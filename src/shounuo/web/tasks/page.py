"""The tasks of a lead or of compliance: due times, the case, the answer that closes one."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.domain.disposition.task_outcomes import ends_of
from shounuo.inspection.citations import cited
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.finish_follow_up import finish_follow_up
from shounuo.records.models import FollowUp
from shounuo.records.queries.inbox import TASKS
from shounuo.records.queries.tasks import standing_kinds, to_answer
from shounuo.records.queries.timeline import FLAGS, code_name
from shounuo.settings import clock
from shounuo.web.signed_in import allowed, needs, refusal, staff_of

PAGE = 50


@needs(Permission.TASK_ANSWER)
def show(request: HttpRequest) -> HttpResponse:
    """Fifty at a time, the earliest due first, narrowed to one kind if asked."""
    return _drawn(request)


def _drawn(request: HttpRequest, problem: Problem | None = None, status: int = 200) -> HttpResponse:
    open_tasks, kind = to_answer(staff_of(request)), request.GET.get("kind", "")
    counts = Counter(open_tasks.order_by().values_list("kind", flat=True))
    shown = open_tasks.filter(kind=kind) if kind in counts else open_tasks
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": _rows(list(page)),
        "kinds": [(name, _task_name(name), counts[name]) for name in sorted(counts)],
        "kind": kind,
        "total": sum(counts.values()),
        "problem": problem,
    }
    return render(request, "tasks/page.html", context, status=status)


def _rows(tasks: list[FollowUp]) -> list[dict[str, Any]]:
    now = clock.now()
    flags = standing_kinds([task.case.customer_id for task in tasks])
    return [
        {
            "task": task,
            "what": _task_name(task.kind),
            "duty": Text(task.details.get("duty", ""), task.details.get("duty_en", "")),
            "law": cited(task.details.get("law", ""), _place(task)),
            "overdue": task.due_at <= now,
            "code": code_name(task.contact.disposition) if task.contact else None,
            "by": task.contact.actor.name if task.contact and task.contact.actor else "",
            "flags": [FLAGS.get(k, Text(k, k)) for k in flags.get(task.case.customer_id, [])],
            "answers": list(ends_of(task.kind).values()),
        }
        for task in tasks
    ]


def _place(task: FollowUp) -> str:
    """Whose law the call stands under; the lender's country for a task from before that was kept."""
    return str(task.details.get("place") or task.case.lender.country)


def _task_name(kind: str) -> Text:
    return TASKS.get(kind, Text(kind, kind))


@require_POST
@needs(Permission.TASK_ANSWER)
def close(request: HttpRequest, task_id: int) -> HttpResponse:
    """Closes one with its answer and a note; without an answer it stays and says so."""
    staff = staff_of(request)
    task = to_answer(staff).filter(pk=task_id).first()
    if task is None:
        raise Http404
    entitled = allowed(request, Permission.TASK_ANSWER, task.case)
    if not entitled:
        return refusal(request, entitled)
    try:
        finish_follow_up(
            follow_up_id=task.pk,
            staff=staff,
            recorded_at=clock.now(),
            outcome=request.POST.get("outcome", ""),
            note=request.POST.get("note", "").strip()[:500],
        )
    except Refused as refused:
        return _drawn(request, refused.problem, status=422)
    kind = request.POST.get("kind", "")
    return redirect(f"{request.path.rsplit('/', 1)[0]}?kind={kind}" if kind in TASKS else "tasks")
