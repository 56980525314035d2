"""What the house must now do because of what the customer said, whether or not the collector took it up (P11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shounuo.inspection.model import Finding
from shounuo.inspection.reading import Reading
from shounuo.inspection.requests import RequestKind
from shounuo.inspection.state import state_of
from shounuo.kernel.text import Text

DUTY: dict[RequestKind, Text] = {
    "self_harm": Text("客户表露轻生：立即停催，转专人联系，登记关怀", "Self-harm voiced: stop collecting now, hand to a trained person"),
    "stop": Text("客户要求停止来电：登记并停止电话", "Asked to stop calls: record it and stop calling"),
    "write_only": Text("客户要求只用书面：登记联系方式偏好", "Asked for writing only: record the preference"),
    "attorney": Text("客户已委托律师：改与律师联系", "Represented by an attorney: contact the attorney"),
    "dispute": Text("客户提出异议：登记异议，核实前暂停催收", "Disputes the debt: record it, hold until checked"),
    "complaint": Text("客户投诉：登记投诉，由无关人员处理", "Complaint: record it, handled by someone uninvolved"),
    "hardship": Text("客户提出困难或分期：登记申请，测算方案", "Hardship or a plan asked for: record it, work out a plan"),
    "third_party_refusal": Text("第三人拒绝联系：该号码永久停止", "Third party refused: never contact this number again"),
}  # fmt: skip


@dataclass(frozen=True)
class Task:
    kind: RequestKind
    turn: int
    quote: str
    duty: Text


def tasks(reading: Reading, findings: Iterable[Finding] = ()) -> tuple[Task, ...]:
    """One task per kind, proven by the first words that asked for it, the gravest first.

    Words of self-harm are often veiled: where no pattern knows them but a finding says that they were mishandled,
    the other side's words before that turn are the proof. Better one task too many than a life.
    """
    third = reading.context.callee_role == "third_party"
    out = []
    for kind, duty in DUTY.items():
        request = state_of(reading).first(kind)
        if request is None or (third and kind in {"dispute", "hardship", "stop"}):
            continue
        spot = request.spot
        start, end = spot.turn.original(spot.start, spot.end)
        out.append(Task(kind, spot.turn.turn.i, spot.turn.turn.text[start:end], duty))
    if not any(task.kind == "self_harm" for task in out):
        out = [*_veiled(reading, findings), *out]
    return tuple(out)


def _veiled(reading: Reading, findings: Iterable[Finding]) -> list[Task]:
    """The task of words that only the answer to them gave away."""
    turns = [f.turn for f in findings if f.code == "SELF_HARM_MISHANDLED"]
    said = [t.turn for t in reading.party() if turns and t.turn.i < min(turns) and t.text]
    return [Task("self_harm", t.i, t.text, DUTY["self_harm"]) for t in said[-1:]]
