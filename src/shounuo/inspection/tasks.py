"""What the house must now do because of what the customer said, whether or not the collector took it up (P11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shounuo.inspection.model import Finding, Turn
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
# A fault that passes over a wish proves that one of these was voiced; the first is what the house must assume.
_PASSED_OVER: dict[str, tuple[RequestKind, ...]] = {
    "SELF_HARM_MISHANDLED": ("self_harm",),
    "CEASE_IGNORED": ("stop", "write_only", "attorney"),
    "IGNORE_DISPUTE": ("dispute",),
    "REFUSE_COMPLAINT": ("complaint",),
    "DENY_HARDSHIP": ("hardship",),
    "CONTINUE_AFTER_REFUSAL": ("third_party_refusal",),
}


@dataclass(frozen=True)
class Task:
    kind: RequestKind
    turn: int
    quote: str
    duty: Text


def tasks(reading: Reading, findings: Iterable[Finding] = ()) -> tuple[Task, ...]:
    """One task per kind, proven by the first words that asked for it, the gravest first.

    Wishes are often veiled: where no pattern knows the words but a finding says that they were passed over, the
    other side's words before that turn are the proof. Better one task too many than a wish lost.
    """
    third = reading.context.callee_role == "third_party"
    found: dict[RequestKind, Task] = {}
    for kind, duty in DUTY.items():
        request = state_of(reading).first(kind)
        if request is None or (third and kind in {"dispute", "hardship", "stop"}):
            continue
        spot = request.spot
        start, end = spot.turn.original(spot.start, spot.end)
        found[kind] = Task(kind, spot.turn.turn.i, spot.turn.turn.text[start:end], duty)
    for finding in sorted(findings, key=lambda f: f.turn):
        kinds = _PASSED_OVER.get(finding.code, ())
        if kinds and not any(kind in found for kind in kinds):
            for turn in _said_before(reading, finding.turn):
                found[kinds[0]] = Task(kinds[0], turn.i, turn.text, DUTY[kinds[0]])
    return tuple(found[kind] for kind in DUTY if kind in found)


def _said_before(reading: Reading, number: int) -> list[Turn]:
    """The other side's last words before a turn; none when they had said nothing yet."""
    return [t.turn for t in reading.party() if t.turn.i < number and t.text][-1:]
