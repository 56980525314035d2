"""What a reviewer proposed beside the engine: kept as its own, open until an inspector decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from shounuo.records.actions._act import Actor, act
from shounuo.records.actions.store_inspection import new_fault
from shounuo.records.models import Inspection

PROPOSED = (
    "proposed"  # in an inspection's measures: how many, None when the reviewer did not answer
)


def store_proposals(
    *,
    inspection_id: int,
    model: str,
    found: Iterable[Mapping[str, Any]] | None,
    actor: Actor,
    recorded_at: datetime,
) -> int:
    """Adds the proposals that the engine has not found itself (same code, same turn). `None`: no answer.

    Neither the score nor the order of the queue moves.
    """
    with act(actor=actor, recorded_at=recorded_at) as writing:
        row = (
            Inspection.objects.select_for_update()
            .select_related("transcript")
            .get(pk=inspection_id)
        )
        known = set(row.faults.values_list("code", "turn"))
        fresh = [one for one in found or () if (one["code"], one["turn"]) not in known]
        faults = [new_fault(row, one) for one in fresh]
        for fault in faults:
            fault.source = "model"
        row.faults.bulk_create(faults)
        row.measures |= {PROPOSED: None if found is None else len(faults)}
        row.save(update_fields=["measures"])
        contact = row.transcript.contact
        chain = f"case:{contact.case_id}" if contact else f"transcript:{row.transcript_id}"
        payload = {"inspection": row.pk, "model": model, "proposed": row.measures[PROPOSED]}
        writing.event(chain, "CallReviewed", payload)
        writing.publish("inspection", row.pk)
        return len(faults)
