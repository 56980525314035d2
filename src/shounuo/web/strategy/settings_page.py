"""The lender's night: its hour, and the consent without which nobody is drawn by chance."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from shounuo.access.permissions import Permission
from shounuo.jobs.nightly import DEFAULT_HOUR
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.set_night import LATEST_HOUR, consent_to_randomise, set_night
from shounuo.records.models import Lender, Staff
from shounuo.records.queries.live_strategies import live_strategies
from shounuo.settings import clock
from shounuo.strategy.consent import consent_of, in_force, within
from shounuo.strategy.strategy_file import Experiment
from shounuo.strategy.strategy_reader import CAPS_BP
from shounuo.web.signed_in import needs, staff_of

PERCENT = re.compile(r"-?[0-9]{1,4}(\.[0-9]{1,2})?")


@require_http_methods(["GET", "POST"])
@needs(Permission.STRATEGY_EDIT)
def show(request: HttpRequest) -> HttpResponse:
    """Of the lead's own lender. A refused form comes back with what was typed and the reason."""
    staff = staff_of(request)
    if staff.team is None:
        return render(request, "lead/no_team.html")
    lender, problem = staff.team.lender, None
    if request.method == "POST":
        try:
            change = _consent if request.POST.get("form") == "consent" else _hour
            change(request, lender, staff)
            return redirect("strategy-settings")
        except Refused as refused:
            problem = refused.problem
    context = _told(lender) | {"problem": problem, "given": request.POST}
    return render(request, "strategy/settings.html", context, status=409 if problem else 200)


def _told(lender: Lender) -> dict[str, Any]:
    today = clock.now().astimezone(ZoneInfo(lender.zone)).date()
    consent, champion = consent_of(lender.night), live_strategies(lender).champion
    used, _ = within(champion, in_force(lender.night, today))
    most = {name: getattr(consent, name) if consent else cap for name, cap in CAPS_BP.items()}
    return {
        "lender": lender,
        "hour": int(lender.night.get("hour", DEFAULT_HOUR)),
        "hours": range(LATEST_HOUR + 1),
        "runs": not lender.night.get("off"),
        "consent": consent,
        "begun": in_force(lender.night, today) is not None,
        "explore": f"{most['explore_bp'] / 100:g}",
        "holdout": f"{most['holdout_bp'] / 100:g}",
        "rows": [_row(name, champion.experiment, used.experiment) for name in CAPS_BP],
    }


def _row(name: str, asked: Experiment, used: Experiment) -> dict[str, Any]:
    found = {"cap": CAPS_BP[name], "asked": getattr(asked, name), "used": getattr(used, name)}
    return {"name": _NAMES[name]} | {key: f"{share / 100:g}%" for key, share in found.items()}


_NAMES = {
    "explore_bp": Text("探索", "Exploration"),
    "holdout_bp": Text("随机留白", "Randomised holdout"),
}


def _hour(request: HttpRequest, lender: Lender, staff: Staff) -> None:
    hour = request.POST.get("hour", "")
    if not hour.isdecimal():
        raise Refused(_unreadable(hour, Text("请选择钟点", "Choose an hour")))
    set_night(
        lender_id=lender.pk,
        hour=int(hour),
        runs=request.POST.get("runs") == "yes",
        actor=staff,
        recorded_at=clock.now(),
    )


def _consent(request: HttpRequest, lender: Lender, staff: Staff) -> None:
    given, since = request.POST, _day(request.POST.get("since", ""))
    consent_to_randomise(
        lender_id=lender.pk,
        since=since,
        evidence=given.get("evidence", ""),
        explore_bp=_basis_points(given.get("explore", "")) if since else 0,
        holdout_bp=_basis_points(given.get("holdout", "")) if since else 0,
        actor=staff,
        recorded_at=clock.now(),
    )


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 - a civil day
    except ValueError:
        raise Refused(_unreadable(text, Text("请填写日期", "Give a date"))) from None


def _basis_points(text: str) -> int:
    """Percent as typed, two places at most."""
    if not PERCENT.fullmatch(text.strip()):
        raise Refused(_unreadable(text, Text("请填写百分数", "Give a percentage")))
    return int(Decimal(text.strip()) * 100)


def _unreadable(text: str, said: Text) -> Problem:
    return Problem("not_readable", said, record=text, next_step=Text("改正后再登记", "Mend it"))
