"""What an inspector does with a finding; each answers with the call's page."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Refused
from shounuo.records.actions.decide_fault import add_fault, close_inspection, decide_fault
from shounuo.records.models import FoundFault, Inspection
from shounuo.records.queries.inspection import next_to_inspect
from shounuo.settings import clock
from shounuo.web.inspector.call_page import page
from shounuo.web.signed_in import needs, staff_of


@require_POST
@needs(Permission.INSPECTION_DECIDE)
def decide(request: HttpRequest, fault_id: int) -> HttpResponse:
    """Accept, reject or change, with a reason."""
    fault = get_object_or_404(FoundFault, pk=fault_id)
    try:
        decide_fault(
            fault_id=fault_id,
            staff=staff_of(request),
            decision=request.POST.get("decision", ""),
            reason=request.POST.get("reason", ""),
            code=request.POST.get("code", ""),
            recorded_at=clock.now(),
        )
    except Refused as refused:
        return page(request, fault.inspection_id, refused.problem, fault.pk)
    return redirect("inspection-call", inspection_id=fault.inspection_id)


@require_POST
@needs(Permission.INSPECTION_DECIDE)
def add(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """A finding the engine missed: the whole turn is its span unless the words given stand in it."""
    inspection = get_object_or_404(
        Inspection.objects.select_related("transcript"), pk=inspection_id
    )
    turns = {turn["i"]: turn["text"] for turn in json.loads(inspection.transcript.body)["turns"]}
    number = request.POST.get("turn", "")
    text = turns.get(int(number)) if number.isdecimal() else None
    words = request.POST.get("quote", "").strip()
    start = text.find(words) if text and words else -1
    span = (start, start + len(words)) if start >= 0 else (0, len(text or ""))
    try:
        if text is not None:
            add_fault(
                inspection_id=inspection_id,
                staff=staff_of(request),
                code=request.POST.get("code", ""),
                turn=int(number),
                quote=text[span[0] : span[1]],
                reason=request.POST.get("reason", ""),
                span=span,
                recorded_at=clock.now(),
            )
    except Refused as refused:
        return page(request, inspection_id, refused.problem, "add")
    return redirect("inspection-call", inspection_id=inspection_id)


@require_POST
@needs(Permission.INSPECTION_DECIDE)
def close(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """Done with this call; on to the next in the queue, to the queue itself when it is empty."""
    inspection = get_object_or_404(Inspection, pk=inspection_id)
    try:
        close_inspection(
            inspection_id=inspection_id, staff=staff_of(request), recorded_at=clock.now()
        )
    except Refused as refused:
        return page(request, inspection_id, refused.problem, "close")
    following = next_to_inspect(inspection)
    if following is None:
        return redirect("inspection")
    return redirect("inspection-call", inspection_id=following.pk)
