"""A promise beyond the lender's limits waits for a lead, who lets it pass within their own limits or not."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from shounuo.records.actions._act import act
from shounuo.records.actions._locks import lock_case, lock_customer
from shounuo.records.actions.finish_follow_up import finish_follow_up
from shounuo.records.actions.record_promise import Agreed, record_promise
from shounuo.records.models import Case, Contact, FollowUp, Promise, Staff

KIND = "promise_override"


def ask_override(
    *, contact_id: int, agreed: Agreed, staff: Staff, recorded_at: datetime
) -> FollowUp:
    """Puts the agreed promise, read back to the customer, into the inbox of the team's lead; once a contact."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        contact = Contact.objects.select_related("case").get(pk=contact_id)
        lock_customer(contact.customer_id)
        case = lock_case(contact.case_id)
        task, new = FollowUp.objects.get_or_create(
            case=case,
            kind=KIND,
            contact=contact,
            done_at=None,
            defaults={
                "team": case.team,
                "due_at": recorded_at,
                "created_at": recorded_at,
                "details": {"to": "lead", "asked_by": staff.pk, "agreed": _plain(agreed)},
            },
        )
        if new:
            payload = {"task": KIND, "agreed": _plain(agreed)}
            writing.event(f"case:{case.pk}", "OverrideAsked", payload)
            writing.publish("inbox", 0)
        return task


def grant_override(*, follow_up_id: int, lead: Staff, recorded_at: datetime) -> Promise:
    """Records the promise as agreed, under the lead's own limits; raises `PromiseRefused` beyond them."""
    task = FollowUp.objects.get(pk=follow_up_id, kind=KIND)
    promise = record_promise(
        case_id=task.case_id,
        contact_id=task.contact_id,
        agreed=agreed_of(task),
        staff=Staff.objects.get(pk=task.details["asked_by"]),
        recorded_at=recorded_at,
        override_by=lead,
    )
    finish_follow_up(follow_up_id=task.pk, staff=lead, recorded_at=recorded_at)
    return promise


def refuse_override(
    *, follow_up_id: int, lead: Staff, recorded_at: datetime, reason: str
) -> FollowUp:
    """The promise is not recorded; whoever asked finds the answer in their inbox."""
    task = finish_follow_up(follow_up_id=follow_up_id, staff=lead, recorded_at=recorded_at)
    with act(actor=lead, recorded_at=recorded_at) as writing:
        case = Case.objects.get(pk=task.case_id)
        payload = {"task": task.pk, "reason": reason}
        writing.event(f"case:{case.pk}", "OverrideRefused", payload)
        FollowUp.objects.create(
            case=case,
            kind="override_refused",
            contact=task.contact,
            staff_id=task.details["asked_by"],
            team=case.team,
            due_at=recorded_at,
            created_at=recorded_at,
            details={"reason": reason},
        )
        return task


def agreed_of(task: FollowUp) -> Agreed:
    """The terms as they were asked for."""
    told = task.details["agreed"]
    return Agreed(**{**told, "due_by": date.fromisoformat(told["due_by"])})


def _plain(agreed: Agreed) -> dict[str, Any]:
    return {
        "basis": agreed.basis,
        "needed_cents": agreed.needed_cents,
        "due_by": agreed.due_by.isoformat(),
        "method": agreed.method,
        "asked_cents": agreed.asked_cents,
        "stated_cents": agreed.stated_cents,
        "late_reason": agreed.late_reason,
        "confirmation": agreed.confirmation,
    }
