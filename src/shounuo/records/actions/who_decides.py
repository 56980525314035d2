"""Whose word a finding waits for, asked by the act and by the page alike.

Anybody's, as long as nobody has decided. Then it stands, for the collector as for other inspectors: whoever
decided may correct it until its collector has seen it, and somebody else decides it only on an appeal.
"""

from __future__ import annotations

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.records.models import Appeal, FoundFault, Staff


def closed_to(fault: FoundFault, staff: Staff, appeal: Appeal | None) -> Problem | None:
    """Why this inspector may not decide this finding now; None where they may. `appeal`: the finding's."""
    said = sorted(fault.decisions.all(), key=lambda row: (row.at, row.pk))
    if fault.state == "open" or not said:
        return None
    if appeal is not None and appeal.decision_id is None:
        decided = any(one.by_id == staff.pk for one in said)
        return _closed(fault, "second_inspector") if decided else None
    if said[-1].by_id != staff.pk:
        return _closed(fault, "anothers", name=said[-1].by.name)
    return _closed(fault, "seen") if fault.acknowledged_at is not None else None


_WHY = {
    "second_inspector": Text("这一条由你判定，申诉由另一位质检员裁定", "You decided this one: another inspector decides the appeal"),
    "anothers": Text("{name} 已判定这一条；催收员申诉后，才由另一位质检员再裁定", "{name} has decided this one: another inspector decides it again only once the collector appeals"),
    "seen": Text("催收员已知悉你的判定，不能再改；催收员申诉后，由另一位质检员裁定", "The collector has seen your decision, so it stands: only an appeal brings it to another inspector"),
}  # fmt: skip


def _closed(fault: FoundFault, why: str, **values: object) -> Problem:
    return Problem(f"fault_{why}", _WHY[why].format(**values), record=f"finding {fault.pk}")
