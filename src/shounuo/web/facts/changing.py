"""Recording and ending a consent, a request or a fact: one action each, effective at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.record_consent import record_consent, revoke_consent
from shounuo.records.actions.record_fact import record_fact, strike_fact
from shounuo.records.actions.record_request import record_request
from shounuo.records.actions.set_flag import lift_flag, set_flag
from shounuo.records.actions.withdraw_request import withdraw_request
from shounuo.records.models import Case, Consent, ContactPoint, DatedFact, Flag, PersonRequest
from shounuo.records.queries.who_is_told import silent_call
from shounuo.rules.dated_facts import KINDS, Form
from shounuo.rules.proposed import Channel
from shounuo.settings import clock
from shounuo.web.facts.page import case_of, drawn, lift_needs
from shounuo.web.signed_in import allowed, needs, refusal, staff_of
from shounuo.web.typed import row_number

Change = Callable[[HttpRequest, Case], object]


def _changing(change: Change) -> Callable[[HttpRequest, int], HttpResponse]:
    """By whoever may flag the case; what cannot be recorded is said beside what was typed."""

    @require_POST
    @needs(Permission.CASE_FLAG)
    def view(request: HttpRequest, case_id: int) -> HttpResponse:
        case = case_of(case_id)
        entitled = allowed(request, Permission.CASE_FLAG, case)
        if not entitled:
            return refusal(request, entitled)
        if silent := silent_call(staff_of(request)):
            return redirect("call", silent.pk)
        try:
            change(request, case)
        except Refused as refused:
            return drawn(request, case, refused.problem, status=409)
        return redirect("case-facts", case_id)

    return view


def _consent(request: HttpRequest, case: Case) -> object:
    given = request.POST
    giver, about = _number(given, "giver"), _number(given, "about")
    last = _moment(given, "through", case, end=True)
    return record_consent(
        case_id=case.pk, kind=given.get("kind", ""), evidence=given.get("evidence", ""),
        staff=staff_of(request), recorded_at=clock.now(), point_id=giver, about_point_id=about,
        scope=_scope(given, case), given_at=_moment(given, "at", case), valid_through=last,
    )  # fmt: skip


def _request_made(request: HttpRequest, case: Case) -> object:
    given = request.POST
    by = ContactPoint.objects.filter(pk=_number(given, "giver"), customer=case.customer_id).first()
    return record_request(
        case_id=case.pk, kind=given.get("kind", ""), staff=staff_of(request),
        recorded_at=clock.now(), by_role=by.role if by else "customer",
        point_id=by.pk if by else None, scope=_scope(given, case),
        received_at=_moment(given, "at", case),
    )  # fmt: skip


def _fact(request: HttpRequest, case: Case) -> object:
    given = request.POST
    kind = KINDS.get(given.get("kind", ""))
    details = {d.name: _detail(given, d.name, d.form) for d in (kind.details if kind else ())}
    named = given.get("channel", "")
    return record_fact(
        case_id=case.pk, kind=given.get("kind", ""), evidence=given.get("evidence", ""),
        actor=staff_of(request), recorded_at=clock.now(), at=_moment(given, "at", case),
        point_id=_number(given, "point"), account_id=_number(given, "account"),
        channel=Channel(named) if named in set(Channel) else None, details=details,
    )  # fmt: skip


def _flag(request: HttpRequest, case: Case) -> object:
    given = request.POST
    return set_flag(
        case_id=case.pk, kind=given.get("kind", ""), staff=staff_of(request),
        recorded_at=clock.now(), why=given.get("why", "")[:500],
        effective_at=_moment(given, "at", case),
    )  # fmt: skip


@require_POST
@needs(Permission.CASE_VIEW)
def lift(request: HttpRequest, case_id: int) -> HttpResponse:
    """Ends a flag, from a day on, for a reason; by whoever may end one of its kind."""
    case, given = case_of(case_id), request.POST
    flag = get_object_or_404(Flag, pk=_number(given, "row"), customer=case.customer_id)
    entitled = allowed(request, lift_needs(flag.kind), case)
    if not entitled:
        return refusal(request, entitled)
    try:
        lift_flag(
            flag_id=flag.pk, staff=staff_of(request), recorded_at=clock.now(),
            why=given.get("why", "")[:500], effective_at=_moment(given, "at", case),
        )  # fmt: skip
    except Refused as refused:
        return drawn(request, case, refused.problem, status=409)
    return redirect("case-facts", case_id)


def _end(request: HttpRequest, case: Case) -> object:
    """Takes back what stands: a request and a fact with the reason or evidence."""
    given = request.POST
    what, row = given.get("what", ""), _number(given, "row")
    told: dict[str, Any] = {"recorded_at": clock.now()}
    why, staff = given.get("evidence", ""), staff_of(request)
    if what == "consent":
        get_object_or_404(Consent, pk=row, customer=case.customer_id)
        return revoke_consent(consent_id=row or 0, staff=staff, **told)
    if what == "request":
        get_object_or_404(PersonRequest, pk=row, customer=case.customer_id)
        return withdraw_request(request_id=row or 0, staff=staff, evidence=why, **told)
    get_object_or_404(DatedFact, pk=row, customer=case.customer_id)
    return strike_fact(fact_id=row or 0, actor=staff, why=why, **told)


consent, request_made = _changing(_consent), _changing(_request_made)
fact, end, flag = _changing(_fact), _changing(_end), _changing(_flag)


def _detail(given: QueryDict, name: str, form: Form) -> Any:
    value = given.get(f"detail-{name}", "").strip()
    return {"yes": True, "no": False}.get(value) if form is Form.YES_NO else value


def _scope(given: QueryDict, case: Case) -> dict[str, Any]:
    """What a consent or request is limited to; nothing given, no limit."""
    found: dict[str, Any] = {}
    address = ContactPoint.objects.filter(pk=_number(given, "point"), customer=case.customer_id)
    if point := address.first():
        found["address_id"] = point.value_hash
    if given.get("channel") in set(Channel):
        found["channel"] = given["channel"]
    if given.get("place"):
        found["place"] = given["place"]
    if given.get("from") and given.get("until"):
        window = [_clock(given["from"]), _clock(given["until"])]
        found["window"], found["windows"] = window, [window]
        # Told in this conversation, which the gate let pass.
        found["given_during_compliant_communication"] = given.get("in_talk") == "yes"
    if days := [int(day) for day in given.getlist("days") if day in set("0123456")]:
        found["days"] = days
    return found


def _clock(text: str) -> str:
    try:
        return time.fromisoformat(text).isoformat("minutes")
    except ValueError:
        raise Refused(_unreadable(text, Text("请填写几点几分", "Give hours and minutes"))) from None


def _number(given: QueryDict, name: str) -> int | None:
    return row_number(given.get(name)) or None


def _moment(given: QueryDict, name: str, case: Case, *, end: bool = False) -> datetime | None:
    """A day or a minute at the lender's place; a bare day is meant to its end where `end` says so."""
    text = given.get(name, "").strip()
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(case.lender.zone))
    except ValueError:
        raise Refused(_unreadable(text, Text("请填写日期", "Give a date"))) from None
    return found + timedelta(days=1) - timedelta(seconds=1) if end and len(text) == 10 else found


def _unreadable(text: str, said: Text) -> Problem:
    return Problem("not_readable", said, record=text, next_step=Text("改正后再登记", "Mend it"))
