"""Showing one masked value in full: with a reason, as an event, for half a minute on the screen."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shounuo.access.masking import Sight, sight
from shounuo.access.permissions import Permission
from shounuo.records.actions.reveal_field import reveal_customer_field, reveal_point
from shounuo.records.models import ContactPoint
from shounuo.records.queries.worked import open_call_of
from shounuo.settings import clock
from shounuo.web.collector.case_page import case_or_404
from shounuo.web.signed_in import actor_of, allowed, needs, refusal, staff_of, subject_of
from shounuo.web.typed import row_number


@require_POST
@needs(Permission.PERSON_REVEAL)
def reveal(request: HttpRequest, case_id: int) -> HttpResponse:
    """`what`: name, id_no, or point:N. The name needs no reason while the holder is on a call."""
    case, staff = case_or_404(case_id), staff_of(request)
    decision = allowed(request, Permission.PERSON_REVEAL, case)
    if not decision:
        return refusal(request, decision)
    what, reason = request.POST.get("what", ""), request.POST.get("reason", "").strip()[:200]
    call = open_call_of(staff)
    in_call = call is not None and call.case_id == case.pk and call.role == "customer"
    if what == "name" and sight(actor_of(staff), subject_of(case), in_call) is Sight.FULL:
        reason = reason or "call"
    if not reason:
        return HttpResponse(_("Say why you need it."), status=422)
    kind, _colon, number = what.partition(":")
    given = {"case_id": case.pk, "staff": staff, "recorded_at": clock.now(), "reason": reason}
    if kind == "point":
        own = ContactPoint.objects.filter(pk=row_number(number), customer=case.customer_id)
        value = reveal_point(point_id=get_object_or_404(own).pk, **given)  # type: ignore[arg-type]
    elif kind in ("name", "id_no"):
        value = reveal_customer_field(field=kind, **given)  # type: ignore[arg-type]
    else:
        return HttpResponse(status=400)
    return render(request, "collector/revealed.html", {"value": value})
