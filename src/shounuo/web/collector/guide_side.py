"""The centre of the call screen: the guide filled in for this case, where it stands, what to say now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from shounuo.access.masking import show_name, sight
from shounuo.feeds.live_calls import state_of
from shounuo.guides.model import Guide
from shounuo.guides.render import RenderedGuide, RenderedStep, render
from shounuo.guides.session import (
    Session,
    due_timers,
    implied_disposition,
    missing_required,
    passed,
    seconds_to_next_timer,
    start,
    tick,
)
from shounuo.kernel.text import Text
from shounuo.records.actions.follow_guide import follow_guide
from shounuo.records.models import Contact, Staff
from shounuo.records.queries.guide_case import guide_case
from shounuo.records.queries.guide_trials import leading
from shounuo.records.queries.guides import by_ref
from shounuo.records.queries.who_is_told import may_be_told
from shounuo.web.signed_in import actor_of, subject_of

# Figures that read the same as they are said: no small digits beside them.
BARE = frozenset({"card_tail", "days_past_due"})


def guide_of(contact: Contact, staff: Staff, now: datetime) -> tuple[Guide, RenderedGuide] | None:
    """The guide that leads this call, filled in; None when none is for this case."""
    whole = may_be_told(contact.role)
    seen = sight(actor_of(staff), subject_of(contact.case), during_call=True)
    facts = guide_case(contact, staff, now, show_name(contact.case.customer.name, seen))
    guide = _kept(contact) or leading(contact, facts)[0]
    if guide is None or (not whole and guide.kind not in ("third_party", "location")):
        return None
    return guide, render(guide, facts, contact.case.customer.language or "zh")


def _kept(contact: Contact) -> Guide | None:
    """A call goes on with the version it began with."""
    return by_ref(contact.guide_version) if contact.guide_version else None


def begin_guide(contact: Contact, staff: Staff, now: datetime) -> None:
    """The version that leads the call is kept from the moment the line is answered."""
    if contact.guide_version or contact.answered_at is None or contact.state != "in_flight":
        return
    seen = sight(actor_of(staff), subject_of(contact.case), during_call=True)
    facts = guide_case(contact, staff, now, show_name(contact.case.customer.name, seen))
    guide, assigned = leading(contact, facts)
    if guide is None:
        return
    language = contact.case.customer.language or "zh"
    session = replace(start(guide, contact.answered_at, language), assigned=assigned)
    follow_guide(contact_id=contact.pk, staff=staff, recorded_at=now, session=session.as_dict())


def session_of(contact: Contact, guide: Guide) -> Session:
    """Where the call stands: as kept, else at the guide's start when the line was answered."""
    kept = contact.steps.get("guide") if contact.steps else None
    if kept and kept.get("guide") == guide.ref:
        return _with_heard(contact, guide, Session.from_dict(kept))
    language = contact.case.customer.language or "zh"
    started = start(guide, contact.answered_at or contact.opened_at, language)
    return _with_heard(contact, guide, started)


def _with_heard(contact: Contact, guide: Guide, session: Session) -> Session:
    """Steps that a live transcript heard are done, as if ticked by key."""
    live = state_of(contact)
    if live is None:
        return session
    for name in passed(guide, session):
        covers = guide.steps[name].covers
        if covers and all(step.value in live.steps for step in covers):
            session = tick(session, name)
    return session


def guide_side(contact: Contact, staff: Staff, now: datetime) -> dict[str, Any]:
    """Empty when no guide is in force: the panel then says so."""
    found = guide_of(contact, staff, now)
    if found is None:
        return {"guide": None}
    guide, filled = found
    session = session_of(contact, guide)
    step = filled.steps[session.step]
    implied = implied_disposition(guide, session)
    return {
        "guide": guide,
        "step": step,
        "lines": _lines(step, session),
        "replies": [b for b in step.branches if b.key.isdigit()],
        "hard": [b for b in step.branches if not b.key.isdigit()],
        "after": _after(guide, step),
        "step_name": guide.steps[step.id].name,
        "required": guide.steps[step.id].required,
        "done": step.id in session.ticked,
        "bare": BARE,
        "ticks": ticks_of(guide, session),
        "timers": due_timers(guide, session, now),
        "next_timer": seconds_to_next_timer(guide, session, now),
        "implied": implied.value if implied else "",
        "can_go_back": bool(session.moves),
    }


def _lines(step: RenderedStep, session: Session) -> list[dict[str, Any]]:
    """The line not yet said is the large one; what was said stays, small."""
    rows = [{"line": line, "said": f"{step.id}/{line.id}" in session.said} for line in step.lines]
    current = next((row for row in rows if not row["said"]), rows[-1] if rows else None)
    for row in rows:
        row["current"] = row is current
    return rows


def _after(guide: Guide, step: RenderedStep) -> list[Text]:
    """Where the first replies lead, as short names: what comes next."""
    targets = dict.fromkeys(b.to for b in step.branches if b.key.isdigit())
    return [guide.steps[name].name for name in list(targets)[:3]]


def ticks_of(guide: Guide, session: Session) -> list[dict[str, Any]]:
    """The steps the call went through, done or not, and the one it is in."""
    names = passed(guide, session)
    return [
        {
            "name": guide.steps[name].name,
            "done": name in session.ticked,
            "current": name == session.step,
            "required": guide.steps[name].required,
        }
        for name in names[-6:]
    ]


def steps_done(contact: Contact, staff: Staff, now: datetime, left_out: str) -> dict[str, Any]:
    """What the end of the call records: step -> second, why a required one was left out, the session."""
    found = guide_of(contact, staff, now)
    if found is None:
        return {}
    guide, _filled = found
    session = session_of(contact, guide)
    seconds = {
        move.step: int((move.at - session.started_at).total_seconds()) for move in session.moves
    }
    done: dict[str, Any] = {}
    for name in session.ticked:
        for covered in guide.steps[name].covers:
            done.setdefault(covered.value, seconds.get(name, 0))
    for step in missing_required(guide, session):
        if left_out:
            done[step.id] = left_out
    return {**done, "guide": session.as_dict()}


def left_out_names(contact: Contact, staff: Staff, now: datetime) -> list[Text]:
    """Required steps the call went through and did not do; none on a line nobody answered."""
    found = guide_of(contact, staff, now) if contact.answered_at else None
    if found is None:
        return []
    guide, _filled = found
    session = session_of(contact, guide)
    return [step.name for step in missing_required(guide, session) if session.moves]
