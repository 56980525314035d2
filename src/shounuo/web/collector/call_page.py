"""A call: recorded before it is dialled, answered, hung up, coded. Every step may be pressed twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.channels.begin import begin
from shounuo.kernel.errors import Refused
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.hang_up import hang_up
from shounuo.records.actions.keep_lease import keep_lease
from shounuo.records.actions.log_advice import begin_advice
from shounuo.records.actions.push_case import BROUGHT
from shounuo.records.actions.set_staff_state import set_staff_state
from shounuo.records.models import Case, Contact, ContactPoint, Staff
from shounuo.records.queries.who_is_told import may_be_told
from shounuo.rules.proposed import Channel
from shounuo.settings import clock
from shounuo.web.collector.advice_side import advice_side
from shounuo.web.collector.code_form import faults_of, report_from
from shounuo.web.collector.guide_side import (
    begin_guide,
    guide_side,
    left_out_names,
    steps_done,
)
from shounuo.web.collector.requests_offered import offered
from shounuo.web.collector.screen import (
    codes_for,
    left_side,
    offer_side,
    own_day,
    phase_of,
    promise_side,
    top_line,
    ways_side,
)
from shounuo.web.collector.third_party_page import third_party
from shounuo.web.collector.words import ROLES
from shounuo.web.signed_in import allowed, needs, refusal, staff_of
from shounuo.web.typed import row_number

STATE_IN = {"ringing": "talking", "talking": "talking", "wrap_up": "wrap_up"}


def call_or_404(request: HttpRequest, contact_id: int) -> Contact:
    """The caller's own call."""
    rows = Contact.objects.select_related(
        "case__customer", "case__lender", "case__team", "point", "actor"
    )
    contact = rows.filter(pk=contact_id, actor=staff_of(request)).first()
    if contact is None:
        raise Http404
    return contact


@require_POST
@needs(Permission.CONTACT_OPEN)
def dial(request: HttpRequest, case_id: int) -> HttpResponse:
    """Asks the gate and begins the call; a block leads back to the case, where it is explained."""
    staff, now = staff_of(request), clock.now()
    case = get_object_or_404(Case, pk=case_id)
    decision = allowed(request, Permission.CONTACT_OPEN, case)
    if not decision:
        return refusal(request, decision)
    point, key = row_number(request.POST.get("point")), request.POST.get("request_key", "")[:64]
    own = ContactPoint.objects.filter(pk=point, customer=case.customer_id)
    if not key or not own.exists():
        raise Http404
    try:
        opened = begin(
            Channel.CALL,
            case_id=case_id,
            point_id=point,
            staff=staff,
            recorded_at=now,
            request_key=key,
        ).opened
    except Refused as refused:
        return render(request, "collector/refused.html", {"problem": refused.problem}, status=409)
    if opened.contact is None:
        return redirect(f"/case/{case_id}?way={point}")
    if opened.contact.state == "in_flight":
        set_staff_state(staff=staff, state="talking", recorded_at=now)
    return redirect("call", opened.contact.pk)


@needs(Permission.CONTACT_OPEN)
def show(request: HttpRequest, contact_id: int) -> HttpResponse:
    """The call as it stands. One that is over leads back to its case."""
    contact = call_or_404(request, contact_id)
    decision = allowed(request, Permission.CONTACT_OPEN, contact.case)
    if contact.state != "in_flight":
        return redirect("case", contact.case_id)
    if not decision:
        return refusal(request, decision)
    keep_lease(case_id=contact.case_id, staff=staff_of(request), recorded_at=clock.now())
    if not may_be_told(contact.role):
        return third_party(request, contact)
    return render(request, "collector/call.html", screen(request, contact, clock.now()))


def screen(request: HttpRequest, contact: Contact, now: datetime) -> dict[str, Any]:
    """Everything the call screen shows."""
    case, staff, stage = contact.case, staff_of(request), phase_of(contact)
    chosen = str(contact.point_id)
    return {
        **left_side(case, now),
        **top_line(case, staff, in_call=True),
        **ways_side(case, staff, now, chosen),
        **own_day(staff, now),
        **promise_side(case, contact, now),
        **guide_side(contact, staff, now),
        **offer_side(case, now),
        **advice_side(contact, now),
        "contact": contact,
        "call_id": contact.pk,
        "talk_seconds": contact.talk_seconds,
        "mine": True,
        "dialled": contact.request_key.startswith(BROUGHT),
        "phase": stage,
        "in_call": stage in ("ringing", "talking"),
        "codes": codes_for(contact, stage),
        "since": contact.answered_at or contact.opened_at,
        "role": ROLES.get(contact.role),
        "requests": offered(contact.role),
    }


@needs(Permission.CONTACT_OPEN)
def phase(request: HttpRequest, contact_id: int) -> HttpResponse:
    """A dialler moves the call, not the collector's keys: the page is drawn again when it has moved."""
    contact = call_or_404(request, contact_id)
    answer = HttpResponse(status=204)
    if contact.state != "in_flight":
        answer.headers["HX-Redirect"] = "/desk"
    elif phase_of(contact) != request.GET.get("seen"):
        answer.headers["HX-Refresh"] = "true"
    return answer


@require_POST
@needs(Permission.CONTACT_OPEN)
def answered(request: HttpRequest, contact_id: int) -> HttpResponse:
    """The other side picked up."""
    contact, staff, now = call_or_404(request, contact_id), staff_of(request), clock.now()
    answer_contact(contact_id=contact.pk, staff=staff, recorded_at=now)
    begin_guide(call_or_404(request, contact_id), staff, now)
    begin_advice(call_or_404(request, contact_id), staff=staff, recorded_at=now)
    return redirect("call", contact.pk)


@require_POST
@needs(Permission.CONTACT_OPEN)
def hung_up(request: HttpRequest, contact_id: int) -> HttpResponse:
    """The line is closed; the code is next."""
    contact, staff, now = call_or_404(request, contact_id), staff_of(request), clock.now()
    by_party = request.POST.get("by") == "party"
    hang_up(contact_id=contact.pk, staff=staff, recorded_at=now, by_party=by_party)
    if contact.state == "in_flight":
        set_staff_state(staff=staff, state="wrap_up", recorded_at=now)
    return redirect("call", contact.pk)


@require_POST
@needs(Permission.DISPOSITION_RECORD)
def end(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Records the code with what it asks for. What is missing is said; nothing typed is lost."""
    contact, staff, now = call_or_404(request, contact_id), staff_of(request), clock.now()
    left_out = request.POST.get("left_out", "").strip()[:200]
    missing = left_out_names(contact, staff, now)
    try:
        report = report_from(request.POST, contact, now)
        if missing and not left_out and not report.party_hung_up:
            return _say_missing(request, contact, staff, now)
        report = replace(report, steps=steps_done(contact, staff, now, left_out))
        end_contact(contact_id=contact.pk, staff=staff, recorded_at=now, report=report)
    except Refused as refused:
        problems = faults_of(refused)
        return render(request, "collector/problems.html", {"problems": problems}, status=422)
    set_staff_state(staff=staff, state="ready", recorded_at=now)
    response = HttpResponse(status=204)
    response.headers["HX-Redirect"] = f"/case/{contact.case_id}"
    return response


def _say_missing(
    request: HttpRequest, contact: Contact, staff: Staff, now: datetime
) -> HttpResponse:
    """A required step is done, or the reason is written down; it is never silently missing."""
    names = left_out_names(contact, staff, now)
    return render(request, "collector/left_out.html", {"names": names}, status=422)
