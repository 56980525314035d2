"""A person decides about a finding: accept, reject, change. Every decision is kept and teaches."""

from __future__ import annotations

from datetime import datetime

from shounuo.inspection.codes import NAMES, SEVERITY
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Writing, act
from shounuo.records.actions.who_decides import appealable, closed_to, seen
from shounuo.records.models import Appeal, FaultDecision, FoundFault, Inspection, Staff
from shounuo.records.queries.inspection import undecided_grave

STATES = {"accept": "accepted", "reject": "rejected", "change": "changed"}


def decide_fault(
    *,
    fault_id: int,
    staff: Staff,
    decision: str,
    recorded_at: datetime,
    reason: str = "",
    code: str = "",
) -> FaultDecision:
    """An inspector's word on one finding. Rejecting and changing need a reason.

    Refused where the finding waits for nobody's word, or for another's (`who_decides`). What is said on an
    appealed finding answers the appeal.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        fault = FoundFault.objects.select_for_update().get(pk=fault_id)
        appeal = Appeal.objects.filter(fault=fault).first()
        _refuse_unfit(fault, staff, decision, reason, code, appeal)
        waited = fault.state == "open"
        row = FaultDecision.objects.create(
            fault=fault,
            by=staff,
            at=recorded_at,
            decision=decision,
            was=fault.code,
            code=code if decision == "change" else "",
            reason=reason,
            on_appeal=appeal is not None,
        )
        if appeal is not None:
            appeal.decision = row
            appeal.save(update_fields=["decision"])
        _apply(writing, fault, row)
        # A finding of a person's own is never open: with nothing else to decide, who added it listens on until D.
        if waited and not fault.inspection.faults.filter(state="open").exists():
            _finish(writing, fault.inspection)
        return row


def _apply(writing: Writing, fault: FoundFault, row: FaultDecision) -> None:
    fault.state = STATES[row.decision]
    if row.decision == "change":
        fault.code, fault.severity = row.code, SEVERITY[row.code]
    fault.save(update_fields=["state", "code", "severity"])
    inspection = fault.inspection
    payload = {"fault": fault.pk, "code": fault.code, "decision": row.decision}
    writing.event(f"transcript:{inspection.transcript_id}", "FindingDecided", payload)
    writing.publish("inspection", inspection.pk)


def _finish(writing: Writing, inspection: Inspection) -> bool:
    """Whether the call became done by this; a later word on a call that is done changes neither who nor when."""
    if inspection.done_at is not None:
        return False
    inspection.done_at, inspection.done_by = writing.recorded_at, writing.staff
    inspection.save(update_fields=["done_at", "done_by"])
    return True


def close_inspection(*, inspection_id: int, staff: Staff, recorded_at: datetime) -> Inspection:
    """An inspector has listened and adds nothing: the call leaves the queue.

    Refused while a critical or major finding is undecided; minor ones may stay so.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        inspection = Inspection.objects.select_for_update().get(pk=inspection_id)
        undecided = undecided_grave(inspection).count()
        if undecided:
            what = _WHY["undecided"].format(n=undecided)
            raise Refused(Problem("fault_undecided", what, record=f"inspection {inspection_id}"))
        if _finish(writing, inspection):
            chain = f"transcript:{inspection.transcript_id}"
            writing.event(chain, "InspectionClosed", {"inspection": inspection.pk})
        return inspection


def add_fault(
    *,
    inspection_id: int,
    staff: Staff,
    code: str,
    turn: int,
    quote: str,
    reason: str,
    recorded_at: datetime,
    span: tuple[int, int],
) -> FoundFault:
    """A finding that the engine missed, added by an inspector; it counts as accepted, and finishes no call."""
    if code not in NAMES or not reason.strip():
        raise Refused(_unfit(f"inspection {inspection_id}", "code_or_reason"))
    with act(actor=staff, recorded_at=recorded_at) as writing:
        fault = FoundFault.objects.create(
            inspection_id=inspection_id,
            code=code,
            severity=SEVERITY[code],
            turn=turn,
            start=span[0],
            end=span[1],
            quote=quote,
            why_zh=reason[:300],
            why_en=reason[:300],
            rule="inspector",
            confidence_bp=10_000,
            source="person",
        )
        row = FaultDecision.objects.create(
            fault=fault, by=staff, at=recorded_at, decision="accept", was=code, reason=reason
        )
        _apply(writing, fault, row)
        return fault


def appeal_fault(*, fault_id: int, staff: Staff, words: str, recorded_at: datetime) -> Appeal:
    """The collector disagrees with an accepted finding on their own call; once a finding."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        fault = FoundFault.objects.select_for_update().get(pk=fault_id)
        own = fault.inspection.transcript.collector_id == staff.pk
        if not own or not appealable(fault) or not words.strip():
            raise Refused(_unfit(f"finding {fault_id}", "appeal"))
        appeal, new = Appeal.objects.get_or_create(
            fault=fault, defaults={"by": staff, "at": recorded_at, "words": words[:500]}
        )
        if new:
            chain = f"transcript:{fault.inspection.transcript_id}"
            writing.event(chain, "FindingAppealed", {"fault": fault.pk})
        return appeal


def acknowledge_fault(*, fault_id: int, staff: Staff, recorded_at: datetime) -> FoundFault:
    """The collector has seen an accepted finding on their own call; after an appeal, its answer, too."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        fault = FoundFault.objects.select_for_update().get(pk=fault_id)
        if fault.inspection.transcript.collector_id != staff.pk:
            raise Refused(_unfit(f"finding {fault_id}", "not_own"))
        if not seen(fault):
            fault.acknowledged_at = recorded_at
            fault.save(update_fields=["acknowledged_at"])
            chain = f"transcript:{fault.inspection.transcript_id}"
            writing.event(chain, "FindingAcknowledged", {"fault": fault.pk})
        return fault


def _refuse_unfit(
    fault: FoundFault,
    staff: Staff,
    decision: str,
    reason: str,
    code: str,
    appeal: Appeal | None,
) -> None:
    record = f"finding {fault.pk}"
    closed = closed_to(fault, staff, appeal)
    if closed is not None:
        raise Refused(closed)
    if decision not in STATES or (decision == "change" and code not in NAMES):
        raise Refused(_unfit(record, "decision"))
    if decision != "accept" and not reason.strip():
        raise Refused(_unfit(record, "reason"))


_WHY = {
    "decision": Text("只能判为成立、不成立，或改判为已知代码", "Accept, reject, or change to a known code"),
    "reason": Text("判为不成立或改判需要理由", "Rejecting or changing needs a reason"),
    "code_or_reason": Text("需要已知代码和理由", "A known code and a reason are needed"),
    "appeal": Text("只能就自己通话中已成立的问题申诉，并写明理由", "Appeal an accepted finding on your own call, with words"),
    "undecided": Text("还有 {n} 项严重或重大问题未裁定，裁定后才能完成", "Critical or major findings still undecided: {n}. Decide them before the call is done"),
    "not_own": Text("这不是你的通话", "This is not your call"),
}  # fmt: skip


def _unfit(record: str, why: str) -> Problem:
    return Problem(f"fault_{why}", _WHY[why], record=record)
