"""What the page and the PDF show: every chart by name with the sentence above it. Links are the page's alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol
from urllib.parse import urlencode

from django.urls import reverse

from shounuo.jobs.nightly import model_of
from shounuo.kernel.text import Text
from shounuo.records.models import Lender
from shounuo.records.queries.insight import Insight
from shounuo.records.queries.insight_cases import STEPS
from shounuo.records.queries.nights import arms, in_force
from shounuo.records.queries.vintages import ALL
from shounuo.strategy import charts
from shounuo.strategy.experiment import Arm, interval
from shounuo.strategy.model_card import Honesty, honesty_of
from shounuo.strategy.strategy_file import NO_TEXT
from shounuo.web.insight.draw import here
from shounuo.web.insight.findings import against, compared_arms, compared_sides, findings

Charts = dict[str, tuple[Text, Any]]
SINCE = Text("全部", "all")
SEE = Text("看案件", "see the cases")


class Link(Protocol):
    """Where a mark leads: `href` and `says`, or nothing."""

    def __call__(self, of: str, **asked: object) -> Mapping[str, str]: ...


def no_link(of: str, **asked: object) -> Mapping[str, str]:
    """Paper has nowhere to lead to."""
    return {}


def link_in(language: str) -> Link:
    """To the list of cases behind a number."""

    def link(of: str, **asked: object) -> Mapping[str, str]:
        address = f"{reverse('insight-cases')}?{urlencode({'of': of, **asked})}"
        return {"href": here(address), "says": SEE[language]}

    return link


def charts_of(found: Insight, language: str, link: Link = no_link) -> Charts:
    """Of the portfolio: those that have something to show."""
    vintages = [row for row in found.cures if row["vintage"] != ALL]
    together = [row | {"vintage": SINCE[language]} for row in found.cures if row["vintage"] == ALL]
    steps = {step: link("step", step=step) for step in STEPS} if link is not no_link else None
    made = {"funnel": charts.funnel(found.funnel, language, steps)}
    if found.rolls:
        rolls = [row | link("roll", was=row["was"], now=row["now"]) for row in found.rolls]
        made["roll"] = charts.roll_matrix(rolls, language)
    if found.roll_history:
        told = [
            row | link("history", night=row["night"], was=row["was"]) for row in found.roll_history
        ]
        made["history"] = charts.roll_history(told, language)
    if together:
        made["cure"] = charts.cure_curves(together, language)
        made["vintage"] = charts.cure_curves(_ended(vintages, link), language)
    titles = findings(found)
    return {name: (titles.get(name, NO_TEXT), chart) for name, chart in made.items()}


def _ended(vintages: Iterable[Mapping[str, Any]], link: Link) -> list[Mapping[str, Any]]:
    """Plain steps; the end of each line leads to the month's cases."""
    rows = [{k: row[k] for k in ("vintage", "weeks", "cured_share")} for row in vintages]
    ends = {row["vintage"]: number for number, row in enumerate(rows)}
    return [
        row | link("vintage", month=row["vintage"]) | {"last": ends[row["vintage"]] == number}
        for number, row in enumerate(rows)
    ]


def experiments_of(lender: Lender, language: str, link: Link = no_link) -> Charts:
    """Of champion and challenger, and of the randomised holdout, where they have begun."""
    made: Charts = {}
    found, held = arms(lender), holdout_of(lender)
    if found:
        names = {
            "champion": Text("主策略", "champion"),
            "challenger": Text("挑战策略", "challenger"),
        }
        rows = [
            _group(name[language], found[key]) | link("arm", arm=number)
            for number, (key, name) in enumerate(names.items())
        ]
        title = Text("有兑现承诺的案件", "cases with a kept promise")[language]
        made["arms"] = (compared_arms(found["says"]), charts.compared(rows, title))
    if held and held["held"] and held["callable"]:
        sides = {"held": Text("随机留白", "held out"), "callable": Text("可拨打", "callable")}
        rows = [
            _group(name[language], Arm(held[key], held["cured"][key] * held[key]))
            | link("holdout", held=int(key == "held"))
            for key, name in sides.items()
        ]
        title = Text("30 天内回正", "in order within 30 days")[language]
        made["holdout"] = (compared_sides(held["cured"]), charts.compared(rows, title))
    return made


def _group(name: str, arm: Arm) -> dict[str, object]:
    low, high = interval(arm)
    return {"name": name, "n": arm.n, "mean": arm.mean, "low": low, "high": high}


def holdout_of(lender: Lender) -> dict[str, Any] | None:
    """What the newest night counted of the randomised holdout."""
    night = in_force(lender)
    return (night.summary.get("holdout") if night else None) or None


def estimates_of(
    lender: Lender, language: str, link: Link = no_link
) -> list[tuple[Honesty, Text, Any]]:
    """Each estimate with the sentence above its plot, and the plot; None for a rule of thumb."""
    told = []
    for one in honesty_of(model_of(lender)):
        rows = [
            point | link("bin", target=one.target, group=number)
            for number, point in enumerate(one.points)
        ]
        chart = charts.reliability(rows, language) if rows else None
        told.append((one, against(one), chart))
    return told
