"""The pool: rows that wait, each with its reason; mended cell by cell, tried again, dropped."""

from __future__ import annotations

import json

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.feeds.imports.replay import drop, replay_all, replay_row
from shounuo.records.models import WaitingRow
from shounuo.records.queries.imports import waiting_rows
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of
from shounuo.web.typed import row_number

PAGE = 50


@needs(Permission.IMPORT_MEND)
def show(request: HttpRequest) -> HttpResponse:
    """Fifty at a time; only the faulty cell of a row is shown."""
    run = request.GET.get("run", "")
    rows = waiting_rows(request.GET.get("lender", ""), row_number(run) or None)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    for row in page:
        _say(row)
    lenders = sorted({row.import_run.lender.code for row in page})
    return render(request, "imports/pool.html", {"page": page, "lenders": lenders, "run": run})


@needs(Permission.IMPORT_MEND)
def mend(request: HttpRequest, row_id: int) -> HttpResponse:
    """One row. A press changes its faulty cell, or another named one, and tries it again."""
    found = WaitingRow.objects.select_related("import_run__lender")
    row = get_object_or_404(found, pk=row_id)
    columns = [name for name in json.loads(row.raw) if not name.startswith("+")]
    if request.method == "POST":
        row = _act(request, row, columns)
        if row.state != "waiting":
            return redirect("waiting-rows")
        row = get_object_or_404(found, pk=row_id)
    _say(row)
    return render(request, "imports/mend.html", {"row": row, "columns": columns})


@require_POST
@needs(Permission.IMPORT_MEND)
def replay(request: HttpRequest) -> HttpResponse:
    """Tries all waiting rows of a lender again, those that contradict something apart."""
    replay_all(request.POST.get("lender", ""), staff_of(request), clock.now)
    return redirect("waiting-rows")


def _act(request: HttpRequest, row: WaitingRow, columns: list[str]) -> WaitingRow:
    staff = staff_of(request)
    if request.POST.get("act") == "drop":
        reason = request.POST.get("reason", "")
        return drop(row, reason, staff, clock.now)
    column, value = request.POST.get("column", ""), request.POST.get("value", "")
    changes = {column: value} if column in columns and request.POST.get("act") == "mend" else {}
    overrule = request.POST.get("act") == "overrule"
    return replay_row(row, changes, staff, clock.now, overrule=overrule)


def _say(row: WaitingRow) -> None:
    zh = (translation.get_language() or "zh").startswith("zh")
    row.what = row.what_zh if zh else row.what_en  # type: ignore[attr-defined]
    row.next = row.next_zh if zh else row.next_en  # type: ignore[attr-defined]
