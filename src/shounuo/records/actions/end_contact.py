"""An attempt reports back: what came of it, its code, what the code triggers.

Decides nothing about codes (`domain.disposition`) nor about who may be contacted (`rules`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shounuo.records.actions._act import Writing, act
from shounuo.records.actions._code_entry import NOT_WORDS, asked_with, refuse_faults
from shounuo.records.actions._consequences import carry_out
from shounuo.records.actions._first_communication import tell_first_communication
from shounuo.records.actions._locks import lock_case, lock_customer
from shounuo.records.actions.contact_report import Report
from shounuo.records.models import Contact, Staff


def answer_contact(*, contact_id: int, staff: Staff, recorded_at: datetime) -> Contact:
    """The other side picked up: connected from now on, whatever happens next."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        contact = Contact.objects.select_for_update().get(pk=contact_id)
        if contact.state == "in_flight" and contact.answered_at is None:
            contact.connected, contact.answered_at = True, recorded_at
            contact.save(update_fields=["connected", "answered_at"])
            writing.event(f"case:{contact.case_id}", "ContactAnswered", {"contact": contact.pk})
        return contact


def end_contact(*, contact_id: int, staff: Staff, recorded_at: datetime, report: Report) -> Contact:
    """Ends the attempt once; ending it again returns it unchanged (double submit, back button).

    Raises `Refused` when the code does not fit the person, the outcome, or lacks what it asks for.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        contact = Contact.objects.select_related("case", "case__lender").get(pk=contact_id)
        lock_customer(contact.customer_id)
        contact.case = lock_case(contact.case_id)
        contact.refresh_from_db(
            fields=["state", "ended_at", "talk_seconds", "party_hung_up", "steps"]
        )
        if contact.state == "ended":
            return contact
        given = asked_with(contact, report)
        refuse_faults(contact, report, given)
        _store(contact, report, recorded_at)
        _tell(writing, contact, report, given)
        if contact.connected:
            tell_first_communication(writing, contact)
        carry_out(writing, contact, report.disposition, return_at=report.return_at)
        return contact


def _store(contact: Contact, report: Report, at: datetime) -> None:
    # A line that was hung up before the code was chosen keeps its own end and length.
    contact.state, contact.ended_at = "ended", contact.ended_at or at
    contact.outcome, contact.disposition = report.outcome, report.disposition
    # The moment of pickup, once recorded, is not talked away by a later code.
    contact.connected = contact.connected or report.connected
    contact.talk_seconds = contact.talk_seconds or report.talk_seconds
    contact.party_hung_up = contact.party_hung_up or report.party_hung_up
    contact.reason, contact.note = report.reason, report.note
    # What was advised during the call stays with it.
    advised = {name: kept for name, kept in contact.steps.items() if name == "advice"}
    contact.discussed, contact.steps = list(report.discussed), {**advised, **report.steps}
    contact.save()


def _tell(writing: Writing, contact: Contact, report: Report, given: Mapping[str, Any]) -> None:
    payload = {
        "contact": contact.pk,
        "outcome": report.outcome,
        "disposition": report.disposition,
        "connected": contact.connected,
        "talk_seconds": contact.talk_seconds,
        "party_hung_up": contact.party_hung_up,
        "steps": dict(contact.steps),
        "given": {name: str(value) for name, value in given.items() if name in NOT_WORDS},
    }
    words = {name: str(value) for name, value in given.items() if name not in NOT_WORDS}
    personal = {"note": report.note, **words}
    writing.event(
        f"case:{contact.case_id}",
        "ContactEnded",
        payload,
        personal={name: value for name, value in personal.items() if value},
        customer_id=contact.customer_id,
    )
    writing.publish("case", contact.case_id)
    writing.publish("board", contact.case.team_id or 0)
