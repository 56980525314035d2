"""One sentence a person can read instead of the call."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.codes import NAMES
from shounuo.inspection.model import Finding
from shounuo.inspection.weighing.ending import disposition_of
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text

if TYPE_CHECKING:
    from shounuo.inspection.reading import Reading

DISPOSITIONS = {
    "PTP": Text("承诺还款", "promised to pay"),
    "PTP_IMPLIED": Text("默示承诺", "implied a promise"),
    "PLAN_REQUEST": Text("申请分期", "asked for a plan"),
    "REFUSE": Text("拒绝还款", "refused"),
    "NO_MONEY": Text("暂无能力", "has no money now"),
    "DISPUTE": Text("提出异议", "disputes the debt"),
    "CLAIM_PAID": Text("称已还款", "says it is paid"),
    "AUTOPAY_FAILED": Text("自动扣款失败", "auto-debit failed"),
    "DECEASED": Text("客户已故", "the customer has died"),
    "WRONG_PERSON": Text("号码非本人", "wrong person"),
    "MESSAGE_LEFT": Text("已请第三人转告", "message left"),
    "CALLBACK": Text("约定回电", "call back"),
    "HUNG_UP": Text("对方挂断", "hung up"),
    "COMPLAINT": Text("投诉", "complained"),
    "CEASE": Text("要求停止联系", "asked to stop contact"),
    "THIRD_PARTY_REFUSED": Text("第三人拒绝联系", "third party refused contact"),
    "VULNERABLE": Text("需关怀客户", "vulnerable customer"),
}


def summarise(reading: Reading, findings: tuple[Finding, ...]) -> Text:
    outcome = DISPOSITIONS.get(
        disposition_of(reading) or "", Text("无通话内容", "nothing was said")
    )
    terms = _terms(reading)
    faults = _faults(findings)
    return Text(
        f"{outcome.zh}{terms.zh}；{faults.zh}。",
        f"{outcome.en.capitalize()}{terms.en}; {faults.en}.",
    )


def _terms(reading: Reading) -> Text:
    promise = promise_of(reading)
    if promise is None or promise.said.cents is None:
        return Text("", "")
    said = promise.said
    money = Money(promise.said.cents, reading.context.currency).grouped()
    day = said.date.isoformat() if said.date else ""
    return Text(f" {money} {day}".rstrip(), f" {money} {day}".rstrip())


def _faults(findings: tuple[Finding, ...]) -> Text:
    grave = Counter(f.code for f in findings if f.severity != "minor")
    if not grave:
        few = len(findings)
        return Text(
            f"合规，质量问题 {few} 处" if few else "合规",
            f"lawful, {few} quality points" if few else "lawful",
        )
    zh = "、".join(f"{NAMES[c].zh}×{n}" if n > 1 else NAMES[c].zh for c, n in grave.items())
    en = ", ".join(
        f"{NAMES[c].en.lower()} ×{n}" if n > 1 else NAMES[c].en.lower() for c, n in grave.items()
    )
    return Text(f"发现：{zh}", f"found: {en}")
