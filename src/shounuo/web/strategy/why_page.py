"""Why does this case stand where it stands? From the strategy and the estimates of that night."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation

from shounuo.access.permissions import Permission
from shounuo.records.models import Case
from shounuo.records.queries.nights import place_of
from shounuo.web.signed_in import allowed, needs, refusal


@needs(Permission.CASE_VIEW)
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """For the drawer or as a page."""
    case = get_object_or_404(Case.objects.select_related("lender"), pk=case_id)
    decision = allowed(request, Permission.CASE_VIEW, case)
    if not decision:
        return refusal(request, decision)
    entry, night = place_of(case)
    language = "en" if (translation.get_language() or "zh").startswith("en") else "zh"
    context = {
        "case": case,
        "entry": entry,
        "night": night,
        "lines": entry.why.get(language, []) if entry else [],
    }
    return render(request, "strategy/why.html", context)
