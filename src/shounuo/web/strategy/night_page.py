"""Last night's run: stages, decisions, what the gate kept out and why; versions; run it again."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.jobs.nightly import night_task
from shounuo.kernel.text import Text
from shounuo.records.queries.nights import arms, blocked_by, in_force, newest_run
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of

DECISIONS = {
    "call": Text("可拨打", "to be called"),
    "paid": Text("已还，待机构新数据", "paid, awaits the lender's figures"),
    "held": Text("暂停中", "on hold"),
    "credit": Text("无欠款", "nothing owed"),
    "no_team": Text("无小组", "no team"),
    "open_promise": Text("有未到期承诺", "promise open"),
    "holdout": Text("随机留白", "randomised holdout"),
    "stop": Text("停止追打", "pursued enough"),
    "help": Text("困难关怀", "help offer"),
    "leave": Text("今日不打", "left alone today"),
    "letter": Text("建议发函", "letter advised"),
}
STAGES = {
    "extract": Text("抽取", "extract"),
    "features": Text("特征", "features"),
    "estimates": Text("估计", "estimates"),
    "rank": Text("排序", "rank"),
    "gate": Text("合规闸", "gate"),
    "publish": Text("发布", "publish"),
}


@needs(Permission.STRATEGY_EDIT)
def show(request: HttpRequest) -> HttpResponse:
    """The newest run and the night in force of the lead's own lender."""
    team = staff_of(request).team
    if team is None:
        return render(request, "lead/no_team.html")
    newest, forced = newest_run(team.lender), in_force(team.lender)
    language = "en" if (translation.get_language() or "zh").startswith("en") else "zh"
    context = {
        "lender": team.lender,
        "newest": newest,
        "night": forced,
        "language": language,
        "problems": [p[language] for p in newest.problems] if newest else [],
        "versions": team.lender.strategies.select_related("made_by").order_by("-number")[:20],
        "arms": arms(team.lender),
    }
    if forced is not None:
        context |= _figures(forced, language)
    return render(request, "strategy/night.html", context)


def _figures(run: object, language: str) -> dict[str, object]:
    told = run.summary  # type: ignore[attr-defined]
    decisions = [(DECISIONS[k][language], n) for k, n in told["decisions"].items() if n]
    return {
        "told": told,
        "decisions": sorted(decisions, key=lambda pair: -pair[1]),
        "stages": [(STAGES[k][language], seconds) for k, seconds in told["stages"].items()],
        "seconds": sum(told["stages"].values()),
        "blocked": blocked_by(run),  # type: ignore[arg-type]
        "notices": [notice[language] for notice in told["notices"]],
    }


@require_POST
@needs(Permission.STRATEGY_EDIT)
def run(request: HttpRequest) -> HttpResponse:
    """Leaves a night for today with the background worker."""
    staff = staff_of(request)
    if staff.team is not None:
        lender = staff.team.lender
        today = clock.now().astimezone(ZoneInfo(lender.zone)).date()
        night_task.enqueue(lender.pk, today.isoformat(), staff.staff_no)
    return redirect("strategy")
