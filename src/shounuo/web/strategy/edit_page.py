"""The strategy file: edit, check, see what changed, rehearse on the night in force, save, give it a part."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.jobs.nightly import home_of, model_of
from shounuo.kernel.errors import Refused
from shounuo.records.actions.save_strategy import publish_strategy, save_strategy
from shounuo.records.models import Lender, Staff, StrategyVersion
from shounuo.records.queries.live_strategies import house_text, live_strategies
from shounuo.records.queries.nights import in_force
from shounuo.settings import clock
from shounuo.strategy import estimates
from shounuo.strategy.difference import difference
from shounuo.strategy.engine import read_rows
from shounuo.strategy.rehearsal import rehearse
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.strategy_reader import parse
from shounuo.web.signed_in import needs, staff_of
from shounuo.web.typed import row_number


@needs(Permission.STRATEGY_EDIT)
def show(request: HttpRequest) -> HttpResponse:
    """GET: a version's file, or the one in force. POST: checks it; rehearses or saves where asked."""
    staff = staff_of(request)
    if staff.team is None:
        return render(request, "lead/no_team.html")
    lender = staff.team.lender
    body = request.POST.get("body") or _body(lender, request.GET.get("version", ""))
    strategy, problems = parse(body)
    context: dict[str, Any] = {
        "body": body,
        "lender": lender,
        "language": _language(),
        "problems": [p.line(_language()) for p in problems],
        "checked": request.method == "POST",
    }
    if strategy is not None:
        context["changes"] = [
            c.line[_language()] for c in difference(live_strategies(lender).champion, strategy)
        ]
        if request.POST.get("do") == "save":
            return _save(staff, lender, body, request.POST.get("note", ""))
        if request.POST.get("do") == "rehearse":
            context["rehearsal"] = _rehearse(lender, strategy)
            context["rehearsed"] = True
    return render(request, "strategy/edit.html", context, status=422 if problems else 200)


def _language() -> str:
    return "en" if (translation.get_language() or "zh").startswith("en") else "zh"


def _body(lender: Lender, number: str) -> str:
    versions = StrategyVersion.objects.filter(lender=lender)
    asked = versions.filter(number=number).first() if number.isdecimal() else None
    found = asked or versions.filter(role="champion").first()
    return found.body if found else house_text()


def _save(staff: Staff, lender: Lender, body: str, note: str) -> HttpResponse:
    save_strategy(lender=lender, body=body, note=note, staff=staff, recorded_at=clock.now())
    return redirect("strategy")


def _rehearse(lender: Lender, strategy: Strategy) -> dict[str, Any] | None:
    """Both strategies on the night in force; None before the first night. The gate is not asked."""
    run = in_force(lender)
    home = home_of(lender)
    extract = home / f"extract-{run.as_of}" if run else None
    if run is None or extract is None or not (extract / "teams.parquet").exists():
        return None
    rows = read_rows(extract / "teams.parquet").to_pylist()
    teams = {row["team_id"]: row["capacity_seconds"] for row in rows}
    found, _ = estimates.load(model_of(lender))
    with tempfile.TemporaryDirectory() as scratch:
        live = live_strategies(lender).champion
        return rehearse(home / run.folder, teams, found, live, strategy, Path(scratch))


@require_POST
@needs(Permission.STRATEGY_EDIT)
def part(request: HttpRequest) -> HttpResponse:
    """Gives a version of the lead's own lender its part: champion, challenger with a share, retired."""
    staff = staff_of(request)
    lender = staff.team.lender if staff.team else None
    version = get_object_or_404(
        StrategyVersion, pk=row_number(request.POST.get("version")), lender=lender
    )
    role, share = request.POST.get("role", ""), request.POST.get("share", "")
    if role not in ("champion", "challenger", "retired"):
        return redirect("strategy")
    try:
        publish_strategy(
            version_id=version.pk,
            role=role,
            challenger_bp=int(share) * 100 if share.isdecimal() else 0,
            staff=staff,
            recorded_at=clock.now(),
        )
    except Refused as refused:
        context = {"reason": refused.problem.line(_language())}
        return render(request, "front/refused.html", context, status=422)
    return redirect("strategy")
