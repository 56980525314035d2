"""The facts of one case: what stands, and the form of the kind that was chosen."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.records.models import (
    Account,
    Case,
    Consent,
    ContactPoint,
    DatedFact,
    PersonRequest,
)
from shounuo.records.queries.flag_history import Told, flag_history, hand_kinds
from shounuo.records.queries.timeline import REQUESTS
from shounuo.records.queries.who_is_told import silent_call
from shounuo.rules.consents import CONSENTS
from shounuo.rules.dated_facts import GROUPS, KINDS, About
from shounuo.rules.proposed import Channel
from shounuo.rules.requests import EFFECTS
from shounuo.settings import clock
from shounuo.web.collector.words import CHANNELS, ROLES
from shounuo.web.signed_in import allowed, needs, refusal, staff_of

YES_NO = {True: Text("是", "yes"), False: Text("否", "no")}
FACT, CONSENT, REQUEST, FLAG = "fact", "consent", "request", "flag"


def case_of(case_id: int) -> Case:
    rows = Case.objects.select_related("customer", "lender", "team", "holder")
    found: Case = get_object_or_404(rows, pk=case_id)
    return found


@needs(Permission.CASE_VIEW)
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """Whoever may see the case reads them; whoever may flag it changes them."""
    case = case_of(case_id)
    seen = allowed(request, Permission.CASE_VIEW, case)
    if not seen:
        return refusal(request, seen)
    silent = silent_call(staff_of(request))
    return redirect("call", silent.pk) if silent else drawn(request, case)


def drawn(
    request: HttpRequest, case: Case, problem: Problem | None = None, status: int = 200
) -> HttpResponse:
    """The page; after a refused form with what was typed still in it."""
    given = request.POST or request.GET
    what, kind = given.get("what", ""), given.get("kind", "")
    context = {
        "case": case,
        "may_change": bool(allowed(request, Permission.CASE_FLAG, case)),
        "flags": [(told, _may_lift(request, case, told)) for told in flag_history(case)],
        "problem": problem,
        "given": given,
        "now": clock.now(),
        **_standing(case),
        **_choices(case),
        **_form(what, kind),
    }
    return render(request, "facts/page.html", context, status=status)


# Lifting these answers a dispute or a complaint, which is not everybody's.
ANSWERED_BY = {
    "dispute": Permission.DISPUTE_DECIDE,
    "complaint_hold": Permission.COMPLAINT_DECIDE,
}


def lift_needs(kind: str) -> Permission:
    """The act that ends a flag of this kind."""
    return ANSWERED_BY.get(kind, Permission.FLAG_LIFT)


def _may_lift(request: HttpRequest, case: Case, told: Told) -> bool:
    return told.liftable and bool(allowed(request, lift_needs(told.flag.kind), case))


def _standing(case: Case) -> dict[str, Any]:
    consents = Consent.objects.filter(customer=case.customer_id).order_by("-given_at")
    requests = PersonRequest.objects.filter(customer=case.customer_id).order_by("-received_at")
    facts = DatedFact.objects.filter(customer=case.customer_id).select_related("point", "account")
    return {
        "consents": [(row, CONSENTS[row.kind].name) for row in consents],
        "requests": [
            (row, REQUESTS.get(row.kind, Text(row.kind, row.kind)), _is_final(row.kind))
            for row in requests
        ],
        "facts": [(row, KINDS[row.kind], _told(row)) for row in facts.order_by("-at", "-pk")],
    }


def _is_final(kind: str) -> bool:
    effect = EFFECTS.get(kind)
    return effect is not None and effect.final


def _told(row: DatedFact) -> list[tuple[Text, Text]]:
    words = {detail.name: detail.words for detail in KINDS[row.kind].details}
    return [(words[name], _worded(value)) for name, value in row.details.items() if name in words]


def _worded(value: object) -> Text:
    return YES_NO[value] if isinstance(value, bool) else Text(str(value), str(value))


def _choices(case: Case) -> dict[str, Any]:
    points = ContactPoint.objects.filter(customer=case.customer_id).order_by("pk")
    return {
        "points": [
            (point, ROLES.get(point.role, Text(point.role, point.role))) for point in points
        ],
        "accounts": Account.objects.filter(customer=case.customer_id).order_by("pk"),
        "channels": [(name, CHANNELS[name]) for name in CHANNELS if name in set(Channel)],
        "flag_kinds": hand_kinds(),
        "consent_kinds": [(name, kind.name) for name, kind in CONSENTS.items()],
        "request_kinds": [(name, REQUESTS[name]) for name in REQUESTS],
        "fact_groups": [
            (words, [(name, kind.words) for name, kind in KINDS.items() if kind.group == group])
            for group, words in GROUPS.items()
        ],
    }


def _form(what: str, kind: str) -> dict[str, Any]:
    """What the chosen kind needs to be told."""
    if what == FACT and kind in KINDS:
        known = KINDS[kind]
        of_point = known.about in (About.POINT, About.ANY_POINT)
        return {
            "form": FACT, "kind": kind, "title": known.words, "details": known.details,
            "channelled": known.channelled, "of_point": of_point,
            "point_needed": known.about is About.POINT, "of_debt": known.about is About.DEBT,
        }  # fmt: skip
    if what == CONSENT and kind in CONSENTS:
        return {
            "form": CONSENT, "kind": kind, "title": CONSENTS[kind].name,
            "about_whom": CONSENTS[kind].needs_about,
            "of_address": kind in ("email_address", "text_number"),
            "of_time": kind in ("time", "night_contact"),
        }  # fmt: skip
    if what == REQUEST and kind in REQUESTS:
        effect = EFFECTS.get(kind)
        return {
            "form": REQUEST, "kind": kind, "title": REQUESTS[kind],
            "of_address": effect is not None and effect.named_address,
            "of_channel": effect is not None and effect.named_channel,
            "of_time": effect is not None and effect.named_hours,
            "of_place": effect is not None and effect.place == "named",
        }  # fmt: skip
    if what == FLAG and kind in dict(hand_kinds()):
        return {"form": FLAG, "kind": kind, "title": dict(hand_kinds())[kind]}
    return {"form": ""}
