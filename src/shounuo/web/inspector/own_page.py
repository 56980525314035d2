"""A collector's own accepted findings, seen or appealed; and what came of the calls inspected."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from shounuo.access.permissions import Permission
from shounuo.inspection.citations import cited
from shounuo.inspection.codes import NAMES
from shounuo.inspection.place import place_of
from shounuo.kernel.errors import Problem, Refused
from shounuo.records.actions.decide_fault import acknowledge_fault, appeal_fault
from shounuo.records.models import FoundFault
from shounuo.records.queries.inspection import own_faults
from shounuo.records.queries.own_calls import DAYS
from shounuo.settings import clock
from shounuo.web.form_address import form_on
from shounuo.web.inspector.addresses import own_finding_at
from shounuo.web.inspector.own_calls_shown import own_calls_shown
from shounuo.web.inspector.shown import DECISIONS
from shounuo.web.signed_in import needs, staff_of

MOST = 100


@needs(Permission.INSPECTION_APPEAL)
def show(request: HttpRequest) -> HttpResponse:
    """What an inspector accepted on one's own calls, the unseen first; what became of one's appeals."""
    return _page(request)


def _page(request: HttpRequest, problem: Problem | None = None, about: int = 0) -> HttpResponse:
    faults = list(own_faults(staff_of(request))[:MOST])
    for fault in faults:
        place = place_of(json.loads(fault.inspection.transcript.body))
        fault.cited = cited(fault.citation, place)  # type: ignore[attr-defined]
    context = {
        "faults": faults,
        "names": NAMES,
        "decisions": DECISIONS,
        "problem": problem,
        "about": about,
        "address": own_finding_at(about) if problem else None,
        "calls": own_calls_shown(staff_of(request), clock.now()),
        "days": DAYS,
    }
    return render(request, "inspector/mine.html", context, status=409 if problem else 200)


@needs(Permission.INSPECTION_APPEAL)
@form_on(own_finding_at)
def acknowledge(request: HttpRequest, fault_id: int) -> HttpResponse:
    get_object_or_404(FoundFault, pk=fault_id)
    return _done(
        request,
        fault_id,
        lambda: acknowledge_fault(
            fault_id=fault_id, staff=staff_of(request), recorded_at=clock.now()
        ),
    )


@needs(Permission.INSPECTION_APPEAL)
@form_on(own_finding_at)
def appeal(request: HttpRequest, fault_id: int) -> HttpResponse:
    words = request.POST.get("words", "")
    get_object_or_404(FoundFault, pk=fault_id)
    return _done(
        request,
        fault_id,
        lambda: appeal_fault(
            fault_id=fault_id, staff=staff_of(request), words=words, recorded_at=clock.now()
        ),
    )


def _done(request: HttpRequest, fault_id: int, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        if fault_id in {fault.pk for fault in own_faults(staff_of(request))[:MOST]}:
            return _page(request, refused.problem, fault_id)
        told = {"problem": refused.problem, "address": reverse("my-calls")}
        return render(request, "inspector/problem.html", told, status=409)
    return redirect("my-calls")
