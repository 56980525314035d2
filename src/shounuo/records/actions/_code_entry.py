"""A code is only recorded with what must be asked with it (`domain.disposition.entry`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shounuo.domain.contact import Channel, Outcome, PartyRole
from shounuo.domain.disposition.catalogue import Code
from shounuo.domain.disposition.entry import check_entry
from shounuo.kernel.errors import Problem, Refused
from shounuo.records.actions.contact_report import Report
from shounuo.records.models import Contact, FollowUp, Promise

# Figures, days and ticks; everything else somebody said, and enters the ledger as a commitment.
NOT_WORDS = frozenset(
    {
        *("amount", "due_by", "method", "lender_name_confirmed", "affordable_monthly"),
        *("disputed_amount", "paid_on", "paid_amount", "callback_at", "scope"),
    }
)


class CodeRefused(Refused):
    """Every fault of the code as entered, at once."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0])
        self.problems = problems


def asked_with(contact: Contact, report: Report) -> dict[str, Any]:
    """What is known of the code's questions: given, else from the report, else from the promise."""
    known: dict[str, Any] = {
        "reason": report.reason,
        "quote": report.reason,
        "callback_at": report.return_at,
        **_of_promise(contact),
    }
    given = {name: value for name, value in report.given.items() if value not in (None, "")}
    return {name: value for name, value in {**known, **given}.items() if value}


def _of_promise(contact: Contact) -> dict[str, Any]:
    promise = Promise.objects.filter(contact=contact, voided_at=None).order_by("-pk").first()
    if promise is None:
        return _awaiting_a_lead(contact)
    return {
        "amount": promise.recorded_cents,
        "due_by": promise.due_by,
        "method": promise.method,
        "lender_name_confirmed": bool(promise.confirmation.get("lender")),
    }


def _awaiting_a_lead(contact: Contact) -> dict[str, Any]:
    """The terms read back to the customer, when the promise waits for a lead's word."""
    task = FollowUp.objects.filter(contact=contact, kind="promise_override").first()
    if task is None:
        return {}
    told = task.details["agreed"]
    return {
        "amount": told["stated_cents"] or told["needed_cents"],
        "due_by": told["due_by"],
        "method": told["method"],
        "lender_name_confirmed": bool(told["confirmation"].get("lender")),
    }


def refuse_faults(contact: Contact, report: Report, given: Mapping[str, Any]) -> None:
    """Raises `CodeRefused` when the code does not fit the person or outcome, or lacks an answer."""
    channel = Channel.CALL if contact.channel == "call" else Channel.LETTER
    faults = check_entry(
        Code(report.disposition), _party(contact), Outcome(report.outcome), given, channel
    )
    if faults:
        raise CodeRefused(faults)


def _party(contact: Contact) -> PartyRole:
    """Whoever is not known to the trade by role is a third party."""
    known = contact.role in set(PartyRole)
    return PartyRole(contact.role) if known else PartyRole.THIRD_PARTY
