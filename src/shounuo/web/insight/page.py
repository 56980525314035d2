"""The portfolio at a glance: charts whose titles say the finding, tables behind them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from shounuo.access.permissions import Permission
from shounuo.jobs.nightly import DEFAULT_HOUR, home_of
from shounuo.records.models import Lender
from shounuo.records.queries.insight import DAYS, Insight, portfolio_insight
from shounuo.records.queries.learning import last_learning
from shounuo.records.queries.nights import newest_run
from shounuo.records.queries.portfolio_now import portfolio_now
from shounuo.records.queries.ratings import FEWEST
from shounuo.strategy.tables import PROMISE_DAYS
from shounuo.web.insight.draw import svg
from shounuo.web.insight.findings import honest
from shounuo.web.insight.shown import (
    charts_of,
    estimates_of,
    experiments_of,
    holdout_of,
    link_in,
)
from shounuo.web.lead.span import own_team
from shounuo.web.signed_in import allowed, needs


def insight_of(request: HttpRequest) -> tuple[Lender | None, Insight | None]:
    """The lender of the person's team, and what its newest night shows."""
    team = own_team(request)
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
    context = {"lender": lender, "found": found, "days": DAYS, "fewest": FEWEST}
    if found is None:
        context |= _without_a_night(request, lender)
    else:
        language = language_of()
        link = link_in(language)
        drawn = charts_of(found, language, link) | experiments_of(lender, language, link)
        context |= {f"{name}_chart": svg(chart) for name, (_, chart) in drawn.items()}
        context["titles"] = {name: title for name, (title, _) in drawn.items()}
        context["holdout"] = holdout_of(lender)
        context["learning"] = last_learning(lender)
        context["looked_back"] = PROMISE_DAYS
        told = estimates_of(lender, language, link)
        context["honest"] = honest([one.points for one, _, _ in told])
        context["honesty"] = [
            (one, title, svg(chart) if chart is not None else "") for one, title, chart in told
        ]
    return render(request, "insight/insight.html", context)


def _without_a_night(request: HttpRequest, lender: Lender) -> dict[str, object]:
    """Why there is nothing yet, what to do about it, and what is known all the same."""
    team = own_team(request)
    return {
        "newest": newest_run(lender),
        "hour": int(lender.night.get("hour", DEFAULT_HOUR)),
        "off": bool(lender.night.get("off")),
        "may_run": bool(allowed(request, Permission.STRATEGY_EDIT)),
        "open_cases": portfolio_now(team) if team else [],
    }
