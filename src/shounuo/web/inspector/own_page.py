"""A collector's own accepted findings: seen, or appealed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.inspection.codes import NAMES
from shounuo.kernel.errors import Refused
from shounuo.records.actions.decide_fault import acknowledge_fault, appeal_fault
from shounuo.records.models import FoundFault
from shounuo.records.queries.inspection import own_faults
from shounuo.settings import clock
from shounuo.web.inspector.shown import DECISIONS
from shounuo.web.signed_in import needs, staff_of


@needs(Permission.INSPECTION_APPEAL)
def show(request: HttpRequest) -> HttpResponse:
    """What an inspector accepted on one's own calls, the unseen first."""
    context = {
        "faults": own_faults(staff_of(request))[:100],
        "names": NAMES,
        "decisions": DECISIONS,
    }
    return render(request, "inspector/mine.html", context)


@require_POST
@needs(Permission.INSPECTION_APPEAL)
def acknowledge(request: HttpRequest, fault_id: int) -> HttpResponse:
    get_object_or_404(FoundFault, pk=fault_id)
    return _done(
        request,
        lambda: acknowledge_fault(
            fault_id=fault_id, staff=staff_of(request), recorded_at=clock.now()
        ),
    )


@require_POST
@needs(Permission.INSPECTION_APPEAL)
def appeal(request: HttpRequest, fault_id: int) -> HttpResponse:
    words = request.POST.get("words", "")
    get_object_or_404(FoundFault, pk=fault_id)
    return _done(
        request,
        lambda: appeal_fault(
            fault_id=fault_id, staff=staff_of(request), words=words, recorded_at=clock.now()
        ),
    )


def _done(request: HttpRequest, act) -> HttpResponse:  # type: ignore[no-untyped-def]
    try:
        act()
    except Refused as refused:
        return render(request, "inspector/problem.html", {"problem": refused.problem}, status=409)
    return redirect("my-calls")
