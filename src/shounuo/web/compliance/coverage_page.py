"""What other parties did: how far each one's file tells, what the lender attested or allotted."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.attest_coverage import allot_quota, attest_coverage
from shounuo.records.models import Lender, OtherPartyCoverage
from shounuo.settings import clock
from shounuo.web.signed_in import allowed, needs, refusal, staff_of
from shounuo.web.typed import MOST_DIGITS

MOST = 200
BASES = {
    "file": Text("通话文件", "its contact file"),
    "attestation": Text("出借方书面声明", "the lender's written word"),
    "quota": Text("分配额度", "an allotted share"),
}


@require_http_methods(["GET", "POST"])
@needs(Permission.AUDIT_VIEW)
def show(request: HttpRequest) -> HttpResponse:
    """The newest knowledge of every party, and the form that records a statement or a share."""
    if request.method == "POST":
        entitled = allowed(request, Permission.LENDER_SETTINGS)
        if not entitled:
            return refusal(request, entitled)
        try:
            _record(request)
        except Refused as refused:
            return _page(request, refused.problem, status=409)
        return redirect("coverage")
    return _page(request)


def _page(request: HttpRequest, problem: Problem | None = None, status: int = 200) -> HttpResponse:
    now = clock.now()
    rows = OtherPartyCoverage.objects.select_related("lender").order_by("-recorded_at", "-pk")
    context = {
        "rows": [(row, BASES[row.basis], row.covers_through >= now) for row in rows[:MOST]],
        "lenders": [(lender, _unknown(lender, now)) for lender in Lender.objects.order_by("pk")],
        "problem": problem,
        "given": request.POST,
        "today": now.astimezone(ZoneInfo("Asia/Shanghai")).date(),
    }
    return render(request, "compliance/coverage.html", context, status=status)


def _unknown(lender: Lender, now: datetime) -> list[str] | None:
    """The parties that nothing covers now and that close some team's calls: for a team of their own
    they are no others. None: nobody named any.
    """
    named = lender.contact_settings.get("collecting_parties")
    if named is None:
        return None
    known = OtherPartyCoverage.objects.filter(lender=lender, covers_through__gte=now)
    covered = set(known.values_list("organisation", flat=True))
    teams = {team.organisation or lender.code for team in lender.team_set.all()} or {lender.code}
    return [party for party in named if party not in covered and teams - {party}]


def _record(request: HttpRequest) -> None:
    given = request.POST
    lender = get_object_or_404(Lender, pk=_number(given.get("lender", "")))
    zone = ZoneInfo(lender.zone)
    told = {
        "lender_id": lender.pk,
        "organisation": given.get("organisation", ""),
        "covers_from": datetime.combine(_day(given.get("first", "")), time(), zone),
        # Through the whole of the last day.
        "covers_through": datetime.combine(
            _day(given.get("last", "")) + timedelta(days=1), time(), zone
        )
        - timedelta(seconds=1),
        "evidence": given.get("evidence", ""),
        "actor": staff_of(request),
        "recorded_at": clock.now(),
    }
    if given.get("basis") == "quota":
        shares = {name: _number(given.get(name, "")) for name in ("connected", "attempts")}
        allot_quota(**told, **shares)  # type: ignore[arg-type]
    else:
        attest_coverage(**told)  # type: ignore[arg-type]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(_unreadable(text, Text("请填写日期", "Give a date"))) from None


def _number(text: str) -> int:
    if not text.strip().isdecimal() or len(text.strip()) > MOST_DIGITS:
        raise Refused(_unreadable(text, Text("请填写整数", "Give a whole number")))
    return int(text)


def _unreadable(text: str, said: Text) -> Problem:
    return Problem("not_readable", said, record=text, next_step=Text("改正后再登记", "Mend it"))
