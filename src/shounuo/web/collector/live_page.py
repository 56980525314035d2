"""What happened to the case meanwhile: asked every few seconds, answered 304 when nothing did."""

from __future__ import annotations

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.permissions import Permission
from shounuo.records.models import Case, Outbox
from shounuo.records.queries.who_is_told import silent_call
from shounuo.settings import clock
from shounuo.web.collector.screen import left_side
from shounuo.web.signed_in import allowed, needs, refusal, staff_of


def newest_word(case_id: int) -> int:
    """The last thing published about a case; grows with every change."""
    rows = Outbox.objects.filter(topic__in=["case", "payment"], key=str(case_id))
    return int(rows.aggregate(last=Max("id"))["last"] or 0)


@needs(Permission.CASE_VIEW)
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The left side of the case page again, or 304. Nothing at all while a third party is on the line."""
    case = Case.objects.select_related("customer", "lender", "team").get(pk=case_id)
    decision = allowed(request, Permission.CASE_VIEW, case)
    if not decision:
        return refusal(request, decision)
    if silent_call(staff_of(request)) is not None:
        return HttpResponse(status=204)
    tag = f'"{newest_word(case_id)}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304)
    response = render(request, "collector/left.html", left_side(case, clock.now()))
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-store"
    return response
