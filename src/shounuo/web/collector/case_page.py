"""One case: figures, timeline, numbers. For whoever holds it, the place to dial from."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Refused
from shounuo.records.actions.keep_lease import keep_lease
from shounuo.records.actions.reassign_cases import keep_case
from shounuo.records.actions.release_case import release_case
from shounuo.records.models import Case, Staff
from shounuo.records.queries.timeline import code_name
from shounuo.records.queries.worked import is_worked, last_call, open_call_of
from shounuo.settings import clock
from shounuo.web.collector.live_page import newest_word
from shounuo.web.collector.screen import left_side, offer_side, own_day, top_line, ways_side
from shounuo.web.signed_in import allowed, needs, refusal, staff_of

MOST_PROMISES = 5
DEAD = ("dead", "wrong", "suspended")


def case_or_404(case_id: int) -> Case:
    rows = Case.objects.select_related("customer", "lender", "team", "holder")
    case = rows.filter(pk=case_id).first()
    if case is None:
        raise Http404
    return case


@needs(Permission.CASE_VIEW)
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The holder dials from here; anybody else entitled reads; the rest are told who has it."""
    staff, now, case = staff_of(request), clock.now(), case_or_404(case_id)
    decision = allowed(request, Permission.CASE_VIEW, case)
    if not decision:
        if staff.role in ("collector", "field") and case.team_id == staff.team_id:
            return render(
                request, "collector/not_yours.html", {"case": case, **own_day(staff, now)}
            )
        return refusal(request, decision)
    call = open_call_of(staff)
    if call is not None:
        return redirect("call", call.pk)
    if case.holder_id == staff.pk:
        keep_lease(case_id=case.pk, staff=staff, recorded_at=now)
        case.refresh_from_db(fields=["lease_until"])
    return render(request, "collector/case.html", _page(request, case, staff))


def _page(request: HttpRequest, case: Case, staff: Staff) -> dict[str, Any]:
    now = clock.now()
    mine = case.holder_id == staff.pk and case.state == "claimed"
    last = last_call(case) if mine else None
    ways = ways_side(case, staff, now, request.GET.get("way", ""))
    return {
        **left_side(case, now),
        **top_line(case, staff, in_call=False),
        **ways,
        **own_day(staff, now),
        **offer_side(case, now),
        "mine": mine,
        "phase": "worked" if mine and is_worked(case) else "ready",
        "last": last,
        "last_code": code_name(last.disposition) if last else None,
        "unreachable": ways["chosen"] is not None and ways["chosen"].point.status in DEAD,
        "newest": newest_word(case.pk),
        "promises": _endable(request, case),
        "may_keep": mine and case.team is not None and case.team.keep_quota > 0,
    }


def _endable(request: HttpRequest, case: Case) -> list[dict[str, Any]]:
    """The newest promises that this person may cancel (while open) or void."""
    cancel = bool(allowed(request, Permission.PROMISE_CANCEL, case))
    void = bool(allowed(request, Permission.PROMISE_VOID, case))
    standing = case.promises.filter(cancelled_at=None, voided_at=None).order_by("-made_at")
    rows = [
        {"row": row, "cancel": cancel and row.state in ("open", "awaiting_file"), "void": void}
        for row in standing[:MOST_PROMISES]
    ]
    return [one for one in rows if one["cancel"] or one["void"]]


@require_POST
@needs(Permission.CASE_TAKE)
def put_back(request: HttpRequest, case_id: int) -> HttpResponse:
    """The holder lets go of the case."""
    staff, case = staff_of(request), case_or_404(case_id)
    if case.holder_id == staff.pk and open_call_of(staff) is None:
        release_case(case_id=case_id, actor=staff, recorded_at=clock.now(), reason="done")
    return redirect("desk")


@require_POST
@needs(Permission.CASE_TAKE)
def keep(request: HttpRequest, case_id: int) -> HttpResponse:
    """留案: the holder keeps the case for themselves, or lets it go to the pool again."""
    staff, case = staff_of(request), case_or_404(case_id)
    if case.holder_id != staff.pk:
        return redirect("case", case_id)
    try:
        keep_case(case_id=case_id, staff=staff, recorded_at=clock.now(), keep=not case.kept)
    except Refused as refused:
        return render(request, "collector/refused.html", {"problem": refused.problem}, status=409)
    return redirect("case", case_id)
