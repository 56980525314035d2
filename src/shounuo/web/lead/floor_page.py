"""The floor live: who talks, who is ready; the recording test; shift-end handover; the roster."""

from __future__ import annotations

from datetime import time, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.records.actions.check_recording import check_recording
from shounuo.records.actions.hand_over import hand_over
from shounuo.records.actions.plan_shift import plan_shift
from shounuo.records.models import Case, Shift, Staff
from shounuo.records.queries.board import ready_now
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of
from shounuo.web.typed import day_of, row_number

ROSTER_DAYS = 7


@needs(Permission.ROSTER_EDIT)
def show(request: HttpRequest) -> HttpResponse:
    """States, the team's line, the week's roster."""
    team = staff_of(request).team
    if team is None:
        return render(request, "lead/no_team.html")
    today = clock.now().astimezone(ZoneInfo(team.lender.zone)).date()
    days = [today + timedelta(days=n) for n in range(ROSTER_DAYS)]
    planned = {
        (shift.staff_id, shift.day): shift
        for shift in Shift.objects.filter(staff__team=team, day__in=days)
    }
    collectors = Staff.objects.filter(team=team, role="collector", is_active=True).order_by("name")
    rows = [
        {"staff": one, "cells": [{"day": day, "shift": planned.get((one.pk, day))} for day in days]}
        for one in collectors
    ]
    context = {"team": team, "people": _people(team), "days": days, "roster": rows}
    return render(request, "lead/floor.html", context)


@needs(Permission.ROSTER_EDIT)
def people(request: HttpRequest) -> HttpResponse:
    """Only the live states, asked for every few seconds."""
    team = staff_of(request).team
    return render(request, "lead/people.html", {"people": _people(team) if team else []})


def _people(team: object) -> list[dict[str, object]]:
    held = {}
    for case in Case.objects.filter(holder__team=team, state="claimed"):
        held.setdefault(case.holder_id, []).append(case)
    return [{"staff": s, "cases": held.get(s.pk, [])} for s in ready_now(team)]  # type: ignore[arg-type]


@require_POST
@needs(Permission.ROSTER_EDIT)
def recording(request: HttpRequest) -> HttpResponse:
    """The lead tested the line: recording works, or it does not."""
    staff = staff_of(request)
    if staff.team_id:
        works = request.POST.get("works") == "yes"
        check_recording(team_id=staff.team_id, works=works, staff=staff, recorded_at=clock.now())
    return redirect("floor")


@require_POST
@needs(Permission.CASE_REASSIGN)
def handover(request: HttpRequest, staff_id: int) -> HttpResponse:
    """Shift end: everything this collector holds goes back, their inbox to the chosen colleague."""
    lead = staff_of(request)
    leaving = get_object_or_404(Staff, pk=staff_id, team=lead.team)
    to = Staff.objects.filter(pk=row_number(request.POST.get("to")), team=lead.team).first()
    hand_over(leaving=leaving, to=to, actor=lead, recorded_at=clock.now())
    return redirect("floor")


@require_POST
@needs(Permission.ROSTER_EDIT)
def roster(request: HttpRequest) -> HttpResponse:
    """Plans or clears one shift."""
    lead = staff_of(request)
    staff = get_object_or_404(Staff, pk=row_number(request.POST.get("staff")), team=lead.team)
    day = day_of(request.POST.get("day"))
    if day is None:
        raise Http404
    works = request.POST.get("works") == "yes"
    hours = (time(9), time(18)) if works else None
    plan_shift(staff=staff, day=day, hours=hours, actor=lead, recorded_at=clock.now())
    return redirect("floor")
