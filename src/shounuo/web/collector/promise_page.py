"""Taking a promise: typed, read back part by part, then recorded. After hang-up only an implied one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.domain.spoken_amount import spoken, spoken_date
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text
from shounuo.records.actions.override_promise import ask_override
from shounuo.records.actions.record_promise import end_promise, record_promise
from shounuo.records.models import Contact, Promise
from shounuo.records.queries.who_is_told import may_be_told
from shounuo.settings import clock
from shounuo.web.collector.call_page import call_or_404, screen
from shounuo.web.collector.code_form import faults_of
from shounuo.web.collector.promise_form import PARTS, Typed, check_before_reading, typed
from shounuo.web.collector.screen import lender_name
from shounuo.web.collector.words import METHODS
from shounuo.web.signed_in import allowed, needs, refusal, staff_of

# Faults of the lender's limits, which a lead may lift within their own; a fault of form is nobody's to lift.
LIFTED_BY_LEAD = {"below_floor", "too_far_ahead", "too_many_open", "second_after_broken"}


@require_POST
@needs(Permission.PROMISE_RECORD)
def record(request: HttpRequest, contact_id: int) -> HttpResponse:
    """First press: what to read back. Second press, with every part confirmed: recorded. Nothing for a third party."""
    contact, now = call_or_404(request, contact_id), clock.now()
    if not may_be_told(contact.role):
        return HttpResponse(status=204)
    implied = contact.ended_at is not None
    try:
        told = typed(request.POST, contact.case, now, implied=implied)
        to_lead = not implied and request.POST.get("to_lead") == "on"
        if not to_lead:
            check_before_reading(told, contact, now)
        if not implied and not _all_confirmed(request, told):
            return _panel(request, contact, read_back=_to_read(told, contact))
        if to_lead:
            return _ask_lead(request, contact, told)
        promise = _record(request, contact, told)
    except Refused as refused:
        return _panel(request, contact, problems=faults_of(refused))
    response = _panel(request, contact)
    response.headers["HX-Trigger"] = f'{{"promise-recorded": {promise.pk}}}'
    return response


def _all_confirmed(request: HttpRequest, told: Typed) -> bool:
    return request.POST.get("step") == "record" and told.confirmed == frozenset(PARTS)


def _ask_lead(request: HttpRequest, contact: Contact, told: Typed) -> HttpResponse:
    """Read back, beyond the limits: it waits for a lead."""
    ask_override(
        contact_id=contact.pk,
        agreed=told.agreed(),
        staff=staff_of(request),
        recorded_at=clock.now(),
    )
    response = _panel(request, contact)
    response.headers["HX-Trigger"] = '{"promise-recorded": 0}'
    return response


def _record(request: HttpRequest, contact: Contact, told: Typed) -> Promise:
    if told.implied and not told.quote:
        raise Refused(
            Problem(
                "no_quote",
                Text("默示承诺要写下客户原话", "An implied promise needs the customer's words"),
                next_step=Text("写下客户怎么说的", "Write down what was said"),
            )
        )
    return record_promise(
        case_id=contact.case_id,
        contact_id=contact.pk,
        agreed=told.agreed(),
        staff=staff_of(request),
        recorded_at=clock.now(),
    )


def _to_read(told: Typed, contact: Contact) -> list[dict[str, Any]]:
    """The four parts, in the customer's language as it is spoken and as it is written."""
    case = contact.case
    language = case.customer.language
    amount = Money(told.stated or told.needed, case.currency)
    method = METHODS.get(told.method, Text(told.method, told.method))
    return [
        {"part": "lender", "say": lender_name(case)[language], "written": ""},
        {"part": "amount", "say": spoken(amount, language=language), "written": amount.grouped()},
        {
            "part": "date",
            "say": spoken_date(told.due_by, language=language),
            "written": told.due_by.isoformat(),
        },
        {"part": "method", "say": method[language], "written": ""},
    ]


def _panel(
    request: HttpRequest,
    contact: Contact,
    *,
    read_back: list[dict[str, Any]] | None = None,
    problems: list[Problem] | None = None,
) -> HttpResponse:
    context = screen(request, contact, clock.now())
    typed_in = {key: request.POST.get(key, "") for key in request.POST}
    codes = {problem.code for problem in problems or []}
    context |= {
        "read_back": read_back,
        "problems": problems,
        "typed": typed_in,
        "may_ask_lead": bool(codes) and codes <= LIFTED_BY_LEAD and contact.ended_at is None,
    }
    return render(request, "collector/promise.html", context)


@require_POST
@needs(Permission.PROMISE_CANCEL)
def cancel(request: HttpRequest, promise_id: int) -> HttpResponse:
    """Withdrawn by the customer before it was due; a kept one stays."""
    return _end(request, promise_id, Permission.PROMISE_CANCEL, "withdrawn")


@require_POST
@needs(Permission.PROMISE_VOID)
def void(request: HttpRequest, promise_id: int) -> HttpResponse:
    """Never was a promise: entered twice, or with the wrong person. It leaves every figure."""
    return _end(request, promise_id, Permission.PROMISE_VOID, "", void=True)


def _end(
    request: HttpRequest, promise_id: int, act: Permission, unsaid: str, *, void: bool = False
) -> HttpResponse:
    """`unsaid`: the reason when none was typed; "" where there has to be one."""
    promise = get_object_or_404(Promise.objects.select_related("case"), pk=promise_id)
    decision = allowed(request, act, promise.case)
    if not decision:
        return refusal(request, decision)
    try:
        reason = request.POST.get("reason", "").strip()[:200] or unsaid
        if not reason:
            raise Refused(_no_reason(promise))
        end_promise(
            promise_id=promise.pk,
            staff=staff_of(request),
            recorded_at=clock.now(),
            reason=reason,
            void=void,
        )
    except Refused as refused:
        return render(request, "collector/refused.html", {"problem": refused.problem}, status=409)
    return redirect("case", promise.case_id)


def _no_reason(promise: Promise) -> Problem:
    return Problem(
        "no_reason",
        Text("作废承诺要写明理由", "Voiding a promise needs its reason"),
        record=f"promise {promise.pk}",
        next_step=Text("写明理由再作废", "Say why, then void it"),
    )
