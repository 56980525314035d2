"""The portfolio at a glance: charts whose titles say the finding, tables behind them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from shounuo.access.permissions import Permission
from shounuo.jobs.nightly import home_of, model_of
from shounuo.kernel.text import Text
from shounuo.records.models import Lender
from shounuo.records.queries.insight import DAYS, Insight, portfolio_insight
from shounuo.records.queries.learning import last_learning
from shounuo.records.queries.nights import arms, in_force
from shounuo.records.queries.vintages import ALL
from shounuo.strategy import charts
from shounuo.strategy.model_card import honesty_of
from shounuo.web.insight.draw import svg
from shounuo.web.insight.findings import findings, honest
from shounuo.web.signed_in import needs, staff_of

SINCE = Text("全部", "all")


def insight_of(request: HttpRequest) -> tuple[Lender | None, Insight | None]:
    """The signed-in person's lender, and what its newest night shows."""
    team = staff_of(request).team
    if team is None:
        return None, None
    return team.lender, portfolio_insight(team, home_of(team.lender))


def language_of() -> str:
    return "en" if (translation.get_language() or "zh").startswith("en") else "zh"


def charts_of(found: Insight, language: str) -> dict[str, Any]:
    """The page's charts by name, those that have something to show: the page and the PDF alike."""
    vintages = [row for row in found.cures if row["vintage"] != ALL]
    together = [row | {"vintage": SINCE[language]} for row in found.cures if row["vintage"] == ALL]
    made = {"funnel": charts.funnel(found.funnel, language)}
    if found.rolls:
        made["roll"] = charts.roll_matrix(found.rolls, language)
    if found.roll_history:
        made["history"] = charts.roll_history(found.roll_history, language)
    if together:
        made["cure"] = charts.cure_curves(together, language)
        plain = [{k: row[k] for k in ("vintage", "weeks", "cured_share")} for row in vintages]
        made["vintage"] = charts.cure_curves(plain, language)
    return made


def in_force_holdout(lender: Lender) -> dict[str, Any] | None:
    """What the newest night counted of the randomised holdout, with its finding in the reader's language."""
    night = in_force(lender)
    told = night.summary.get("holdout") if night else None
    if not told:
        return None
    says = told["cured"] | {"text": Text(told["cured"]["zh"], told["cured"]["en"])}
    return {**told, "cured": says}


@needs(Permission.BOARD_TEAM)
def show(request: HttpRequest) -> HttpResponse:
    """Of the lender of the person's team."""
    lender, found = insight_of(request)
    if lender is None:
        return render(request, "lead/no_team.html")
    context = {"lender": lender, "found": found, "days": DAYS}
    if found is not None:
        drawn = charts_of(found, language_of())
        context |= {f"{name}_chart": svg(chart) for name, chart in drawn.items()}
        context |= {"titles": findings(found), "arms": arms(lender)}
        context["holdout"] = in_force_holdout(lender)
        context["learning"] = last_learning(lender)
        told = honesty_of(model_of(lender))
        context["honest"] = honest([one.points for one in told])
        context["honesty"] = [
            (one, svg(charts.reliability(one.points, language_of())) if one.points else "")
            for one in told
        ]
    return render(request, "insight/insight.html", context)
