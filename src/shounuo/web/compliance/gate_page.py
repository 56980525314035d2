"""Today at the gate: what was blocked and why, who is near a limit, what waits for a review."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.masking import mask_name
from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.release_review import release_review
from shounuo.records.models import GateDecision
from shounuo.records.queries.gate_day import (
    blocks_by_rule,
    decisions_today,
    near_limits,
    reviews_waiting,
    today_from,
)
from shounuo.rules.sentences import counter_line
from shounuo.settings import clock
from shounuo.web.collector.words import CHANNELS
from shounuo.web.compliance.wording import worded
from shounuo.web.signed_in import allowed, needs, refusal, staff_of

MOST = 200

# Who or what put the question; a way to reach people says its own name (`channels`).
ASKED_FROM = {
    "next_case": Text("下一个", "next case"),
    "nightly": Text("夜间排队", "the night"),
    "dialler": Text("外呼系统", "the dialler"),
    "dial": Text("拨打", "dialling"),
}


def asked_from(name: str) -> Text:
    """In words; a name not known is shown as it is."""
    return ASKED_FROM.get(name) or CHANNELS.get(name) or Text(name, name)


@needs(Permission.AUDIT_VIEW)
def show(request: HttpRequest) -> HttpResponse:
    """The whole day on one page."""
    now = clock.now()
    latest = GateDecision.objects.filter(at__gte=today_from(now)).exclude(outcome="allow")
    near = [
        {
            "case": one.case,
            "name": mask_name(one.case.customer.name),
            "used": [(counter_line(used), used.left) for used in one.used],
        }
        for one in near_limits(now)
    ]
    return render(
        request,
        "compliance/gate.html",
        {
            "counts": decisions_today(now),
            "blocks": [(worded([told])[0], n) for told, n in blocks_by_rule(now)],
            "near": near,
            "reviews": [(row, worded(row.verdict["reasons"])) for row in reviews_waiting(now)],
            "latest": [
                (row, worded(row.verdict["reasons"]), asked_from(row.asked_by))
                for row in latest.select_related("case", "actor").order_by("-at")[:MOST]
            ],
        },
    )


@needs(Permission.RULES_VIEW)
def decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    """One decision in full, as it was taken."""
    row = get_object_or_404(
        GateDecision.objects.select_related("case", "actor", "contact"), pk=decision_id
    )
    seen = allowed(request, Permission.CASE_VIEW, row.case)
    if not seen:
        return refusal(request, seen)
    context = {
        "row": row, "reasons": worded(row.verdict["reasons"]), "asked": asked_from(row.asked_by),
        "channel": CHANNELS.get(row.channel) or Text(row.channel, row.channel),
    }  # fmt: skip
    return render(request, "compliance/decision.html", context)


@require_POST
@needs(Permission.CONTACT_RELEASE)
def release(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Lets that one contact pass, with a reason; a denial is never released."""
    row = get_object_or_404(GateDecision.objects.select_related("case"), pk=decision_id)
    entitled = allowed(request, Permission.CONTACT_RELEASE, row.case)
    if not entitled:
        return refusal(request, entitled)
    try:
        release_review(
            decision_id=decision_id,
            staff=staff_of(request),
            recorded_at=clock.now(),
            reason=request.POST.get("reason", ""),
        )
    except Refused as refused:
        return render(request, "compliance/problem.html", {"problem": refused.problem}, status=409)
    return redirect("gate-today")
