"""The rules as they are applied: claim, clause, numbers over time, confidence, what is unconfirmed."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.permissions import Permission
from shounuo.records.models import GateDecision
from shounuo.rules.pack import load_pack, pack_names
from shounuo.rules.pack_diff import pack_diff
from shounuo.rules.parameters import load_sources
from shounuo.rules.rule_page import rule_pages, to_confirm
from shounuo.settings import clock
from shounuo.web.signed_in import needs

MOST_DECISIONS = 30


@needs(Permission.RULES_VIEW)
def index(request: HttpRequest) -> HttpResponse:
    """Every check of a pack in the gate's order, and what a lawyer must still confirm."""
    pack = request.GET.get("pack", "cn")
    if pack not in pack_names():
        raise Http404(pack)
    context = {
        "pack": load_pack(pack),
        "packs": pack_names(),
        "name": pack,
        "pages": rule_pages(pack),
        "unconfirmed": to_confirm(pack),
        "sources": load_sources(),
    }
    return render(request, "compliance/rules.html", context)


@needs(Permission.RULES_VIEW)
def show(request: HttpRequest, pack: str, check: str) -> HttpResponse:
    """One rule and the decisions it took part in."""
    found = (
        [page for page in rule_pages(pack) if page.check == check] if pack in pack_names() else []
    )
    if not found:
        raise Http404(check)
    ids = [rule_id for rule_id, _ in found[0].rules]
    recent = GateDecision.objects.exclude(outcome="allow").order_by("-at")[:2000]
    took_part = [row for row in recent if set(row.rules) & set(ids)][:MOST_DECISIONS]
    return render(
        request,
        "compliance/rule.html",
        {"rule": found[0], "decisions": took_part, "sources": load_sources()},
    )


@needs(Permission.RULES_VIEW)
def diff(request: HttpRequest) -> HttpResponse:
    """What changed in a pack between two dates."""
    pack = request.GET.get("pack", "cn")
    if pack not in pack_names():
        raise Http404(pack)
    today = clock.now().date()
    first = _day(request.GET.get("a")) or today.replace(year=today.year - 1, day=1)
    second = _day(request.GET.get("b")) or today
    changes = pack_diff(load_pack(pack), first, second)
    meanings = {key: number.meaning for key, number in load_pack(pack).parameters.items()}
    context = {
        "name": pack,
        "packs": pack_names(),
        "first": first,
        "second": second,
        "changes": [(change, meanings.get(change.key)) for change in changes],
    }
    return render(request, "compliance/diff.html", context)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
