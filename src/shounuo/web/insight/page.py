"""The portfolio at a glance: charts whose titles say the finding, tables behind them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from shounuo.access.permissions import Permission
from shounuo.jobs.nightly import home_of
from shounuo.records.models import Lender
from shounuo.records.queries.insight import DAYS, Insight, portfolio_insight
from shounuo.strategy import charts
from shounuo.web.insight.draw import svg
from shounuo.web.signed_in import needs, staff_of


def insight_of(request: HttpRequest) -> tuple[Lender | None, Insight | None]:
    """The signed-in person's lender, and what its newest night shows."""
    team = staff_of(request).team
    if team is None:
        return None, None
    return team.lender, portfolio_insight(team, home_of(team.lender))


def language_of() -> str:
    return "en" if (translation.get_language() or "zh").startswith("en") else "zh"


@needs(Permission.BOARD_TEAM)
def show(request: HttpRequest) -> HttpResponse:
    """Of the lender of the person's team."""
    lender, found = insight_of(request)
    if lender is None:
        return render(request, "lead/no_team.html")
    context = {"lender": lender, "found": found, "days": DAYS}
    if found is not None:
        context["funnel_chart"] = svg(charts.funnel(found.funnel, language_of()))
        if found.rolls:
            context["roll_chart"] = svg(charts.roll_matrix(found.rolls, language_of()))
    return render(request, "insight/insight.html", context)
