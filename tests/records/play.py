"""Plays a call of the world: claim, dial, answer, promise, code."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from records.world import NOON, World
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.open_contact import Opened, open_contact
from shounuo.records.actions.record_promise import Agreed, record_promise
from shounuo.records.models import Case, ContactPoint, Promise, Staff
from shounuo.rules.proposed import Channel

MINUTE = timedelta(minutes=1)


def agreed(**changes: object) -> Agreed:
    """The past due of 7,108.35, asked as 7,200, today, confirmed."""
    terms = {
        "basis": "pd",
        "needed_cents": 710_835,
        "asked_cents": 720_000,
        "due_by": date(2026, 11, 20),
        "method": "app",
        "confirmation": {"lender": True, "amount": True, "date": True, "method": True},
    }
    return Agreed(**(terms | changes))  # type: ignore[arg-type]


def dial(case: Case, staff: Staff, at: datetime, key: str = "press") -> Opened:
    """Opens a call to the customer's first number."""
    point = ContactPoint.objects.filter(customer=case.customer_id, role="customer").order_by("pk")
    return open_contact(
        case_id=case.pk,
        point_id=point[0].pk,
        channel=Channel.CALL,
        staff=staff,
        recorded_at=at,
        request_key=key,
    )


def play_a_call(world: World, at: datetime = NOON, **terms: object) -> Promise:
    """One whole call with a promise by the first collector."""
    case = claim_next_case(staff=world.anna, recorded_at=at)
    assert case is not None
    contact = dial(case, world.anna, at + MINUTE, f"press-{at.isoformat()}").contact
    assert contact is not None
    answer_contact(contact_id=contact.pk, staff=world.anna, recorded_at=at + MINUTE)
    promise = record_promise(
        case_id=case.pk,
        contact_id=contact.pk,
        agreed=agreed(**terms),
        staff=world.anna,
        recorded_at=at + 3 * MINUTE,
    )
    end_contact(
        contact_id=contact.pk,
        staff=world.anna,
        recorded_at=at + 4 * MINUTE,
        report=Report("connected", "PTP", True, talk_seconds=160, note="客户说晚上用App还"),
    )
    return promise
