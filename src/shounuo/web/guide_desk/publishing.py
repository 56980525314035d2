"""Editing with the linter beside the text, and the way into use: submit, publish by another, withdraw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.guides.lint import lint_loaded
from shounuo.kernel.errors import Problem
from shounuo.records.actions.edit_guide import (
    GuideRefused,
    publish_guide,
    return_to_draft,
    save_draft,
    submit_guide,
    withdraw_guide,
)
from shounuo.records.models import GuideVersion
from shounuo.records.queries.guides import load_version, next_version
from shounuo.settings import clock
from shounuo.web.guide_desk.starting import starting_text
from shounuo.web.signed_in import allowed, needs, refusal, staff_of


@needs(Permission.GUIDE_EDIT)
def edit(request: HttpRequest, guide_id: str) -> HttpResponse:
    """The open draft, or the text a new version starts from; saving lints."""
    row = GuideVersion.objects.filter(guide_id=guide_id, state="draft").first()
    problems: Sequence[Problem] = lint_loaded(load_version(row)) if row else ()
    if request.method == "POST":
        body = request.POST.get("body", "").replace("\r\n", "\n")
        row, problems = save_draft(
            guide_id=guide_id, body=body, staff=staff_of(request), recorded_at=clock.now()
        )
    context = {
        "guide_id": guide_id,
        "row": row,
        "body": row.body if row else starting_text(guide_id, clock.now().date()),
        "problems": problems,
        "saved": request.method == "POST",
    }
    return render(request, "guide_desk/edit.html", context)


@require_POST
@needs(Permission.GUIDE_EDIT)
def check(request: HttpRequest) -> HttpResponse:
    """The linter's word on a text that is not saved."""
    guide_id = request.POST.get("guide_id", "draft")
    body = request.POST.get("body", "").replace("\r\n", "\n")
    unsaved = GuideVersion(guide_id=guide_id, version=next_version(guide_id), body=body)
    problems = lint_loaded(load_version(unsaved))
    return render(request, "guide_desk/problems.html", {"problems": problems, "checked": True})


@require_POST
@needs(Permission.GUIDE_READ)
def move(request: HttpRequest, version_id: int, step: str) -> HttpResponse:
    """One step of a version on its way: submit, publish, return, withdraw."""
    row = get_object_or_404(GuideVersion, pk=version_id)
    needed = Permission.GUIDE_EDIT if step == "submit" else Permission.GUIDE_APPROVE
    entitled = allowed(request, needed)
    if not entitled:
        return refusal(request, entitled)
    try:
        _step(request, row, step)()
    except GuideRefused as refused:
        context = {"guide_id": row.guide_id, "problems": refused.problems}
        return render(request, "guide_desk/refused.html", context, status=409)
    return redirect("guide", guide_id=row.guide_id) if step != "submit" else redirect("guides")


def _step(request: HttpRequest, row: GuideVersion, step: str) -> Callable[[], object]:
    now, staff = clock.now(), staff_of(request)
    steps: dict[str, Callable[[], object]] = {
        "submit": lambda: submit_guide(version_id=row.pk, staff=staff, recorded_at=now),
        "publish": lambda: publish_guide(
            version_id=row.pk, staff=staff, may_publish=True, today=now.date(), recorded_at=now
        ),
        "return": lambda: return_to_draft(version_id=row.pk, staff=staff, recorded_at=now),
        "withdraw": lambda: withdraw_guide(version_id=row.pk, staff=staff, recorded_at=now),
    }
    if step not in steps:
        raise Http404(step)
    return steps[step]
