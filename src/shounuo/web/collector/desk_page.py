"""Between two cases: take the next one, a break, or read why there is none."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.release_case import release_case
from shounuo.records.actions.set_staff_state import set_staff_state
from shounuo.records.models import Case, Staff
from shounuo.records.queries.day_figures import day_figures
from shounuo.records.queries.queue_state import queue_state
from shounuo.records.queries.worked import is_worked, open_call_of
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of

CHOSEN_STATES = ("ready", "break")


@needs(Permission.CASE_TAKE)
def show(request: HttpRequest) -> HttpResponse:
    """The open call or the held case if there is one; else what the queue holds."""
    staff, now = staff_of(request), clock.now()
    call = open_call_of(staff)
    if call is not None:
        return redirect("call", call.pk)
    held = Case.objects.filter(holder=staff, state="claimed").first()
    if held is not None:
        return redirect("case", held.pk)
    return render(
        request,
        "collector/desk.html",
        {
            "figures": day_figures(staff, now),
            "queue": queue_state(staff, now),
            "asked": "none" in request.GET,
        },
    )


@needs(Permission.CASE_TAKE)
def arrived(request: HttpRequest) -> HttpResponse:
    """Asked every two seconds by a collector who is ready: a call that a dialler brought opens itself."""
    call = open_call_of(staff_of(request))
    if call is None:
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Redirect": reverse("call", args=[call.pk])})


@require_POST
@needs(Permission.CASE_TAKE)
def take_next(request: HttpRequest) -> HttpResponse:
    """Claims exactly one case. A case already worked goes back first; an open call is finished first."""
    staff, now = staff_of(request), clock.now()
    call = open_call_of(staff)
    if call is not None:
        return redirect("call", call.pk)
    _let_go_of_worked(staff)
    set_staff_state(staff=staff, state="ready", recorded_at=now)
    case = claim_next_case(staff=staff, recorded_at=now)
    return redirect("case", case.pk) if case else redirect("/desk?none")


def _let_go_of_worked(staff: Staff) -> None:
    for case in Case.objects.filter(holder=staff, state="claimed"):
        if is_worked(case):
            release_case(case_id=case.pk, actor=staff, recorded_at=clock.now(), reason="done")


@require_POST
@needs(Permission.CASE_TAKE)
def set_state(request: HttpRequest) -> HttpResponse:
    """Ready or on a break, by the collector's own key; a call sets the other states itself."""
    staff, state = staff_of(request), request.POST.get("state", "")
    if state in CHOSEN_STATES and open_call_of(staff) is None:
        set_staff_state(staff=staff, state=state, recorded_at=clock.now())
    return redirect("desk")
