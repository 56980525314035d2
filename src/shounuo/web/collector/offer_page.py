"""Asking the lender for something on the customer's behalf, by two keys: it goes to the lead first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Problem, Refused
from shounuo.records.actions.request_offer import request_offer
from shounuo.records.models import Case, Contact
from shounuo.records.queries.who_is_told import silent_call
from shounuo.records.queries.worked import open_call_of
from shounuo.settings import clock
from shounuo.web.collector.case_page import case_or_404
from shounuo.web.collector.screen import offer_side
from shounuo.web.signed_in import allowed, needs, refusal, staff_of


@require_http_methods(["GET", "POST"])
@needs(Permission.OFFER_REQUEST)
def ask(request: HttpRequest, case_id: int) -> HttpResponse:
    """Records the request (a GET only looks) and shows where it stands. Nothing while a third party is on the line."""
    case, staff, now = case_or_404(case_id), staff_of(request), clock.now()
    decision = allowed(request, Permission.OFFER_REQUEST, case)
    if not decision:
        return refusal(request, decision)
    if silent_call(staff) is not None:
        return HttpResponse(status=204)
    problem = _ask(request, case, open_call_of(staff)) if request.method == "POST" else None
    context = {**offer_side(case, now), "case": case, "problem": problem}
    status = 422 if problem else 200
    return render(request, "collector/offers_asked.html", context, status=status)


def _ask(request: HttpRequest, case: Case, call: Contact | None) -> Problem | None:
    """What stands against it, where something does."""
    try:
        request_offer(
            case_id=case.pk,
            kind=request.POST.get("kind", ""),
            staff=staff_of(request),
            recorded_at=clock.now(),
            words=request.POST.get("words", "")[:200],
            contact_id=call.pk if call is not None and call.case_id == case.pk else None,
        )
    except Refused as refused:
        return refused.problem
    return None
