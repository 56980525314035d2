"""The cases behind a number of the insight page: the reader's own team's, names masked."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.masking import mask_name
from shounuo.access.permissions import Permission
from shounuo.jobs.nightly import home_of, model_of
from shounuo.kernel.text import Text
from shounuo.records.models import Case
from shounuo.records.queries.insight import DAYS
from shounuo.records.queries.insight_cases import cases_behind
from shounuo.records.queries.timeline import FLAGS
from shounuo.strategy.model_card import NAMES
from shounuo.web.lead.span import own_team
from shounuo.web.signed_in import needs

PAGE = 50
IN_ORDER = Text("回正", "in order")
_STEPS = {
    "calls": Text("近 {n} 天拨打过的案件", "Cases called in the last {n} days"),
    "reached": Text("近 {n} 天接通过的案件", "Cases reached in the last {n} days"),
    "promises": Text("近 {n} 天有承诺的案件", "Cases with a promise of the last {n} days"),
    "kept": Text("近 {n} 天承诺已兑现的案件", "Cases with a promise of the last {n} days kept"),
}
_SIDES = {
    ("arm", "0"): Text("主策略的案件", "Cases of the champion"),
    ("arm", "1"): Text("挑战策略的案件", "Cases of the challenger"),
    ("holdout", "0"): Text("可拨打一侧的案件", "Cases that could be called"),
    ("holdout", "1"): Text("随机留白的案件", "Cases held out at random"),
}


def title_of(asked: Mapping[str, str]) -> Text:
    """For an address that `cases_behind` found something for."""
    of = asked["of"]
    if of == "roll":
        said = Text("由 {was} 到 {now} 的案件", "Cases that went from {was} to {now}")
        was, now = (_bucket(asked[name]) for name in ("was", "now"))
        return Text(said.zh.format(was=was.zh, now=now.zh), said.en.format(was=was.en, now=now.en))
    if of == "history":
        said = Text(
            "到 {night} 由 {was} 滚入更后账龄的案件", "Cases of {was} that had rolled on by {night}"
        )
        return said.format(night=asked["night"], was=asked["was"])
    if of == "vintage":
        return Text("{month} 入催的案件", "Cases that became late in {month}").format(
            month=asked["month"]
        )
    if of == "step":
        return _STEPS[asked["step"]].format(n=DAYS)
    if of == "bin":
        name, group = NAMES[asked["target"]], int(asked["group"]) + 1
        return Text(
            f"{name.zh}：预计由低到高第 {group} 组",
            f"{name.en}: group {group} by rising chance told",
        )
    return _SIDES[of, asked["arm" if of == "arm" else "held"]]


def _bucket(number: str) -> Text:
    return IN_ORDER if int(number) == 0 else Text(f"M{int(number)}", f"M{int(number)}")


@needs(Permission.BOARD_TEAM)
def show(request: HttpRequest) -> HttpResponse:
    """Fifty at a time, the most past due first; a number that is not there any more is not found."""
    team = own_team(request)
    if team is None:
        return render(request, "lead/no_team.html")
    asked = {key: value for key, value in request.GET.items() if key != "page"}
    lender = team.lender
    behind = cases_behind(lender, home_of(lender), model_of(lender), asked)
    if behind is None:
        raise Http404("no such number")
    own = Case.objects.filter(team=team, pk__in=behind).select_related("customer")
    page = Paginator(own.order_by("-days_past_due", "pk"), PAGE).get_page(request.GET.get("page"))
    for case in page:
        case.masked = mask_name(case.customer.name)  # type: ignore[attr-defined]
        case.why_held = FLAGS.get(case.held_reason)  # type: ignore[attr-defined]
    context = {
        "page": page,
        "title": title_of(asked),
        "others": len(behind) - page.paginator.count,
        "asked": urlencode(asked),
    }
    return render(request, "insight/cases.html", context)
