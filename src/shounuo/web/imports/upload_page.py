"""Bring a file: choose it, see how it reads, then let it be imported in the background."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.feeds import uploads
from shounuo.feeds.imports.preview import preview
from shounuo.feeds.mapping.fields import KINDS
from shounuo.feeds.mapping.load import shipped_by_kind
from shounuo.jobs.import_upload import import_upload
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.models import Lender
from shounuo.records.queries.imports import recent_runs
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of

ASKED = (
    *("kind", "lender", "mapping", "as_of", "covers_from", "covers_through", "source"),
    *("expect_rows", "expect_sum"),
)


@needs(Permission.IMPORT_RUN)
def show(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    """The form, and the newest imports."""
    language = translation.get_language() or "zh"
    told = (
        {"what": problem.what[language], "next": problem.next_step[language]} if problem else None
    )
    found = {
        "kinds": KINDS,
        "mappings": shipped_by_kind(),
        "lenders": Lender.objects.order_by("code"),
        "runs": recent_runs(),
        "problem": told,
        "asked": request.POST,
    }
    return render(request, "imports/upload.html", found, status=400 if problem else 200)


@require_POST
@needs(Permission.IMPORT_RUN)
def look(request: HttpRequest) -> HttpResponse:
    """Stores the file and shows its first rows as the mapping reads them."""
    sent = request.FILES.get("file")
    if sent is None:
        return show(request, _NO_FILE)
    own = request.FILES.get("own_mapping")
    asked = {name: request.POST.get(name, "").strip() for name in ASKED}
    upload = uploads.receive(
        sent.chunks(), own.read(200_000) if own else None, file_name=sent.name or "", **asked
    )
    try:
        seen = preview(upload.order(staff_of(request)), clock.now())
    except Refused as refused:
        uploads.forget_file(upload.token)
        return show(request, refused.problem)
    except ValueError:
        uploads.forget_file(upload.token)
        return show(request, _BAD_DAY)
    language = translation.get_language() or "zh"
    rows = [(no, cells, [p.what[language] for p in faults]) for no, cells, faults in seen.rows]
    found = {"upload": upload, "seen": seen, "rows": rows, "totals": seen.totals.as_plain()}
    return render(request, "imports/preview.html", found)


@require_POST
@needs(Permission.IMPORT_RUN)
def begin(request: HttpRequest, token: str) -> HttpResponse:
    """Hands the file to the worker, once."""
    upload = uploads.find(token)
    if upload is None:
        raise Http404
    if not upload.task:
        upload.confirm_shrink = bool(request.POST.get("confirm_shrink"))
        upload.task = str(import_upload.enqueue(token, staff_of(request).pk).id)
        uploads.remember(upload)
    return redirect("import-progress", token=token)


_NO_FILE = Problem(
    "no_file",
    Text("没有选择文件", "No file was chosen"),
    next_step=Text("选一个文件再看", "Choose a file and look again"),
)
_BAD_DAY = Problem(
    "bad_day",
    Text("有一个日期读不懂", "One of the days cannot be read"),
    next_step=Text("写成 2026-11-20 这样", "Write it like 2026-11-20"),
)
