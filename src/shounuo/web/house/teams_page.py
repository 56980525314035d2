"""The teams: whose cases, how they are released, from which line; and whether that line may be used."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Problem, Refused
from shounuo.records.actions.set_team import TeamTerms, set_team
from shounuo.records.models import Lender, Team
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of

NUMBERS = ("keep_quota", "lease_minutes", "return_days", "kp_target_low", "kp_target_high")
WORDS = ("name", "name_en", "organisation", "release_mode", "line")
APPROVED = {"yes": True, "no": False}


@require_http_methods(["GET", "POST"])
@needs(Permission.USER_MANAGE)
def show(request: HttpRequest) -> HttpResponse:
    """Every team with its terms; `?team=` puts one into the form."""
    if request.method == "POST":
        try:
            _save(request)
        except Refused as refused:
            return _page(request, refused.problem)
        return redirect("house-teams")
    return _page(request)


def _save(request: HttpRequest) -> None:
    given = request.POST
    lender = Lender.objects.filter(code=given.get("lender", "")).first()
    words = {name: given.get(name, "").strip() for name in WORDS}
    numbers = {name: _number(given.get(name, "")) for name in NUMBERS}
    set_team(
        code=given.get("code", "").strip(),
        lender_id=lender.pk if lender else 0,
        terms=TeamTerms(
            **words, **numbers, line_approved=APPROVED.get(given.get("line_approved", ""))
        ),  # type: ignore[arg-type]
        actor=staff_of(request),
        recorded_at=clock.now(),
    )


def _number(text: str) -> int:
    """What is not a whole number is refused with the terms, as below zero."""
    return int(text) if text.strip().isdecimal() else -1


def _page(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    chosen = Team.objects.select_related("lender").filter(code=request.GET.get("team", "")).first()
    told = {
        "teams": Team.objects.select_related("lender").order_by("code"),
        "lenders": Lender.objects.order_by("code"),
        "problem": problem,
        "form": request.POST if problem else chosen or Team(),
        "chosen": chosen,
    }
    return render(request, "house/teams.html", told, status=409 if problem else 200)
