"""减免 and the other offers of the lender: what collectors ask, what the lead lets through, what the lender answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.masking import mask_name
from shounuo.access.permissions import Permission
from shounuo.domain.offer import OfferState
from shounuo.guides.bindings import offers
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.money_text import parse_money
from shounuo.kernel.text import Text
from shounuo.records.actions.decide_offer import (
    LenderWord,
    decide_offer,
    record_lender_word,
    withdraw_offer,
)
from shounuo.records.models import OfferRequest
from shounuo.records.queries.offers import standing, waiting
from shounuo.settings import clock
from shounuo.web.signed_in import allowed, needs, refusal, staff_of


@needs(Permission.OFFER_DECIDE)
def show(request: HttpRequest) -> HttpResponse:
    """Everything of the lead's own team: to decide, at the lender, granted."""
    return _page(request)


def _page(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    team, now = staff_of(request).team, clock.now()
    zone = ZoneInfo(team.lender.zone) if team and team.lender else ZoneInfo("Asia/Shanghai")
    rows = [_row(row) for row in waiting(team.pk if team else None)]
    day = now.astimezone(zone).date()
    context = {
        "to_decide": [row for row in rows if row["offer"].state == OfferState.REQUESTED],
        "at_lender": [row for row in rows if row["offer"].state == OfferState.LEAD_AGREED],
        "granted": [_row(row) for row in standing(team.pk if team else None, day)],
        "problem": problem,
        "given": request.POST,
        "day": day,
    }
    return render(request, "lead/offers.html", context, status=422 if problem else 200)


def _row(row: OfferRequest) -> dict[str, Any]:
    name = mask_name(row.case.customer.name)
    return {"offer": row, "case": row.case, "name": name, "kind": offers()[row.kind].label}


@require_POST
@needs(Permission.OFFER_DECIDE)
def decide(request: HttpRequest, offer_id: int) -> HttpResponse:
    """`agree`, `decline`, `approve`, `refuse` or `withdraw`; what is missing is said above the list."""
    row = OfferRequest.objects.select_related("case__lender").filter(pk=offer_id).first()
    if row is None:
        raise Http404
    decision = allowed(request, Permission.OFFER_DECIDE, row.case)
    if not decision:
        return refusal(request, decision)
    try:
        _do(request, row, clock.now())
    except Refused as refused:
        return _page(request, refused.problem)
    return redirect("team-offers")


def _do(request: HttpRequest, row: OfferRequest, now: datetime) -> object:
    step, why = request.POST.get("step", ""), request.POST.get("why", "")
    told: dict[str, Any] = {"offer_id": row.pk, "recorded_at": now}
    lead = staff_of(request)
    if step in ("agree", "decline"):
        return decide_offer(agree=step == "agree", why=why, lead=lead, **told)
    if step in ("approve", "refuse"):
        word = _word(request, row)
        return record_lender_word(granted=step == "approve", word=word, staff=lead, **told)
    return withdraw_offer(why=why, staff=lead, **told)


def _word(request: HttpRequest, row: OfferRequest) -> LenderWord:
    given = request.POST
    amount, months = given.get("amount", "").strip(), given.get("months", "").strip()
    money = parse_money(amount, row.case.currency, record="amount") if amount else None
    if isinstance(money, Problem):
        raise Refused(money)
    try:
        until = date.fromisoformat(given["until"]) if given.get("until") else None
        count = int(months) if months else None
    except ValueError:
        raise Refused(_unreadable(f"{given.get('until', '')} {months}".strip())) from None
    evidence, sum_of = given.get("evidence", ""), money.minor if money else None
    return LenderWord(evidence=evidence, until=until, amount_cents=sum_of, months=count)


def _unreadable(text: str) -> Problem:
    said = Text("日期或期数看不懂", "The day or the number of months cannot be read")
    return Problem("not_readable", said, record=text, next_step=Text("改正后再提交", "Mend it"))
