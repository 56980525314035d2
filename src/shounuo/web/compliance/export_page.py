"""Cases as a file to take along: for those who may, with a reason, and kept as an event."""

from __future__ import annotations

import csv
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from shounuo.access.permissions import Permission
from shounuo.feeds.exports import safe_cell
from shounuo.kernel.errors import Problem, Refused
from shounuo.records.actions.export_cases import COLUMNS, export_cases
from shounuo.records.models import Event, Lender
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of

STATES = ("queued", "claimed", "waiting", "held", "closed")
BOM = "\ufeff"  # spreadsheets open the Chinese as it is
NEWEST = 20


@require_http_methods(["GET", "POST"])
@needs(Permission.CASE_EXPORT)
def show(request: HttpRequest) -> HttpResponse:
    """The form and the exports so far; a post answers with the file."""
    if request.method == "GET":
        return _page(request)
    lender = get_object_or_404(Lender, code=request.POST.get("lender", ""))
    state = request.POST.get("state", "")
    try:
        found = export_cases(
            lender_id=lender.pk,
            state=state if state in STATES else "",
            reason=request.POST.get("reason", ""),
            staff=staff_of(request),
            recorded_at=clock.now(),
        )
    except Refused as refused:
        return _page(request, refused.problem)
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([safe_cell(cell) for cell in row] for row in found.rows)
    answer = HttpResponse(BOM + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="cases-{lender.code}.csv"'
    return answer


def _page(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    told = {
        "lenders": Lender.objects.order_by("code"),
        "states": STATES,
        "problem": problem,
        "exports": Event.objects.filter(kind="CasesExported").order_by("-recorded_at")[:NEWEST],
    }
    return render(request, "compliance/export.html", told, status=409 if problem else 200)
