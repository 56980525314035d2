"""Who works here: hiring, a change of role or team, a new password, leaving."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from shounuo.access.permissions import Permission
from shounuo.access.roles import NAMES, Role
from shounuo.kernel.errors import Problem, Refused
from shounuo.records.actions.change_staff import change_staff
from shounuo.records.actions.hire_staff import hire_staff
from shounuo.records.models import Staff, Team
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of


@require_http_methods(["GET", "POST"])
@needs(Permission.USER_MANAGE)
def show(request: HttpRequest) -> HttpResponse:
    """Everybody, those who left last; and the form that hires."""
    if request.method == "POST":
        given = request.POST
        try:
            hire_staff(
                staff_no=given.get("staff_no", ""),
                name=given.get("name", ""),
                role=given.get("role", ""),
                team_id=_team(given.get("team", "")),
                password=given.get("password", ""),
                language=given.get("language", ""),
                actor=staff_of(request),
                recorded_at=clock.now(),
            )
        except Refused as refused:
            return _page(request, refused.problem)
        return redirect("house-people")
    return _page(request)


@require_http_methods(["POST"])
@needs(Permission.USER_MANAGE)
def change(request: HttpRequest, staff_id: int) -> HttpResponse:
    """One row of the table saved."""
    staff, given = get_object_or_404(Staff, pk=staff_id), request.POST
    try:
        change_staff(
            staff_id=staff.pk,
            role=given.get("role", staff.role),
            team_id=_team(given.get("team", "")),
            active=given.get("active") == "yes",
            password=given.get("password", ""),
            actor=staff_of(request),
            recorded_at=clock.now(),
        )
    except Refused as refused:
        return _page(request, refused.problem)
    return redirect("house-people")


def _team(text: str) -> int | None:
    team = Team.objects.filter(pk=text).first() if text.isdecimal() else None
    return team.pk if team else None


def _page(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    people = Staff.objects.select_related("team").order_by("-is_active", "staff_no")
    told = {
        "people": people,
        "teams": Team.objects.order_by("code"),
        "roles": [(role.value, NAMES[role]) for role in Role],
        "problem": problem,
        "given": request.POST if problem else {},
    }
    return render(request, "house/people.html", told, status=409 if problem else 200)
