"""Every answer of the gate is written down, allowed and blocked alike."""

from __future__ import annotations

from shounuo.records.actions._act import Writing
from shounuo.records.models import Case, Contact, GateDecision
from shounuo.records.queries.gate import Reach

VERSION_LENGTH = 80


def log_decision(
    writing: Writing,
    case: Case,
    reach: Reach,
    *,
    asked_by: str,
    contact: Contact | None = None,
) -> GateDecision:
    """Stores the verdict; a block is an event of the case too."""
    decision = GateDecision.objects.create(
        customer_id=case.customer_id,
        point_id=reach.point_id,
        case=case,
        actor=writing.staff,
        contact=contact,
        channel=reach.channel,
        asked_by=asked_by,
        at=writing.recorded_at,
        outcome=reach.outcome,
        rules=reach.rules,
        verdict=reach.as_json(),
        earliest_next=reach.earliest_next,
        # Shortened where three packs were asked; the verdict beside it has it whole.
        pack_version=reach.pack_version[:VERSION_LENGTH],
    )
    if not reach.allowed:
        payload = {"channel": reach.channel, "asked_by": asked_by, "verdict": reach.as_json()}
        writing.event(f"case:{case.pk}", "ContactBlocked", payload)
    return decision
