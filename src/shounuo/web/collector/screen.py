"""What the call screen is drawn from. One function a side of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import translation

from shounuo.access.masking import show_name, sight
from shounuo.domain.contact import Outcome, PartyRole
from shounuo.domain.disposition.catalogue import Disposition, dispositions_for
from shounuo.domain.disposition.entry import ASKED
from shounuo.domain.offer import OPEN, STATE_NAMES, OfferState, stands
from shounuo.guides.bindings import offers
from shounuo.kernel.text import Text
from shounuo.records.models import Case, Contact, FollowUp, Promise, Staff
from shounuo.records.queries.case_page import (
    Way,
    accounts_of,
    closes_at,
    figures_of,
    standing_flags,
    ways_to_reach,
)
from shounuo.records.queries.day_figures import day_figures
from shounuo.records.queries.offers import offers_of
from shounuo.records.queries.paid_after_figures import paid_after_figures
from shounuo.records.queries.timeline import FLAGS, timeline, trail
from shounuo.rules.sentences import citation, counter_line, instead, override, sentence
from shounuo.web.collector.requests_offered import lender_offers
from shounuo.web.collector.words import METHODS, PLACES, RELATIONS, ROLES, STATUSES
from shounuo.web.signed_in import actor_of, subject_of

UNANSWERED = [outcome for outcome in Outcome if outcome not in (Outcome.CONNECTED, Outcome.DROPPED)]


def left_side(case: Case, now: datetime) -> dict[str, Any]:
    """Figures, what paying does, the timeline, the trail of codes."""
    accounts = accounts_of(case)
    return {
        "case": case,
        "accounts": accounts,
        "amounts": figures_of(case, accounts, now),
        "paid_after": paid_after_figures(case, accounts),
        "entries": timeline(case),
        "trail": trail(case),
    }


def top_line(case: Case, staff: Staff, in_call: bool) -> dict[str, Any]:
    """Who it is about, as far as this person may see."""
    seen = sight(actor_of(staff), subject_of(case))
    flags = [FLAGS.get(flag.kind, Text(flag.kind, flag.kind)) for flag in standing_flags(case)]
    may_ask = in_call and case.holder_id == staff.pk
    return {
        "name": show_name(case.customer.name, seen) or case.customer.title,
        "may_ask_name": may_ask and bool(case.customer.name),
        "flags": flags,
        "lender_name": lender_name(case),
    }


def lender_name(case: Case) -> Text:
    """The registered name, in both languages as far as it is known."""
    zh = case.lender.full_name
    return Text(zh, case.lender.full_name_en or zh)


def ways_side(case: Case, staff: Staff, now: datetime, wanted: str = "") -> dict[str, Any]:
    """The numbers, the chosen one, its light, and the answer when it is closed."""
    ways = ways_to_reach(case, staff, now)
    chosen = next((w for w in ways if str(w.point.pk) == wanted), ways[0] if ways else None)
    return {
        "ways": [_way(way) for way in ways],
        "chosen": chosen,
        "light": _light(chosen) if chosen else None,
        "closed": block_of(chosen) if chosen and not chosen.reach.allowed else None,
        "request_key": uuid4().hex,
    }


def _way(way: Way) -> dict[str, Any]:
    point = way.point
    relation = RELATIONS.get(point.relation) or ROLES.get(point.role) or Text("", "")
    return {
        "point": point,
        "relation": relation,
        "place": PLACES.get(point.place),
        "status": None if point.status == "valid" else STATUSES.get(point.status),
        "outcome": way.reach.outcome,
    }


def _light(way: Way) -> dict[str, Any]:
    near = any(counter.is_near for counter in way.counters)
    return {
        "outcome": way.reach.outcome,
        "tone": ("near" if near else "kept") if way.reach.allowed else "bad",
        "closes_at": closes_at(way),
        "opens_at": way.reach.earliest_next,
        "counters": [(counter_line(counter), counter.is_near) for counter in way.counters],
    }


def block_of(way: Way) -> dict[str, Any]:
    """A block is an answer: why, under which clause, when it opens, what can be done instead."""
    reasons = way.reach.verdict.blocking
    steps = {text.en: text for reason in reasons for text in instead(reason)}
    return {
        "review": way.reach.outcome == "needs_review",
        "reasons": [(sentence(r), citation(r), override(r)) for r in reasons],
        "opens_at": way.reach.earliest_next,
        "instead": list(steps.values()),
    }


def codes_for(contact: Contact, phase: str) -> list[Disposition]:
    """The codes that fit: how the line failed while it rings, what was said once it was answered."""
    role = _party(contact)
    if phase == "ringing":
        found = [d for outcome in UNANSWERED for d in dispositions_for(role, outcome)]
        return list({d.code: d for d in found}.values())
    return dispositions_for(role, Outcome.CONNECTED) + [
        d for d in dispositions_for(role, Outcome.DROPPED) if Outcome.CONNECTED not in d.outcomes
    ]


def _party(contact: Contact) -> PartyRole:
    known = contact.role in set(PartyRole)
    return PartyRole(contact.role) if known else PartyRole.THIRD_PARTY


def phase_of(contact: Contact) -> str:
    """ringing, talking, wrap_up (hung up, no code yet), done."""
    if contact.state != "in_flight":
        return "done"
    if contact.ended_at is not None:
        return "wrap_up"
    return "talking" if contact.answered_at else "ringing"


def promise_side(case: Case, contact: Contact, now: datetime) -> dict[str, Any]:
    """The promise of this call if there is one; else the form's choices."""
    promise = Promise.objects.filter(contact=contact, voided_at=None, cancelled_at=None).first()
    asked_lead = FollowUp.objects.filter(contact=contact, kind="promise_override").first()
    today = now.astimezone(ZoneInfo(case.lender.zone)).date()
    limits = case.lender.settings().promise_limits
    earlier = Promise.objects.filter(customer=case.customer_id)
    failed = earlier.filter(state__in=["broken", "partly_kept"]).exists()
    return {
        "promise": promise,
        "asked_lead": asked_lead,
        "today": today,
        "days": [today + timedelta(days=n) for n in range(limits.max_days_ahead + 8)],
        "methods": METHODS,
        "reason_after": limits.reason_after_days,
        "needs_reason": failed,
        "asked": ASKED,
    }


def offer_side(case: Case, now: datetime) -> dict[str, Any]:
    """What may be asked of the lender, and where what was asked stands today."""
    day = now.astimezone(ZoneInfo(case.lender.zone)).date()
    asked: list[dict[str, Any]] = []
    for row in offers_of(case)[:3]:
        state = OfferState(row.state)
        lapsed = state is OfferState.LENDER_APPROVED and not stands(state, row.until, day)
        words = Text("已过期", "lapsed") if lapsed else STATE_NAMES[state]
        good = state is OfferState.LENDER_APPROVED and not lapsed
        asked.append({"row": row, "name": offers()[row.kind].label, "state": words, "good": good})
    return {
        "lender_offers": lender_offers(),
        "offers_asked": asked,
        "offers_open": any(OfferState(one["row"].state) in OPEN for one in asked),
    }


def own_day(staff: Staff, now: datetime) -> dict[str, Any]:
    return {"figures": day_figures(staff, now)}


def language() -> str:
    return translation.get_language() or "zh"
