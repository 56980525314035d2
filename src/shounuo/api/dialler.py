"""The door of a dialler: it asks before it dials, and is told whether, whom and by which number."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.push_case import push_case
from shounuo.records.models import Account, Case, Staff
from shounuo.records.sealing import keyed_hash
from shounuo.settings import clock

router = Router()


class Push(Schema):
    """`key`: one press of the dialler, one call. `account`: the lender's reference of any account."""

    staff: str
    key: str
    case: int | None = None
    lender: str = ""
    account: str = ""


@router.post("/calls")
def bring(request: HttpRequest, asked: Push) -> dict[str, Any]:
    """`allowed` with the contact and the number to dial, or the rules that forbid it and when it opens."""
    staff = Staff.objects.select_related("team").filter(staff_no=asked.staff, is_active=True)
    found, case = staff.first(), _case(asked)
    if found is None or case is None:
        raise Refused(_unknown(asked))
    opened = push_case(
        case_id=case.pk, staff=found, recorded_at=clock.now(), request_key=f"push-{asked.key}"
    )
    told: dict[str, Any] = {"case": case.pk, "allowed": opened.contact is not None}
    if opened.contact is None:
        opens = opened.reach.earliest_next
        told |= {"rules": opened.reach.rules, "opens": opens.isoformat() if opens else None}
    elif opened.contact.point is not None:
        told |= {"contact": opened.contact.pk, "number": opened.contact.point.value}
    return told


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
