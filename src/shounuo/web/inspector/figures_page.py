"""Agreement of people with the engine, the labelled set, and who needs coaching."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.permissions import Permission
from shounuo.inspection.codes import NAMES
from shounuo.records.actions.reveal_field import record_export
from shounuo.records.queries.inspection import (
    agreement,
    coaching_list,
    labelled_calls,
    yield_per_minute,
)
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of


@needs(Permission.INSPECTION_DECIDE)
def show(request: HttpRequest) -> HttpResponse:
    """How often people accepted what the engine found."""
    context = {"rows": agreement(), "names": NAMES, "yields": yield_per_minute()}
    return render(request, "inspector/figures.html", context)


@needs(Permission.INSPECTION_DECIDE)
def export(request: HttpRequest) -> HttpResponse:
    """Every decided call as a labelled case; taking it away is recorded."""
    lines = [json.dumps(call, ensure_ascii=False) for call in labelled_calls()]
    record_export(
        staff=staff_of(request), what="labelled calls", rows=len(lines), recorded_at=clock.now()
    )
    response = HttpResponse("".join(f"{line}\n" for line in lines), "application/jsonl")
    response["Content-Disposition"] = 'attachment; filename="labelled.jsonl"'
    return response


@needs(Permission.DRILL_ASSIGN)
def coaching(request: HttpRequest) -> HttpResponse:
    """Collectors who repeat a fault; of the lead's or trainer's own team, all for inspectors."""
    staff = staff_of(request)
    rows = coaching_list(clock.now())
    if staff.role != "inspector":
        rows = [row for row in rows if row.collector.team_id == staff.team_id]
    return render(request, "inspector/coaching.html", {"rows": rows, "names": NAMES})
