"""Who asks, and may they: the one place where pages ask `access`.

Every page function is wrapped in `needs(permission)`; a page about a case asks again with the case.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from shounuo.access.may import Decision, may
from shounuo.access.permissions import Permission
from shounuo.access.roles import Actor, Role, Subject
from shounuo.records.models import Case, Staff

View = Callable[..., HttpResponse]


def staff_of(request: HttpRequest) -> Staff:
    """The signed-in person."""
    assert isinstance(request.user, Staff)
    return request.user


def actor_of(staff: Staff) -> Actor:
    return Actor(
        id=str(staff.pk),
        roles=frozenset({Role(staff.role)}),
        team=str(staff.team_id or ""),
        active=staff.is_active,
    )


def subject_of(case: Case) -> Subject:
    return Subject(team=str(case.team_id or ""), holder=str(case.holder_id or case.owner_id or ""))


def allowed(request: HttpRequest, permission: Permission, case: Case | None = None) -> Decision:
    """The decision on this person, this act, this case."""
    subject = subject_of(case) if case is not None else None
    return may(actor_of(staff_of(request)), permission, subject)


def refusal(request: HttpRequest, decision: Decision) -> HttpResponse:
    """An answer, not an error: what may not be done, and why."""
    reason = decision.reason[translation.get_language() or "zh"]
    return render(request, "front/refused.html", {"reason": reason}, status=403)


def _not_kept(answer: HttpResponse) -> HttpResponse:
    """A page about people is never shown again from a browser's store: Back asks the desk anew."""
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        answer.headers.setdefault("Cache-Control", "no-store")
    return answer


def _has_nul(request: HttpRequest) -> bool:
    """No keyboard sends the character of number nought, and no database of a floor takes it as text."""
    form = request.content_type == "application/x-www-form-urlencoded"
    sent = [request.GET, request.POST] if form else [request.GET]
    return any("\x00" in value for one in sent for values in one.lists() for value in values[1])


def needs(permission: Permission) -> Callable[[View], View]:
    """Only somebody who holds `permission` in some scope reaches the page."""

    def wrap(view: View) -> View:
        @wraps(view)
        @login_required
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if _has_nul(request):
                return HttpResponse(status=400)
            decision = allowed(request, permission)
            answer = view(request, *args, **kwargs) if decision else refusal(request, decision)
            return _not_kept(answer)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return wrap
