"""The door of a dialler: it asks before it dials, is told whether, whom and by which number, and says
what the line did."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from shounuo.domain.contact import Outcome
from shounuo.domain.disposition.catalogue import dispositions_for
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.hang_up import hang_up
from shounuo.records.actions.log_advice import begin_advice
from shounuo.records.actions.push_case import BROUGHT, push_case
from shounuo.records.actions.release_case import release_case
from shounuo.records.actions.set_staff_state import set_staff_state
from shounuo.records.models import Account, Case, Contact, Staff
from shounuo.records.queries.board import party_role
from shounuo.records.sealing import keyed_hash
from shounuo.settings import clock

router = Router()


class Push(Schema):
    """`key`: one press of the dialler, one call. `account`: the lender's reference of any account."""

    staff: str
    key: Annotated[str, Field(min_length=1, max_length=48)]
    case: int | None = None
    lender: str = ""
    account: str = ""


class Failed(Schema):
    """`outcome`: how the line failed, as in `domain.contact.Outcome` (`no_answer`, `busy` …)."""

    outcome: str


class Closed(Schema):
    """`by`: `party` when the other side hung up."""

    by: str = ""


@router.post("/calls")
def bring(request: HttpRequest, asked: Push) -> dict[str, Any]:
    """`allowed` with the contact and the number to dial, or the rules that forbid it and when it opens."""
    staff = Staff.objects.select_related("team").filter(staff_no=asked.staff, is_active=True)
    found, case = staff.first(), _case(asked)
    if found is None or case is None:
        raise Refused(_unknown(asked))
    opened = push_case(
        case_id=case.pk, staff=found, recorded_at=clock.now(), request_key=f"{BROUGHT}{asked.key}"
    )
    told: dict[str, Any] = {"case": case.pk, "allowed": opened.contact is not None}
    if opened.contact is None:
        opens = opened.reach.earliest_next
        told |= {"rules": opened.reach.rules, "opens": opens.isoformat() if opens else None}
    elif opened.contact.point is not None:
        told |= {"contact": opened.contact.pk, "number": opened.contact.point.value}
    return told


@router.post("/calls/{int:contact_id}/answered")
def answered(request: HttpRequest, contact_id: int) -> dict[str, Any]:
    """Somebody picked up; the collector talks."""
    (contact, staff), now = _brought(contact_id), clock.now()
    answer_contact(contact_id=contact.pk, staff=staff, recorded_at=now)
    begin_advice(contact, staff=staff, recorded_at=now)
    return {"contact": contact.pk}


@router.post("/calls/{int:contact_id}/closed")
def closed(request: HttpRequest, contact_id: int, told: Closed) -> dict[str, Any]:
    """The line is closed after somebody answered; the collector chooses the code."""
    (contact, staff), now = _brought(contact_id), clock.now()
    hang_up(contact_id=contact.pk, staff=staff, recorded_at=now, by_party=told.by == "party")
    if contact.state == "in_flight":
        set_staff_state(staff=staff, state="wrap_up", recorded_at=now)
    return {"contact": contact.pk}


@router.post("/calls/{int:contact_id}/failed")
def failed(request: HttpRequest, contact_id: int, told: Failed) -> dict[str, Any]:
    """Nobody was reached: the code follows from the line, the case goes back, the collector is ready."""
    (contact, staff), now = _brought(contact_id), clock.now()
    report = Report(outcome=told.outcome, disposition=_code(contact, told.outcome), connected=False)
    end_contact(contact_id=contact.pk, staff=staff, recorded_at=now, report=report)
    if Case.objects.filter(pk=contact.case.pk, holder=staff).exists():
        release_case(case_id=contact.case.pk, actor=staff, recorded_at=now, reason="done")
    set_staff_state(staff=staff, state="ready", recorded_at=now)
    return {"contact": contact.pk, "code": report.disposition}


def _brought(contact_id: int) -> tuple[Contact, Staff]:
    """A call that a dialler brought and whose it is; those dialled by hand are none of its business."""
    rows = Contact.objects.select_related("case", "actor__team", "point")
    contact = rows.filter(pk=contact_id, request_key__startswith=BROUGHT).first()
    if contact is None or contact.actor is None:
        raise Refused(
            Problem(
                "no_such_call",
                Text("拨号器没有带来过这通电话", "The dialler brought no such call"),
                record=f"contact {contact_id}",
                next_step=Text("核对编号", "Check the number"),
            )
        )
    return contact, contact.actor


def _code(contact: Contact, outcome: str) -> str:
    """The one code that says how the line failed."""
    known = outcome in set(Outcome) and Outcome(outcome) is not Outcome.CONNECTED
    fits = dispositions_for(party_role(contact.role), Outcome(outcome)) if known else []
    if contact.answered_at is not None or len(fits) != 1:
        raise Refused(
            Problem(
                "not_a_failed_line",
                Text("这不是未接通的结果", "That is no way in which a line fails"),
                record=f"contact {contact.pk}: {outcome}",
                next_step=Text(
                    "已接通的通话由催收员选结果码", "The collector codes a call that was answered"
                ),
            )
        )
    return fits[0].code


def _case(asked: Push) -> Case | None:
    open_cases = Case.objects.exclude(state="closed")
    if asked.case is not None:
        return open_cases.filter(pk=asked.case).first()
    account = Account.objects.filter(
        lender__code=asked.lender, ref_hash=keyed_hash(asked.account, kind="account")
    ).first()
    return open_cases.filter(customer=account.customer_id).first() if account else None


def _unknown(asked: Push) -> Problem:
    return Problem(
        "not_found",
        Text("没有这个催收员或未结案件", "There is no such collector or open case"),
        record=f"staff {asked.staff}, case {asked.case}",
        next_step=Text("核对工号与案件后再推", "Check the staff number and the case"),
    )
