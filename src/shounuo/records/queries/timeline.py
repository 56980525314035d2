"""One timeline of a case, newest first: contacts, promises with their verdicts, money, flags, requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.domain.disposition.catalogue import Code, catalogue
from shounuo.domain.disposition.task_outcomes import ends_of
from shounuo.domain.promise.explain import STATE_NAMES, explain
from shounuo.domain.promise.verdict import State
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text
from shounuo.records.models import (
    AccountFigures,
    Case,
    Contact,
    Event,
    Flag,
    FollowUp,
    Payment,
    PersonRequest,
    Promise,
)
from shounuo.records.queries.inbox import TASKS
from shounuo.records.queries.verdicts import newest_verdicts

MOST = 60
NEAR = timedelta(minutes=30)  # a claim and its call, a call and the case put back
NOTHING = Text("", "")
TONES = {"kept": "kept", "kept_late": "near", "partly_kept": "near", "broken": "bad"}


@dataclass(frozen=True, slots=True)
class Entry:
    """`kind`: contact promise payment flag request month answer event. `tone`: "", kept, near, bad.

    `word` is a short name (a code, a state), `what` says it in a sentence, `record` the row itself.
    """

    at: datetime
    kind: str
    word: Text
    what: Text = NOTHING
    tone: str = ""
    by: str = ""
    record: Any = None


def timeline(case: Case, most: int = MOST) -> list[Entry]:
    """Everything that happened, as far as recorded, newest first."""
    parts = (
        *(_contacts(case), _promises(case), _payments(case), _flags(case), _requests(case)),
        *(_months(case), _answers(case)),
    )
    entries = [entry for part in parts for entry in part] + list(_moves(case))
    return sorted(entries, key=lambda entry: entry.at, reverse=True)[:most]


def trail(case: Case, most: int = 8) -> list[tuple[Contact, Text]]:
    """The last codes in words, oldest first: how this case has gone."""
    rows = Contact.objects.filter(case=case).exclude(disposition="").order_by("-opened_at")
    return [(row, code_name(row.disposition)) for row in rows[:most]][::-1]


def code_name(code: str) -> Text:
    """A code in words; one that is not ours is shown as it is."""
    return catalogue()[Code(code)].name if code in set(Code) else Text(code, code)


def _contacts(case: Case) -> Iterator[Entry]:
    rows = Contact.objects.filter(case=case).select_related("actor", "point")
    for row in rows.order_by("-opened_at")[:MOST]:
        word = code_name(row.disposition) if row.disposition else _ROLLING[row.state]
        by = row.actor.name if row.actor else ""
        yield Entry(row.opened_at, "contact", word, by=by, record=row)


_ROLLING = {
    "in_flight": Text("通话中", "In progress"),
    "unknown": Text("结果未知", "Result not known"),
    "ended": Text("已结束", "Ended"),
}


def _promises(case: Case) -> Iterator[Entry]:
    rows = list(
        Promise.objects.filter(customer=case.customer_id)
        .select_related("taken_by")
        .order_by("-made_at")[:MOST]
    )
    verdicts = newest_verdicts(rows)
    for row in rows:
        what = explain(verdicts[row.pk]) if row.pk in verdicts else NOTHING
        word, tone = STATE_NAMES[State(row.state)], TONES.get(row.state, "")
        yield Entry(row.made_at, "promise", word, what, tone, row.taken_by.name, row)


def _payments(case: Case) -> Iterator[Entry]:
    rows = Payment.objects.filter(account__customer=case.customer_id).order_by("-transacted_on")
    zone = ZoneInfo(case.lender.zone)
    for row in rows[:MOST]:
        at = row.transacted_at or datetime.combine(row.transacted_on, time(12), zone)
        tone = "bad" if row.kind in ("reversal", "bounce") else "kept"
        amount = Money(row.amount_cents, row.currency).grouped()
        word = PAYMENT_KINDS.get(row.kind, Text(row.kind, row.kind))
        yield Entry(at, "payment", word, Text(amount, amount), tone, record=row)


PAYMENT_KINDS = {
    "payment": Text("到账", "Payment"),
    "reversal": Text("冲正", "Reversal"),
    "bounce": Text("退票", "Bounced"),
    "refund": Text("退款", "Refund"),
    "waiver": Text("减免", "Waiver"),
    "conversion": Text("转分期", "Turned into instalments"),
    "adjustment": Text("调整", "Adjustment"),
}


def _flags(case: Case) -> Iterator[Entry]:
    rows = Flag.objects.filter(customer=case.customer_id).exclude(source="figures")
    for row in rows.order_by("-recorded_at")[:MOST]:
        word = FLAGS.get(row.kind, Text(row.kind, row.kind))
        yield Entry(row.effective_at, "flag", word, tone="near", record=row)


FLAGS = {
    "deceased": Text("客户身故", "Customer has died"),
    "dispute": Text("有争议", "Disputed"),
    "plan_performing": Text("分期履行中", "Plan being performed"),
    "complaint_hold": Text("投诉暂停", "Complaint hold"),
    "vulnerable": Text("困难客户", "Vulnerable customer"),
    "nothing_due": Text("无应还", "Nothing due"),
    "no_workplace_calls": Text("不打单位", "No calls at work"),
    "third_party_refused": Text("三方拒绝联系", "Third party refused"),
    "cease_requested": Text("要求停止联系", "Asked us to stop"),
    "claimed_paid": Text("称已还", "Says it is paid"),
    "autopay_in_flight": Text("扣款处理中", "Debit in flight"),
    "attorney_represented": Text("已请律师", "Has a lawyer"),
    "bankruptcy": Text("破产", "Bankruptcy"),
    "collection_stopped": Text("停催", "Collection stopped"),
    "withdrawn": Text("退案", "Withdrawn by the lender"),
    "big_case": Text("大额", "Large case"),
    "wrong_person": Text("非本人", "Wrong person"),
}


def _requests(case: Case) -> Iterator[Entry]:
    rows = PersonRequest.objects.filter(customer=case.customer_id).order_by("-received_at")
    for row in rows[:MOST]:
        word = REQUESTS.get(row.kind, Text(row.kind, row.kind))
        yield Entry(row.received_at, "request", word, tone="near", record=row)


REQUESTS = {
    "not_at_work": Text("不要打到单位", "Not at work"),
    "inconvenient_times": Text("这个时间不方便", "Not at these times"),
    "stop_calling": Text("不要再打电话", "Stop calling"),
    "inconvenient_days": Text("这几天不方便", "Not on these days"),
    "inconvenient_place": Text("这个地方不方便", "Not at this place"),
    "stop_address": Text("不要再用这个号码", "Not on this number"),
    "stop_medium": Text("不要再用这种方式", "Not by this medium"),
    "write_only": Text("只用书面联系", "In writing only"),
    "has_lawyer": Text("已请律师，找律师", "Has a lawyer"),
    "third_party_refuses": Text("第三人拒绝再联系", "Third party refuses"),
    "stop_all": Text("停止一切联系", "Stop all contact"),
    "wrong_number": Text("打错了", "Wrong number"),
    "complains": Text("要投诉", "Complains"),
    "disputes": Text("对账有异议", "Disputes the debt"),
    "please_call_again": Text("请再打来", "Please call again"),
    "busy_cannot_talk_now": Text("现在忙，不便说话", "Busy, cannot talk now"),
    "oral_refusal_to_pay": Text("口头拒绝还款", "Refuses to pay, orally"),
    "written_cease_or_refusal": Text("书面要求停止联系", "Asks in writing to stop"),
    "electronic_cease": Text("电子方式要求停止联系", "Asks electronically to stop"),
    "does_not_owe": Text("称不欠款", "Says nothing is owed"),
}


def _answers(case: Case) -> Iterator[Entry]:
    """What a lead, compliance or a collector answered to what a code had asked of them."""
    rows = FollowUp.objects.filter(case=case, details__has_key="outcome").exclude(done_at=None)
    for row in rows.order_by("-done_at")[:MOST]:
        answer = ends_of(row.kind).get(row.details["outcome"])
        if answer is not None:
            word = TASKS.get(row.kind, Text(row.kind, row.kind))
            yield Entry(row.done_at, "answer", word, answer.words, record=row)


def _months(case: Case) -> Iterator[Entry]:
    """Earlier months as the lender's file told them beside a later day: the day is assumed, and said so."""
    rows = AccountFigures.objects.filter(account__customer=case.customer_id, derived=True)
    zone = ZoneInfo(case.lender.zone)
    for row in rows.select_related("account").order_by("-as_of")[:MOST]:
        at = datetime.combine(row.as_of, time(12), zone)
        word = Text(f"账单 {row.lender_bucket}", f"Statement {row.lender_bucket}")
        yield Entry(at, "month", word, _month(row), record=row)


def _month(row: AccountFigures) -> Text:
    def shown(cents: int | None) -> str:
        return "—" if cents is None else Money(cents, row.account.currency).grouped()

    bill, paid = shown(row.statement_cents), shown(row.last_payment_cents)
    return Text(
        f"账单 {bill}，当月还款 {paid}（只知月份，日期按月末推定）",
        f"Billed {bill}, paid that month {paid} (month told, its last day assumed)",
    )


def _moves(case: Case) -> Iterator[Entry]:
    """Who took the case and who showed what: from the ledger itself."""
    rows = Event.objects.filter(chain=f"case:{case.pk}", kind__in=MOVES).order_by("-seq")
    worked = Contact.objects.filter(case=case).exclude(actor=None).order_by("-opened_at")[:MOST]
    calls = list(worked.values_list("actor__staff_no", "opened_at"))
    shown = (row for row in rows[: 2 * MOST] if not _around_a_call(row, calls))
    for row in islice(shown, 20):
        yield Entry(row.recorded_at, "event", MOVES[row.kind], by=row.actor, record=row)


def _around_a_call(row: Event, calls: list[tuple[str, datetime]]) -> bool:
    """Taken for a call and put back after it: the call itself says so already."""
    if row.kind not in ("CaseClaimed", "CaseReleased"):
        return False
    gaps = (row.recorded_at - opened for who, opened in calls if who == row.actor)
    if row.kind == "CaseClaimed":
        return any(-NEAR <= gap <= timedelta() for gap in gaps)
    return any(timedelta() <= gap <= NEAR for gap in gaps)


MOVES = {
    "CaseOpened": Text("立案", "Case opened"),
    "CaseClaimed": Text("领取", "Claimed"),
    "CaseReleased": Text("放回", "Put back"),
    "CaseReassigned": Text("改派", "Reassigned"),
    "FieldRevealed": Text("查看完整信息", "Full value shown"),
    "ContactBlocked": Text("联系被拦下", "Contact blocked"),
    "ContactReleased": Text("放行一次联系", "One contact released"),
    "OfferRequested": Text("向机构申请优惠", "An offer asked of the lender"),
    "OfferAgreed": Text("主管同意申请优惠", "A lead lets the request go to the lender"),
    "OfferDeclined": Text("主管不同意申请优惠", "A lead declines the request"),
    "OfferApproved": Text("机构批了优惠", "The lender grants the offer"),
    "OfferRefused": Text("机构没有批", "The lender refuses"),
    "OfferWithdrawn": Text("优惠已撤回", "The offer is withdrawn"),
}
