"""The demo's American floor: one collector's last day of calls in English, made, coded and written down."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.domain.spoken_amount import spoken, spoken_date
from shounuo.jobs.demo.calls import dialogues, write_down
from shounuo.kernel.money import Money
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.open_contact import open_contact
from shounuo.records.actions.record_promise import Agreed, record_promise
from shounuo.records.actions.release_case import release_case
from shounuo.records.models import Case, Contact, Staff
from shounuo.rules.proposed import Channel

BEGINS, EVERY = time(10), timedelta(minutes=40)
TALKS = timedelta(minutes=3)
PAYS_IN = timedelta(days=3)


def call_in_english(staff: Staff, now: datetime) -> int:
    """Each dialogue once on the collector's own cases; returns how many were spoken. The gate decides as ever."""
    assert staff.team is not None
    zone = ZoneInfo(staff.team.lender.zone)
    begins = datetime.combine(now.astimezone(zone).date(), BEGINS, zone)
    made = [
        _call(staff, one, begins + number * EVERY)
        for number, one in enumerate(dialogues("calls_en.yaml"))
    ]
    for contact, dialogue in made:
        if contact is not None:
            write_down(contact, dialogue["turns"], _blanks(contact, zone), now, language="en")
    return sum(contact is not None for contact, _ in made)


def _call(
    staff: Staff, dialogue: dict[str, Any], at: datetime
) -> tuple[Contact | None, dict[str, Any]]:
    case = claim_next_case(staff=staff, recorded_at=at)
    if case is None:
        return None, dialogue
    point = case.customer.points.filter(role="customer").first()
    contact = open_contact(
        case_id=case.pk, point_id=point.pk, channel=Channel.CALL, staff=staff, recorded_at=at,
        request_key=f"demo-{case.pk}-{at.isoformat()}",
    ).contact  # fmt: skip
    if contact is not None:
        answer_contact(contact_id=contact.pk, staff=staff, recorded_at=at)
        report = _report(contact, case, staff, dialogue, at)
        contact = end_contact(
            contact_id=contact.pk, staff=staff, recorded_at=at + TALKS, report=report
        )
    release_case(case_id=case.pk, actor=staff, recorded_at=at + 2 * TALKS, reason="done")
    return contact, dialogue


def _report(
    contact: Contact, case: Case, staff: Staff, dialogue: dict[str, Any], at: datetime
) -> Report:
    code, given = dialogue["code"], dict(dialogue.get("given", {}))
    back = at + timedelta(days=1) if code == "CALLBACK" else None
    if code == "PTP":
        given = _promise(contact, case, staff, at)
    if back is not None:
        given["callback_at"] = back.isoformat()
    return Report(
        "connected", code, True, talk_seconds=int(TALKS.total_seconds()), return_at=back,
        party_hung_up=code == "HUNG_UP", reason=str(given.get("reason", "")), given=given,
    )  # fmt: skip


def _promise(contact: Contact, case: Case, staff: Staff, at: datetime) -> dict[str, Any]:
    due_by = at.date() + PAYS_IN
    agreed = Agreed(
        basis="pd", needed_cents=case.pd_cents, asked_cents=case.pd_cents, due_by=due_by,
        method="app", implied=False, late_reason="payday",
        confirmation={"lender": True, "amount": True, "date": True, "method": True},
    )  # fmt: skip
    record_promise(
        case_id=case.pk, contact_id=contact.pk, agreed=agreed, staff=staff, recorded_at=at + TALKS,
        customer_on_line=True,
    )  # fmt: skip
    return {"amount": case.pd_cents, "due_by": str(due_by), "method": "app", "lender_name_confirmed": True}  # fmt: skip


def _blanks(contact: Contact, zone: ZoneInfo) -> dict[str, str]:
    case = contact.case
    day = contact.opened_at.astimezone(zone).date() + PAYS_IN
    return {
        "name": case.customer.name,
        "pd": spoken(Money(case.pd_cents, case.currency), language="en"),
        "due": spoken(Money(case.due_cents, case.currency), language="en"),
        "day": spoken_date(day, language="en"),
    }
