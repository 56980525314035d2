"""What the customer says they have: the advice follows it at once, with the talk of P26 when it is too little."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Problem
from shounuo.kernel.money_text import parse_money
from shounuo.kernel.text import Text
from shounuo.records.actions.log_advice import log_advice
from shounuo.records.models import Contact
from shounuo.records.queries.advice import advice_for, said_on
from shounuo.records.queries.who_is_told import may_be_told
from shounuo.settings import clock
from shounuo.web.collector.call_page import call_or_404
from shounuo.web.signed_in import needs, staff_of

YES_NO = {"yes": True, "no": False}
INCOME: dict[str, dict[str, bool]] = {
    "steady": {"has_income": True, "steady_work": True},
    "some": {"has_income": True},
    "none": {"has_income": False},
}


@require_POST
@needs(Permission.CONTACT_OPEN)
def said(request: HttpRequest, contact_id: int) -> HttpResponse:
    """`can_pay`, `money_on`, `saw_bill`, `said_exact_figure`, `income`; an empty field takes back what was said.

    Nothing for a third party.
    """
    contact, staff, now = call_or_404(request, contact_id), staff_of(request), clock.now()
    if not may_be_told(contact.role):
        return HttpResponse(status=204)
    told, problem = _told(request, contact)
    if problem is None:
        advice = advice_for(contact.case, now, told)
        if advice is not None:
            log = {"advice": advice.log(), "said": told}
            log_advice(contact_id=contact.pk, staff=staff, recorded_at=now, **log)
    else:
        advice = advice_for(contact.case, now, said_on(contact))
    context = {
        "advice": advice, "case": contact.case, "call_id": contact.pk, "phase": "talking",
        "told": said_on(contact) if problem else told, "means_problem": problem,
    }  # fmt: skip
    return render(request, "collector/ask.html", context, status=422 if problem else 200)


def _told(request: HttpRequest, contact: Contact) -> tuple[dict[str, Any], Problem | None]:
    form, found = request.POST, dict[str, Any]()
    if amount := form.get("can_pay", "").strip():
        money = parse_money(amount, contact.case.currency, record="can_pay")
        if isinstance(money, Problem):
            return {}, money
        found["can_pay_minor"] = money.minor
    if day := form.get("money_on", "").strip():
        try:
            found["money_on"] = date.fromisoformat(day).isoformat()
        except ValueError:
            said = Text("日期看不懂", "The day cannot be read")
            return {}, Problem("not_readable", said, record=day, next_step=Text("从日历里选", "Pick it from the calendar"))  # fmt: skip
    for question in ("saw_bill", "said_exact_figure"):
        if form.get(question) in YES_NO:
            found[question] = YES_NO[form[question]]
    found |= INCOME.get(form.get("income", ""), {})
    return found, None
