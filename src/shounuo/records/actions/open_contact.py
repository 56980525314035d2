"""The only way an attempt to reach a person begins.

One transaction locks the person, then the number, loads the facts, asks the gate, and writes the
attempt as in flight, before anything is dialled or sent. Two collectors racing for the last call
of the day meet at the lock: the second one sees the first one's attempt. A crash leaves the attempt
in flight; it goes on counting as whatever it may have become.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Writing, act
from shounuo.records.actions._gate_log import log_decision
from shounuo.records.actions._locks import lock_customer, lock_number
from shounuo.records.models import Case, Contact, ContactPoint, GateDecision, Release, Staff
from shounuo.records.queries.facts_standing import release_contact
from shounuo.records.queries.gate import Reach, ask_one
from shounuo.rules.proposed import Channel, Content, Visit


@dataclass(frozen=True, slots=True)
class Opened:
    """The gate's answer, its record, and the attempt if it was allowed."""

    reach: Reach
    decision: GateDecision
    contact: Contact | None


def open_contact(
    *,
    case_id: int,
    point_id: int,
    channel: Channel,
    staff: Staff,
    recorded_at: datetime,
    request_key: str,
    asked_by: str = "dial",
    content: Content | None = None,
    guide_version: str = "",
    purpose: str = "",
    visit: Visit | None = None,
) -> Opened:
    """Asks the gate and, if it allows, begins the attempt. The same `request_key` begins one only.

    `content`: what a letter or message holds; without it, what a guided contact says. `purpose`: a
    service purpose of the rules (`complaint_reply` …) for a contact that asks for no payment.
    `visit`: who goes, where, with what.

    Raises `Refused` when the case is held by somebody else or the point is not this customer's.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        case = Case.objects.select_related("lender", "customer", "team").get(pk=case_id)
        again = Contact.objects.filter(request_key=request_key).first()
        if again is not None:
            return _again(case, again)
        case.customer = lock_customer(case.customer_id)
        point = _own_point(case, point_id)
        lock_number(point.value_hash)
        _refuse_unheld(case, staff)
        release = _unused_release(case, point, channel)
        contact_id = release_contact(release.pk) if release else ""
        reach = ask_one(
            case,
            point,
            channel,
            staff=staff,
            as_of=recorded_at,
            content=content,
            contact_id=contact_id,
            purpose=purpose,
            visit=visit,
        )
        contact = None
        if reach.allowed:
            contact = _begin(writing, case, point, reach, request_key, guide_version)
            if release:
                Release.objects.filter(pk=release.pk).update(used_by=contact)
        decision = log_decision(writing, case, reach, asked_by=asked_by, contact=contact)
        return Opened(reach, decision, contact)


def declared(content: Content) -> dict[str, Any]:
    """What was said that the contact holds, as it is kept; what nobody said is left out."""
    told = {
        "kind": content.kind,
        "elements": sorted(content.elements),
        "discloses_debt": content.discloses_debt,
        "asks_payment": content.asks_payment,
        "more": dict(content.more),
    }
    return {name: value for name, value in told.items() if value not in (None, [], {})}


def _again(case: Case, contact: Contact) -> Opened:
    decision = GateDecision.objects.get(contact=contact)
    point = contact.point
    assert point is not None
    reach = ask_one(
        case, point, Channel(contact.channel), staff=contact.actor, as_of=contact.opened_at
    )
    return Opened(reach, decision, contact)


def _own_point(case: Case, point_id: int) -> ContactPoint:
    point = ContactPoint.objects.filter(pk=point_id, customer_id=case.customer_id).first()
    if point is None:
        raise Refused(
            Problem(
                "point_of_another_customer",
                Text("这个联系方式不属于本案客户", "That contact point is not this customer's"),
                record=f"case {case.pk}, point {point_id}",
                next_step=Text("请从案件页选择联系方式", "Choose one on the case page"),
            )
        )
    return point


def _refuse_unheld(case: Case, staff: Staff) -> None:
    """One collector works a case at a time: whoever holds it."""
    if case.holder_id != staff.pk:
        raise Refused(
            Problem(
                "case_not_held",
                Text("你没有领取这个案件，不能联系客户", "You do not hold this case"),
                record=f"case {case.pk}",
                next_step=Text("请先领取案件", "Claim the case first"),
            )
        )


def _unused_release(case: Case, point: ContactPoint, channel: Channel) -> Release | None:
    return (
        Release.objects.filter(
            decision__case=case, decision__point=point, decision__channel=channel, used_by=None
        )
        .order_by("-at")
        .first()
    )


def _begin(
    writing: Writing,
    case: Case,
    point: ContactPoint,
    reach: Reach,
    request_key: str,
    guide_version: str,
) -> Contact:
    staff = writing.staff
    assert staff is not None
    contact = Contact.objects.create(
        case=case,
        customer_id=case.customer_id,
        point=point,
        number_hash=point.value_hash,
        channel=reach.channel,
        role=point.role,
        actor=staff,
        organisation=staff.team.organisation if staff.team else "",
        debts=list(reach.facts.proposed.debts),
        opened_at=writing.recorded_at,
        guide_version=guide_version,
        verdict=reach.as_json(),
        content=declared(reach.facts.proposed.content),
        request_key=request_key,
    )
    payload = {
        "contact": contact.pk,
        "channel": contact.channel,
        "role": contact.role,
        "number": point.value_hash,
        "verdict": contact.verdict,
        "content": contact.content,
    }
    writing.event(
        f"case:{case.pk}",
        "ContactOpened",
        payload,
        personal={"value": point.value, "person": point.person},
        customer_id=case.customer_id,
    )
    writing.publish("case", case.pk)
    return contact
