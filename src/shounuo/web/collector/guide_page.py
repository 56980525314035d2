"""One press on the guide: a line said, a reply taken, a step back; kept at once, shown at once."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from shounuo.access.permissions import Permission
from shounuo.guides.model import Guide
from shounuo.guides.session import Session, go, say, take, tick
from shounuo.kernel.errors import Refused
from shounuo.records.actions.follow_guide import follow_guide
from shounuo.settings import clock
from shounuo.web.collector.call_page import call_or_404
from shounuo.web.collector.guide_side import guide_of, guide_side, session_of
from shounuo.web.collector.screen import phase_of
from shounuo.web.signed_in import needs, staff_of


@needs(Permission.CONTACT_OPEN)
def panel(request: HttpRequest, contact_id: int) -> HttpResponse:
    """The panel as it stands: asked for by the page when an exit line falls due. Moves nothing."""
    contact, staff, now = call_or_404(request, contact_id), staff_of(request), clock.now()
    side = guide_side(contact, staff, now)
    context = {**side, "call_id": contact.pk, "phase": phase_of(contact)}
    return render(request, "collector/guide.html", context)


@require_POST
@needs(Permission.CONTACT_OPEN)
def press(request: HttpRequest, contact_id: int) -> HttpResponse:
    """`reply`: a branch's key; `said`: a line's id; `go`: a step; `back`. An old page's press changes nothing."""
    contact, staff, now = call_or_404(request, contact_id), staff_of(request), clock.now()
    found = guide_of(contact, staff, now)
    if found is None:
        return HttpResponse(status=404)
    guide, _filled = found
    session = session_of(contact, guide)
    if request.POST.get("at", session.step) == session.step:
        session = _moved(request, guide, session)
        contact = follow_guide(
            contact_id=contact.pk, staff=staff, recorded_at=now, session=session.as_dict()
        )
        contact = call_or_404(request, contact_id)
    side = guide_side(contact, staff, now)
    response = render(
        request, "collector/guide.html", {**side, "call_id": contact.pk, "phase": "talking"}
    )
    if side.get("implied"):
        response.headers["HX-Trigger"] = json.dumps({"code-implied": side["implied"]})
    return response


def _moved(request: HttpRequest, guide: Guide, session: Session) -> Session:
    form, now = request.POST, clock.now()
    try:
        if "reply" in form:
            return take(guide, session, form["reply"], now)
        if "said" in form:
            return _said(guide, session, form["said"])
        if "done" in form:
            return tick(session)
        if "go" in form:
            return go(guide, session, form["go"], now)
        if "back" in form and session.moves:
            return go(guide, session, session.moves[-1].step, now, "back")
    except Refused:
        return session  # the branch is not at this step any more: the panel shows where the call is
    return session


def _said(guide: Guide, session: Session, line: str) -> Session:
    """Saying a step's line is the step, where saying is what it takes."""
    told = say(session, line)
    step = guide.steps[session.step]
    return tick(told) if step.satisfied_by == "said" else told
