"""The page of a held case says that it is open, and says so when it is closed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.records.actions.keep_lease import keep_lease, let_lease_end
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of


@require_POST
@needs(Permission.CASE_TAKE)
def keep(request: HttpRequest, case_id: int) -> HttpResponse:
    """The heartbeat. `held` is false when the case is somebody else's or nobody's by now."""
    held = keep_lease(case_id=case_id, staff=staff_of(request), recorded_at=clock.now())
    return JsonResponse({"held": held})


@require_POST
@needs(Permission.CASE_TAKE)
def closing(request: HttpRequest, case_id: int) -> HttpResponse:
    """Sent as the page goes away; a page that opens again at once keeps the case."""
    let_lease_end(case_id=case_id, staff=staff_of(request), recorded_at=clock.now())
    return HttpResponse(status=204)
