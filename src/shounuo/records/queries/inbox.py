"""What waits for a collector: follow-ups by due time, their own and those of their team that nobody has."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from shounuo.domain.disposition.catalogue import ReturnsTo
from shounuo.domain.disposition.task_outcomes import HEARD
from shounuo.kernel.text import Text
from shounuo.records.models import FollowUp, Staff

# Tasks that go to somebody else by their code are not in a collector's inbox.
ELSEWHERE = (ReturnsTo.LEAD, ReturnsTo.COMPLIANCE, "lead")

TASKS = {
    "promise_due": Text("承诺到期，看是否到账", "Promise due: did it arrive?"),
    "callback": Text("约定回拨", "Call back as agreed"),
    "payment_search": Text("查找客户说的还款", "Find the payment the customer names"),
    "plan_offer": Text("答复分期请求", "Answer the request for a plan"),
    "autopay_check": Text("查自动扣款", "Check the automatic debit"),
    "dispute_review": Text("核实争议", "Review the dispute"),
    "complaint_case": Text("处理投诉", "Handle the complaint"),
    "hardship_care": Text("困难关怀", "Hardship care"),
    "number_review": Text("核实号码", "Check the number"),
    "escalation_review": Text("看是否升级", "Consider escalation"),
    "bereavement_care": Text("身故关怀", "Bereavement care"),
    "cease_review": Text("停止联系复核", "Review the request to stop"),
    "override_refused": Text("主管没有放行这笔承诺", "A lead did not let the promise pass"),
    "offer_answer": Text("优惠申请有答复", "Your request to the lender is answered"),
    "promise_override": Text("承诺待主管放行", "Promise awaits a lead"),
}
HEARD_KINDS = {
    "self_harm": Text("听到：表露轻生", "Heard: self-harm voiced"),
    "stop": Text("听到：要求停止来电", "Heard: asks to stop calls"),
    "write_only": Text("听到：只用书面", "Heard: in writing only"),
    "attorney": Text("听到：已请律师", "Heard: has a lawyer"),
    "dispute": Text("听到：有异议", "Heard: disputes the debt"),
    "complaint": Text("听到：要投诉", "Heard: a complaint"),
    "hardship": Text("听到：有困难", "Heard: hardship"),
    "third_party_refusal": Text("听到：第三人拒绝", "Heard: a third party refuses"),
    "attorney_sought": Text("听到：要找律师", "Heard: means to take a lawyer"),
}
TASKS |= {f"{HEARD}_{kind}": words for kind, words in HEARD_KINDS.items()}


def inbox(staff: Staff) -> QuerySet[FollowUp]:
    """Open tasks, the earliest first."""
    mine = Q(staff=staff) | Q(staff=None, team=staff.team, case__owner=staff)
    # A task that names nobody is its collector's: SQL compares a missing key to nothing, so that is asked first.
    elsewhere = Q(details__has_key="to") & Q(details__to__in=ELSEWHERE)
    open_tasks = FollowUp.objects.filter(mine, done_at=None).exclude(elsewhere)
    # What inspection heard is seen to by somebody who was not in the call.
    open_tasks = open_tasks.exclude(kind__startswith=f"{HEARD}_")
    return open_tasks.select_related("case__lender", "case__customer", "promise").order_by(
        "due_at", "pk"
    )


def awaiting_lead(team_id: int | None) -> QuerySet[FollowUp]:
    """Promises of a team that wait for its lead's word, the oldest first."""
    tasks = FollowUp.objects.filter(team=team_id, kind="promise_override", done_at=None)
    related = ("case__customer", "case__lender", "contact__actor")
    return tasks.select_related(*related).order_by("created_at")


def due_count(staff: Staff, at: datetime) -> int:
    """How many are due by now."""
    return inbox(staff).filter(due_at__lte=at).count()
