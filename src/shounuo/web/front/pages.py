"""Sign in, the first page of each role, the palette's answers."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from shounuo.records.actions.release_case import release_all_of
from shounuo.records.actions.set_staff_state import set_staff_state
from shounuo.records.models import Staff
from shounuo.records.queries.find_case import find_cases
from shounuo.records.queries.who_is_told import silent_call
from shounuo.settings import clock
from shounuo.web.navigation import navigation
from shounuo.web.signed_in import actor_of, staff_of


class SignIn(LoginView):
    template_name = "front/login.html"
    redirect_authenticated_user = True


class SignOut(LogoutView):
    """Signing out gives every held case back and ends the collector's state."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if isinstance(request.user, Staff):
            now = clock.now()
            release_all_of(staff=request.user, recorded_at=now, reason="logout")
            set_staff_state(staff=request.user, state="off", recorded_at=now)
        return super().post(request, *args, **kwargs)  # type: ignore[return-value]


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """The first page somebody may open, else the list of what there is."""
    nav = navigation(request)["nav"]
    assert isinstance(nav, list)
    return redirect(nav[0]["url"]) if nav else render(request, "front/home.html")


@login_required
def find(request: HttpRequest) -> HttpResponse:
    """Cases by number or exact reference, pages by name; only what this person may see."""
    wanted = request.GET.get("q", "").strip()
    pages = navigation(request)["nav"]
    assert isinstance(pages, list)
    found = [
        {"url": entry["url"], "label": entry["label"], "hint": ""}
        for entry in pages
        if wanted.lower() in str(entry["label"]).lower()
    ]
    staff = staff_of(request)
    cases = find_cases(wanted, actor_of(staff)) if wanted else []
    if silent_call(staff) is not None:  # a third party is on the line: no stage beside the number
        cases = [{**case, "hint": ""} for case in cases]
    return render(request, "front/found.html", {"found": found + cases})
