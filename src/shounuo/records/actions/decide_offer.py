"""What becomes of a request to the lender: the lead's word, the lender's word, and its withdrawal.

The lead agrees that it is asked; only the lender grants. The lender's word comes with its evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.domain.offer import OfferState, OfferStep, after
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Writing, act
from shounuo.records.actions._locks import lock_case, lock_customer
from shounuo.records.models import FollowUp, OfferRequest, Staff

EVENTS = {
    OfferStep.AGREE: "OfferAgreed",
    OfferStep.DECLINE: "OfferDeclined",
    OfferStep.APPROVE: "OfferApproved",
    OfferStep.REFUSE: "OfferRefused",
    OfferStep.WITHDRAW: "OfferWithdrawn",
}


@dataclass(frozen=True, slots=True)
class LenderWord:
    """`evidence`: the letter, mail or entry it came by. `until`: the last day it stands, in the lender's zone."""

    evidence: str
    until: date | None = None
    amount_cents: int | None = None
    months: int | None = None


def decide_offer(
    *, offer_id: int, agree: bool, lead: Staff, recorded_at: datetime, why: str = ""
) -> OfferRequest:
    """The lead lets the request go to the lender, or declines it with a reason; never one's own request."""
    step = OfferStep.AGREE if agree else OfferStep.DECLINE
    with act(actor=lead, recorded_at=recorded_at) as writing:
        row = _moved(offer_id, step)
        if row.requested_by_id == lead.pk:
            raise Refused(_own(row))
        if not agree and not why.strip():
            raise Refused(_missing(row, Text("请写明不同意的理由", "Say why not")))
        row.decided_by, row.decided_at, row.decided_why = lead, recorded_at, why.strip()[:300]
        _keep(writing, row, step, {"why": row.decided_why})
        if not agree:
            _answer_collector(row, recorded_at)
        return row


def record_lender_word(
    *, offer_id: int, granted: bool, word: LenderWord, staff: Staff, recorded_at: datetime
) -> OfferRequest:
    """The lender's answer to an agreed request. A grant names its last day, today or later.

    Raises `Refused` without evidence, without the day, and for a sum or a number of months below one.
    """
    step = OfferStep.APPROVE if granted else OfferStep.REFUSE
    with act(actor=staff, recorded_at=recorded_at) as writing:
        row = _moved(offer_id, step)
        _check(row, granted, word, recorded_at)
        row.answered_by, row.answered_at = staff, recorded_at
        row.evidence = word.evidence.strip()[:160]
        if granted:
            row.until, row.amount_cents, row.months = word.until, word.amount_cents, word.months
        told = {
            "evidence": row.evidence, "until": row.until.isoformat() if row.until else None,
            "amount_cents": row.amount_cents, "months": row.months,
        }  # fmt: skip
        _keep(writing, row, step, told)
        _answer_collector(row, recorded_at)
        return row


def withdraw_offer(*, offer_id: int, staff: Staff, recorded_at: datetime, why: str) -> OfferRequest:
    """What was granted stands no longer; from now on no line speaks of it."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        row = _moved(offer_id, OfferStep.WITHDRAW)
        if not why.strip():
            raise Refused(_missing(row, Text("请写明撤回的理由", "Say why it is withdrawn")))
        row.ended_by, row.ended_at, row.ended_why = staff, recorded_at, why.strip()[:300]
        _keep(writing, row, OfferStep.WITHDRAW, {"why": row.ended_why})
        _answer_collector(row, recorded_at)
        return row


def _moved(offer_id: int, step: OfferStep) -> OfferRequest:
    """The row, locked and moved on in memory; `Refused` where somebody was faster or the step does not fit."""
    found = OfferRequest.objects.select_related("case").get(pk=offer_id)
    lock_customer(found.case.customer_id)
    lock_case(found.case_id)
    row = OfferRequest.objects.select_related("case__lender").get(pk=offer_id)
    state = after(OfferState(row.state), step)
    if state is None:
        raise Refused(_misfit(row))
    row.state = state
    return row


def _keep(writing: Writing, row: OfferRequest, step: OfferStep, told: Mapping[str, Any]) -> None:
    row.save()
    payload = {"offer": row.pk, "kind": row.kind, "state": str(row.state), **told}
    writing.event(f"case:{row.case_id}", EVENTS[step], payload)
    writing.publish("case", row.case_id)


def _answer_collector(row: OfferRequest, at: datetime) -> None:
    """Whoever asked finds the answer in their inbox."""
    FollowUp.objects.create(
        case=row.case, kind="offer_answer", contact=row.contact, staff=row.requested_by,
        team=row.case.team, due_at=at, created_at=at,
        details={"offer": row.pk, "state": str(row.state)},
    )  # fmt: skip


def _check(row: OfferRequest, granted: bool, word: LenderWord, at: datetime) -> None:
    if not word.evidence.strip():
        said = Text("没有凭证的批复不能登记", "A lender's answer needs its evidence")
        raise Refused(_missing(row, said))
    if not granted:
        return
    if word.until is None or word.until < at.astimezone(ZoneInfo(row.case.lender.zone)).date():
        said = Text("请填有效期的最后一天，不早于今天", "Give its last day, today or later")
        raise Refused(_missing(row, said))
    if any(value is not None and value < 1 for value in (word.amount_cents, word.months)):
        raise Refused(_missing(row, Text("金额和期数须大于零", "Sum and months are above zero")))


def _missing(row: OfferRequest, said: Text) -> Problem:
    return _problem(row, "offer_incomplete", said, Text("填好再提交", "Fill it in and send again"))


def _own(row: OfferRequest) -> Problem:
    said = Text("自己提的申请不能自己同意", "Nobody decides on their own request")
    return _problem(row, "own_offer", said, Text("请另一位主管处理", "Ask another lead"))


def _misfit(row: OfferRequest) -> Problem:
    said = Text("这一申请已经处理过了", "This request has been dealt with already")
    return _problem(row, "offer_moved_on", said, Text("看它现在的状态", "See where it stands now"))


def _problem(row: OfferRequest, code: str, said: Text, then: Text) -> Problem:
    return Problem(
        code, said, record=f"offer {row.pk} ({row.kind})", rule="domain.offer", next_step=then
    )
