"""What the person asks of us, by two keys: effective from this moment, whatever the code will be."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.records.actions.record_request import record_request
from shounuo.records.queries.timeline import REQUESTS
from shounuo.settings import clock
from shounuo.web.collector.call_page import call_or_404
from shounuo.web.collector.requests_offered import offered
from shounuo.web.signed_in import needs, staff_of


@require_POST
@needs(Permission.DISPOSITION_RECORD)
def record(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Records it at once and says so; the gate knows it from now on."""
    contact = call_or_404(request, contact_id)
    kind = request.POST.get("kind", "")
    if kind not in {kind for _, kind, _ in offered(contact.role)}:
        return HttpResponse(status=400)
    scope = {}
    if kind in ("stop_address", "wrong_number"):
        scope = {"address_id": contact.number_hash}
    record_request(
        case_id=contact.case_id,
        kind=kind,
        staff=staff_of(request),
        recorded_at=clock.now(),
        by_role=contact.role,
        point_id=contact.point_id,
        contact_id=contact.pk,
        scope=scope,
    )
    return render(request, "collector/request_taken.html", {"words": REQUESTS[kind]})
