"""Trials of two versions of a guide: what came of each arm, beginning one, ending one."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.guides.assignment import Trial
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.run_guide_trial import begin_trial, end_trial
from shounuo.records.models import GuideTrial
from shounuo.records.queries.guide_trials import Outcomes, outcomes_of
from shounuo.records.queries.guides import published
from shounuo.settings import clock
from shounuo.web.signed_in import allowed, needs, staff_of

NAMES = {
    "promised": Text("有承诺的案件", "Cases with a promise"),
    "kept": Text("承诺已兑现的案件", "Cases whose promise was kept"),
    "complained": Text("有投诉的案件", "Cases with a complaint"),
}
NOT_YET = Text("区间含 0，还分不出高下", "The interval holds 0: no difference can be told yet")
MORE = Text("乙版更多", "More with B")
FEWER = Text("乙版更少", "Fewer with B")


@needs(Permission.GUIDE_READ)
def index(request: HttpRequest, problems: list[Problem] | None = None) -> HttpResponse:
    """Every trial, newest first, with the form that begins one for whoever may."""
    today = clock.now().date()
    rows = GuideTrial.objects.order_by("-pk")
    context = {
        "trials": [(row, _lines(outcomes_of(row)), _running(row, today)) for row in rows],
        "refs": sorted(guide.ref for guide in published()),
        "today": today,
        "typed": request.POST,
        "problems": problems,
        "may_run": bool(allowed(request, Permission.GUIDE_APPROVE)),
    }
    return render(request, "guide_desk/trials.html", context, status=409 if problems else 200)


def _running(row: GuideTrial, today: date) -> bool:
    return row.starts_on <= today and (row.ends_on is None or row.ends_on >= today)


def _lines(found: Outcomes) -> dict[str, object]:
    lines = []
    for one in found.results:
        says = MORE if one.gap.low > 0 else FEWER if one.gap.high < 0 else NOT_YET
        shares = [100 * share for share in (one.first.mean, one.second.mean)]
        gap = [100 * end for end in (one.gap.difference, one.gap.low, one.gap.high)]
        lines.append({"name": NAMES[one.outcome], "one": one, "shares": shares, "gap": gap, "says": says})  # fmt: skip
    return {"lines": lines, "undecided": found.undecided}


@require_POST
@needs(Permission.GUIDE_APPROVE)
def begin(request: HttpRequest) -> HttpResponse:
    """Begins a trial today; what stands against it is said above the form, which keeps what was typed."""
    form, now = request.POST, clock.now()
    try:
        ends = date.fromisoformat(form["ends"]) if form.get("ends") else date.max
        share = float(form.get("share", "")) / 100
        trial = Trial(form["trial"].strip(), form["first"], form["second"], share, now.date(), ends)
        begin_trial(trial=trial, staff=staff_of(request), today=now.date(), recorded_at=now)
    except Refused as refused:
        return index(request, [refused.problem])
    except (ValueError, KeyError):
        return index(request, [_unreadable()])
    return redirect("guide-trials")


@require_POST
@needs(Permission.GUIDE_APPROVE)
def end(request: HttpRequest, trial_id: int) -> HttpResponse:
    """No case is drawn from today on."""
    now = clock.now()
    get_object_or_404(GuideTrial, pk=trial_id)
    end_trial(trial_id=trial_id, staff=staff_of(request), today=now.date(), recorded_at=now)
    return redirect("guide-trials")


def _unreadable() -> Problem:
    return Problem(
        "bad_trial",
        Text("要有名字、两个不同的版本、份额和先后正确的日期", "A name, two different versions, a share and days in order are needed"),
        rule="guide_trial.bad_trial",
        next_step=Text("改好再开始", "Mend it and begin again"),
    )  # fmt: skip
