"""What to mind in the call that goes on: asked every second while it is followed live, 304 when nothing was said."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.permissions import Permission
from shounuo.feeds.live_calls import state_of
from shounuo.records.queries.live_call import turns_heard
from shounuo.settings import clock
from shounuo.web.collector.call_page import call_or_404
from shounuo.web.collector.guide_side import guide_of, session_of, ticks_of
from shounuo.web.signed_in import needs, staff_of


@needs(Permission.CONTACT_OPEN)
def show(request: HttpRequest, contact_id: int) -> HttpResponse:
    """204 for a call that nobody follows, so that the page asks less often."""
    count = turns_heard(contact_id)
    if not count:
        return HttpResponse(status=204)
    tag = f'"{count}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304)
    contact, now = call_or_404(request, contact_id), clock.now()
    found = guide_of(contact, staff_of(request), now)
    ticks = ticks_of(found[0], session_of(contact, found[0])) if found else []
    told = {"live": state_of(contact), "ticks": ticks}
    response = render(request, "collector/hints.html", told)
    response.headers["ETag"] = tag
    return response
