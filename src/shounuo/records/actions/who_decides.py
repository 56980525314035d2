"""Whose word a finding waits for, asked by the act and by the page alike.

Anybody's, as long as nobody has decided or nobody can appeal: a finding that was rejected, or on a call of
no known collector, would otherwise stay wrong for good. One that may be appealed stands, for the collector as for
other inspectors: whoever decided may correct it until its collector has seen it, and somebody else decides it
only on the appeal. The answer to that is final; its inspector may correct it until the collector has seen it.
"""

from __future__ import annotations

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.records.models import Appeal, FoundFault, Staff
from shounuo.records.queries.standing import ACCEPTED


def closed_to(fault: FoundFault, staff: Staff, appeal: Appeal | None) -> Problem | None:
    """Why this inspector may not decide this finding now; None where they may. `appeal`: the finding's."""
    said = sorted(fault.decisions.all(), key=lambda row: (row.at, row.pk))
    if fault.state == "open" or not said:
        return None
    if appeal is not None and appeal.decision_id is None:
        decided = any(one.by_id == staff.pk for one in said)
        return _closed(fault, "second_inspector") if decided else None
    if appeal is None and not appealable(fault):
        return None
    if said[-1].by_id != staff.pk:
        return _closed(fault, "answered" if appeal else "anothers", name=said[-1].by.name)
    return _closed(fault, "answer_seen" if appeal else "seen") if seen(fault) else None


def appealable(fault: FoundFault) -> bool:
    """Whether somebody could appeal it, as far as it has not been appealed."""
    return fault.state in ACCEPTED and fault.inspection.transcript.collector_id is not None


def seen(fault: FoundFault) -> bool:
    """Whether its collector has seen the last word on it; having seen an earlier one is not enough."""
    told = max((row.at for row in fault.decisions.all()), default=None)
    return fault.acknowledged_at is not None and (told is None or fault.acknowledged_at >= told)


_WHY = {
    "second_inspector": Text("这一条由你判定，申诉由另一位质检员裁定", "You decided this one: another inspector decides the appeal"),
    "anothers": Text("{name} 已判定这一条；催收员申诉后，才由另一位质检员再裁定", "{name} has decided this one: another inspector decides it again only once the collector appeals"),
    "answered": Text("申诉已由 {name} 裁定，为最终结论", "The appeal was decided by {name}: it is final"),
    "answer_seen": Text("催收员已知悉你对申诉的裁定，为最终结论，不能再改", "The collector has seen your answer to the appeal: it is final"),
    "seen": Text("催收员已知悉你的判定，不能再改；催收员申诉后，由另一位质检员裁定", "The collector has seen your decision, so it stands: only an appeal brings it to another inspector"),
}  # fmt: skip


def _closed(fault: FoundFault, why: str, **values: object) -> Problem:
    return Problem(f"fault_{why}", _WHY[why].format(**values), record=f"finding {fault.pk}")
