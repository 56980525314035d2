"""What closes and opens for a case in the coming day, and where its counters stand."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from shounuo.access.permissions import Permission
from shounuo.records.models import Case
from shounuo.records.queries.gate import best_reaches
from shounuo.rules.counters import counters
from shounuo.rules.sentences import counter_line, sentence
from shounuo.rules.what_closes import what_closes_next
from shounuo.settings import clock
from shounuo.web.compliance.wording import worded
from shounuo.web.signed_in import allowed, needs, refusal

HORIZON = timedelta(hours=36)


@needs(Permission.CASE_VIEW)
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The best way to call this customer, hour by hour until tomorrow night."""
    case = get_object_or_404(Case.objects.select_related("customer", "lender", "team"), pk=case_id)
    seen = allowed(request, Permission.CASE_VIEW, case)
    if not seen:
        return refusal(request, seen)
    reach = best_reaches([case], staff=case.holder, team=case.team, as_of=clock.now())[case.pk]
    changes = [
        {"at": change.at, "closes": change.closes, "why": [sentence(r) for r in change.reasons]}
        for change in what_closes_next(reach.facts, HORIZON)
    ]
    return render(
        request,
        "compliance/case.html",
        {
            "case": case,
            "reach": reach,
            "reasons": worded(reach.as_json()["reasons"]),
            "counters": [(counter_line(one), one) for one in counters(reach.facts)],
            "changes": changes,
        },
    )
