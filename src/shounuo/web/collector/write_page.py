"""Writing, posting or going there: what it holds is said first, the gate is asked, then it is done by hand."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.channels.begin import adapter_for, begin
from shounuo.kernel.errors import Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.end_message import end_message
from shounuo.records.models import Case, Contact, ContactPoint
from shounuo.records.queries.case_page import Way
from shounuo.records.queries.who_is_told import silent_call
from shounuo.rules.proposed import Channel, Content, Visit
from shounuo.settings import clock
from shounuo.web.collector.case_page import case_or_404
from shounuo.web.collector.screen import block_of, top_line
from shounuo.web.collector.words import (
    CHANNELS,
    ENDINGS,
    LETTER_PARTS,
    ROLES,
    SAID_IN_IT,
    VISIT_PLACES,
    WRITTEN_KINDS,
    WRITTEN_PURPOSES,
)
from shounuo.web.signed_in import allowed, needs, refusal, staff_of

# What a contact point can carry besides calls.
CARRIES = {
    "phone": (Channel.TEXT,),
    "email": (Channel.EMAIL,),
    "address": (Channel.MAIL, Channel.VISIT),
}


@needs(Permission.CONTACT_OPEN)
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The ways to write to or visit the persons of the case, and the form of the chosen one."""
    case = case_or_404(case_id)
    entitled = allowed(request, Permission.CONTACT_OPEN, case)
    if not entitled:
        return refusal(request, entitled)
    silent = silent_call(staff_of(request))
    return redirect("call", silent.pk) if silent else _page(request, case)


def _page(
    request: HttpRequest, case: Case, closed: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    given = request.POST or request.GET
    ways = _ways(case)
    chosen = next((w for w in ways if w["value"] == given.get("way")), ways[0] if ways else None)
    context = {
        "case": case, "ways": ways, "chosen": chosen, "closed": closed, "given": given,
        "ticked": request.POST.getlist("holds"), "request_key": uuid4().hex,
        "parts": LETTER_PARTS.items(), "said_in_it": SAID_IN_IT.items(),
        "kinds": WRITTEN_KINDS.items(), "purposes": WRITTEN_PURPOSES.items(),
        "places": VISIT_PLACES.items(), **top_line(case, staff_of(request), in_call=False),
    }  # fmt: skip
    return render(request, "collector/write.html", context, status=status)


def _ways(case: Case) -> list[dict[str, Any]]:
    rows = ContactPoint.objects.filter(customer=case.customer_id).order_by("pk")
    return [
        {
            "value": f"{point.pk}:{channel}",
            "point": point,
            "channel": channel,
            "words": CHANNELS[channel],
            "role": ROLES.get(point.role, Text(point.role, point.role)),
        }
        for point in rows
        for channel in CARRIES.get(point.kind, ())
    ]


@require_POST
@needs(Permission.CONTACT_OPEN)
def send(request: HttpRequest, case_id: int) -> HttpResponse:
    """Asks the gate about exactly this; a block is answered on the page, with what was ticked kept."""
    case = case_or_404(case_id)
    chosen = next((w for w in _ways(case) if w["value"] == request.POST.get("way")), None)
    if chosen is None:
        raise Http404
    channel = chosen["channel"]
    wanted = Permission.VISIT_RECORD if channel is Channel.VISIT else Permission.CONTACT_OPEN
    entitled = allowed(request, wanted, case)
    if not entitled:
        return refusal(request, entitled)
    if silent := silent_call(staff_of(request)):
        return redirect("call", silent.pk)
    try:
        begun = begin(
            channel, case_id=case.pk, point_id=chosen["point"].pk, staff=staff_of(request),
            recorded_at=clock.now(), request_key=request.POST.get("request_key") or uuid4().hex,
            asked_by=str(channel), content=content_of(request.POST),
            purpose=_purpose(request.POST),
            visit=visit_of(request) if channel is Channel.VISIT else None,
        )  # fmt: skip
    except Refused as refused:
        return render(request, "collector/refused.html", {"problem": refused.problem}, status=409)
    if begun.opened.contact is None:
        way = Way(chosen["point"], begun.opened.reach, ())
        return _page(request, case, block_of(way), status=409)
    return redirect("message", begun.opened.contact.pk)


def _purpose(given: QueryDict) -> str:
    purpose = given.get("purpose", "")
    return purpose if purpose in WRITTEN_PURPOSES and purpose != "collect" else ""


def content_of(given: QueryDict) -> Content:
    """What was ticked it holds; a line that was not ticked is taken as not in it."""
    ticked = set(given.getlist("holds"))
    kind = given.get("kind", "")
    more = {name: name in ticked for name in SAID_IN_IT if name not in OWN_FIELDS}
    return Content(
        kind=kind if kind in WRITTEN_KINDS and kind != "letter" else None,
        elements=frozenset(ticked & set(LETTER_PARTS))
        | ({"lawsuit"} if "threatens_legal_action" in ticked else frozenset()),
        discloses_debt="discloses_debt" in ticked,
        discloses_amounts="discloses_debt" in ticked,
        asks_payment="asks_payment" in ticked,
        names_institution="names_institution" in ticked,
        more=more,
    )


OWN_FIELDS = ("discloses_debt", "asks_payment", "names_institution")


def visit_of(request: HttpRequest) -> Visit:
    """Who goes, where to, with what; what was not answered stays not known."""
    given = request.POST
    answers = {"yes": True, "no": False}
    with_whom = given.get("with_whom", "").strip()
    place = given.get("place", "")
    return Visit(
        collectors=(staff_of(request).staff_no, with_whom),
        identity_cards_carried=answers.get(given.get("cards", "")),
        place=place if place in VISIT_PLACES else None,
        enters=answers.get(given.get("enters", "")),
    )


@needs(Permission.CONTACT_OPEN)
def message(request: HttpRequest, contact_id: int) -> HttpResponse:
    """What is left to do by hand, and how it ended."""
    contact = _own(request, contact_id)
    if request.method == "POST":
        try:
            end_message(
                contact_id=contact.pk, staff=staff_of(request), recorded_at=clock.now(),
                outcome=request.POST.get("outcome", ""), evidence=request.POST.get("evidence", ""),
            )  # fmt: skip
        except Refused as refused:
            return _message_page(request, contact, refused, status=409)
        return redirect("case", contact.case_id)
    return _message_page(request, contact)


def _message_page(
    request: HttpRequest, contact: Contact, refused: Refused | None = None, status: int = 200
) -> HttpResponse:
    channel = Channel(contact.channel)
    handed = adapter_for(channel).hand(contact)
    context = {
        "contact": contact, "case": contact.case, "handed": handed, "words": CHANNELS[channel],
        "endings": [(name, ENDINGS[name]) for name in handed.outcomes],
        "problem": refused.problem if refused else None, "given": request.POST,
        "role": ROLES.get(contact.role),
    }  # fmt: skip
    return render(request, "collector/message.html", context, status=status)


def _own(request: HttpRequest, contact_id: int) -> Contact:
    rows = Contact.objects.select_related("case__customer", "case__lender", "point")
    found: Contact = get_object_or_404(
        rows.exclude(channel="call"), pk=contact_id, actor=staff_of(request)
    )
    return found
