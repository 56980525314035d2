"""What the house must do about each thing that the other side may ask for or tell, by the law of the place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shounuo.inspection.place import MAINLAND, UNITED_STATES
from shounuo.inspection.requests import RequestKind
from shounuo.kernel.text import Text

TaskKind = RequestKind | Literal["attorney_sought"]


@dataclass(frozen=True)
class Duty:
    """`law`: the clauses it stands on, as a detector cites them; "" where it is the house's own. `to`: "" the lead."""

    words: Text
    law: str = ""
    to: Literal["", "compliance"] = ""


# In order of gravity.
DUTY: dict[TaskKind, Duty] = {
    "self_harm": Duty(Text("客户表露轻生：立即停催，转专人联系，登记关怀", "Self-harm voiced: stop collecting now, hand to a trained person")),
    "stop": Duty(Text("客户要求停止来电：登记并停止电话", "Asked to stop calls: record it and stop calling")),
    "write_only": Duty(Text("客户要求只用书面：登记联系方式偏好", "Asked for writing only: record the preference")),
    "attorney": Duty(Text("客户已委托律师：改与律师联系", "Represented by an attorney: contact the attorney")),
    "dispute": Duty(Text("客户提出异议：登记异议，核实前暂停催收", "Disputes the debt: record it, hold until checked")),
    "complaint": Duty(Text("客户投诉：登记投诉，由无关人员处理", "Complaint: record it, handled by someone uninvolved")),
    "hardship": Duty(Text("客户提出困难或分期：登记申请，测算方案", "Hardship or a plan asked for: record it, work out a plan")),
    "third_party_refusal": Duty(Text("第三人拒绝联系：该号码永久停止", "Third party refused: never contact this number again")),
    # Nobody represents them yet, so nothing is barred; but once somebody does, a call that did not ask may be unlawful.
    "attorney_sought": Duty(Text("客户说要找律师：下次联系先问是否已有律师代理这笔债务；没有的可照常联系", "Means to take or ask a lawyer: at the next contact ask first whether one acts on this debt; until then contact is not barred")),
}  # fmt: skip
_BY_PLACE: dict[tuple[TaskKind, str], Duty] = {
    ("attorney", UNITED_STATES): Duty(
        Text(
            "客户就这笔债务有律师代理：记下律师姓名和地址，此后只联系律师，律师同意直接联系或在合理时间内不回复的除外",
            "Represented by an attorney on this debt: take the attorney's name and address, and from now on contact the attorney alone, unless the attorney consents or does not answer within a reasonable time",
        ),
        law="12 CFR 1006.6(b)(2); 15 USC 1692c(a)(2)",
    ),
    # Lawyers may act in any civil matter, but no text of the mainland bars contact with their client.
    ("attorney", MAINLAND): Duty(
        Text(
            "客户称已委托律师：由合规核实委托和律师联系方式，再定与谁联系（境内规定未明文禁止直接联系本人，法律不确定，按内部政策）",
            "Says that a lawyer acts for them: compliance checks the mandate and how to reach the lawyer, then says whom to contact (no mainland rule clearly bars contact: the law is uncertain, this is house policy)",
        ),
        to="compliance",
    ),
}


def duty_of(kind: TaskKind, place: str) -> Duty:
    """`place`: the call's jurisdiction."""
    return _BY_PLACE.get((kind, place), DUTY[kind])
