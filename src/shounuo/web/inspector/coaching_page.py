"""Who needs coaching, and the findings each line stands on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from shounuo.access.may import may
from shounuo.access.permissions import Permission
from shounuo.access.roles import Subject
from shounuo.inspection.codes import NAMES
from shounuo.kernel.text import Text
from shounuo.records.models import Staff
from shounuo.records.queries.inspection import (
    COACHING_DAYS,
    REPEATED,
    coaching_behind,
    coaching_list,
)
from shounuo.settings import clock
from shounuo.web.signed_in import actor_of, needs, refusal, staff_of


@needs(Permission.DRILL_ASSIGN)
def show(request: HttpRequest) -> HttpResponse:
    """Collectors who repeat a fault; of the lead's or trainer's own team, all for inspectors."""
    actor = actor_of(staff_of(request))
    rows = [
        row
        for row in coaching_list(clock.now())
        if may(actor, Permission.DRILL_ASSIGN, _subject(row.collector))
    ]
    context = {"rows": rows, "names": NAMES, "times": REPEATED, "days": COACHING_DAYS}
    return render(request, "inspector/coaching.html", context)


@needs(Permission.DRILL_ASSIGN)
def behind(request: HttpRequest, staff_id: int, code: str) -> HttpResponse:
    """The accepted findings of one collector under one code, each on its words, each leading to its call."""
    collector = get_object_or_404(Staff, pk=staff_id)
    seen = may(actor_of(staff_of(request)), Permission.DRILL_ASSIGN, _subject(collector))
    if not seen:
        return refusal(request, seen)
    context = {
        "collector": collector,
        "name": NAMES.get(code, Text(code, code)),
        "faults": coaching_behind(collector, code, clock.now()),
        "days": COACHING_DAYS,
    }
    return render(request, "inspector/coaching_behind.html", context)


def _subject(collector: Staff) -> Subject:
    return Subject(team=str(collector.team_id or ""), holder=str(collector.pk))
