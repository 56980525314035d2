"""Agreement of people with the engine and with each other; the labelled set."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.permissions import Permission
from shounuo.inspection.codes import NAMES
from shounuo.records.actions.reveal_field import record_export
from shounuo.records.queries.inspection_figures import agreement, appealed, yield_per_minute
from shounuo.records.queries.labelled_calls import labelled_calls
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of


@needs(Permission.INSPECTION_DECIDE)
def show(request: HttpRequest) -> HttpResponse:
    """How often people accepted what the engine found."""
    context = {
        "rows": agreement(),
        "names": NAMES,
        "yields": yield_per_minute(),
        "appealed": appealed(),
    }
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
