"""How far an import is, and what came of it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django_tasks.base import TaskResult
from django_tasks.exceptions import TaskResultDoesNotExist

from shounuo.access.permissions import Permission
from shounuo.feeds import uploads
from shounuo.jobs.import_upload import import_upload
from shounuo.records.models import ImportRun
from shounuo.web.signed_in import needs

HTMX_STOP = 286  # the status that ends htmx's polling


@needs(Permission.IMPORT_RUN)
def progress(request: HttpRequest, token: str) -> HttpResponse:
    """The page of an upload; asked by htmx each second, only its middle."""
    upload = uploads.find(token)
    if upload is None:
        raise Http404
    result = _result(upload.task)
    told = (result.return_value or {}) if result and result.is_finished and _well(result) else {}
    run = _run(upload, told)
    over = bool(result and result.is_finished)
    found = {
        **_shown(run),
        "upload": upload,
        "over": over,
        "failed": over and not _well(result),
        "problem": _said(told.get("problem")),
    }
    if request.headers.get("HX-Request"):
        return render(request, "imports/progress.html", found, status=HTMX_STOP if over else 200)
    return render(request, "imports/run.html", found)


@needs(Permission.IMPORT_RUN)
def show(request: HttpRequest, run_id: int) -> HttpResponse:
    """One import of the past."""
    run = get_object_or_404(ImportRun.objects.select_related("lender", "actor"), pk=run_id)
    return render(request, "imports/run.html", {**_shown(run), "over": True})


def _result(task_id: str) -> TaskResult | None:
    try:
        return import_upload.get_result(task_id) if task_id else None
    except TaskResultDoesNotExist:
        return None


def _well(result: TaskResult | None) -> bool:
    return bool(result and result.status == "SUCCESSFUL")


def _run(upload: uploads.Upload, told: dict[str, Any]) -> ImportRun | None:
    """The run the task named; while it is still going, the newest one of this file."""
    runs = ImportRun.objects.select_related("lender", "actor")
    if told.get("run"):
        return runs.filter(pk=told["run"]).first()
    going = runs.filter(
        lender__code=upload.lender, kind=upload.kind, file_name=upload.file_name, state="running"
    )
    return going.order_by("-pk").first()


def _shown(run: ImportRun | None) -> dict[str, Any]:
    if run is None:
        return {"run": None}
    share = round(100 * run.rows_seen / run.rows_total) if run.rows_total else 100
    counts = {k: v for k, v in run.counts.items() if isinstance(v, int | str) and v not in ("", 0)}
    problems = [_said(problem) for problem in run.problems]
    waits = run.waiting.filter(state="waiting").count()
    return {"run": run, "share": share, "counts": counts, "problems": problems, "waits": waits}


def _said(problem: dict[str, Any] | None) -> dict[str, str] | None:
    if not problem:
        return None
    language = "zh" if (translation.get_language() or "zh").startswith("zh") else "en"
    return {"what": problem["what"][language], "next": problem["next"][language]}
