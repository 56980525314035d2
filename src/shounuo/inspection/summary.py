"""One sentence a person can read instead of the call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from shounuo.inspection.codes import NAMES, SEVERITY
from shounuo.inspection.model import Finding, SpokenPromise
from shounuo.inspection.weighing.ending import told_disposition
from shounuo.inspection.weighing.promised import told_promise
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
    agreed = told_promise(reading)
    return sentence(
        told_disposition(reading),
        agreed.said if agreed else None,
        reading.context.currency,
        [finding.code for finding in findings],
    )


def sentence(
    disposition: str | None, promise: SpokenPromise | None, currency: str, codes: Iterable[str]
) -> Text:
    """How the call ended, on what terms, and which faults these are."""
    outcome = DISPOSITIONS.get(disposition or "", Text("无通话内容", "nothing was said"))
    terms, faults = _terms(promise, currency), _faults(Counter(codes))
    return Text(
        f"{outcome.zh}{terms}；{faults.zh}。",
        f"{outcome.en.capitalize()}{terms}; {faults.en}.",
    )


def _terms(promise: SpokenPromise | None, currency: str) -> str:
    if promise is None or promise.cents is None:
        return ""
    day = promise.date.isoformat() if promise.date else ""
    return f" {Money(promise.cents, currency).grouped()} {day}".rstrip()


def _faults(counted: Counter[str]) -> Text:
    grave = {code: n for code, n in counted.items() if SEVERITY[code] != "minor"}
    if not grave:
        few = counted.total()
        return Text(
            f"合规，质量问题 {few} 处" if few else "合规",
            f"lawful, {few} quality points" if few else "lawful",
        )
    zh = "、".join(f"{NAMES[c].zh}×{n}" if n > 1 else NAMES[c].zh for c, n in grave.items())
    en = ", ".join(
        f"{NAMES[c].en.lower()} ×{n}" if n > 1 else NAMES[c].en.lower() for c, n in grave.items()
    )
    return Text(f"发现：{zh}", f"found: {en}")
