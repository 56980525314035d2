"""Cases leave the house as a table: who took which ones, and why, is an event. Names are masked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shounuo.access.masking import mask_name
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.models import Case, Staff

COLUMNS = (
    *("case", "lender", "team", "state", "bucket", "days_past_due"),
    *("currency", "due_minor", "past_due_minor", "opened_on", "closed_on", "closed_reason", "name"),
)
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """Rows under `COLUMNS`; `digest` of them stands in the event."""

    rows: Sequence[Row]
    digest: str


def export_cases(
    *, lender_id: int, state: str, reason: str, staff: Staff, recorded_at: datetime
) -> Export:
    """All cases of a lender, or those in one state. Raises `Refused` without a reason."""
    if not reason.strip():
        raise Refused(_unreasoned())
    with act(actor=staff, recorded_at=recorded_at) as writing:
        cases = Case.objects.filter(lender=lender_id).select_related("lender", "team", "customer")
        chosen = cases.filter(state=state) if state else cases
        rows = [_row(case) for case in chosen.order_by("pk").iterator(chunk_size=2_000)]
        digest = hashlib.sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()
        payload = {
            "lender": lender_id, "state": state, "cases": len(rows), "sha256": digest, "reason": reason.strip(),
        }  # fmt: skip
        writing.event(f"staff:{staff.pk}", "CasesExported", payload)
        return Export(rows, digest)


def _row(case: Case) -> Row:
    return (
        str(case.pk),
        case.lender.code,
        case.team.code if case.team else "",
        case.state,
        case.bucket,
        str(case.days_past_due),
        case.currency,
        str(case.due_cents),
        str(case.pd_cents),
        case.opened_at.date().isoformat(),
        case.closed_at.date().isoformat() if case.closed_at else "",
        case.closed_reason,
        mask_name(case.customer.name),
    )


def _unreasoned() -> Problem:
    return Problem(
        "no_reason",
        Text("导出必须写明原因", "An export needs a reason"),
        next_step=Text("写明用途和依据后再导出", "Say what it is for and on what ground"),
    )
