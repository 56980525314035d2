"""What the engine found in a call, kept with the versions it was found by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shounuo.inspection.urgency import urgency
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import FollowUp, FoundFault, Inspection, Transcript

OF_A_TASK = ("duty", "duty_en", "turn", "law", "to")


def store_inspection(
    *, transcript_id: int, told: Mapping[str, Any], actor: Actor, recorded_at: datetime
) -> Inspection:
    """Stores a report (`inspection.as_json`); the same engine and card on the same call store one.

    Requests the customer made become tasks in the team's inbox, also when the collector missed them.
    """
    score = told["score"]
    with act(actor=actor, recorded_at=recorded_at) as writing:
        transcript = Transcript.objects.select_for_update().get(pk=transcript_id)
        inspection, new = Inspection.objects.get_or_create(
            transcript=transcript,
            engine=told["engine"],
            card=score["card"],
            defaults=_columns(transcript, told, recorded_at),
        )
        if not new:
            return inspection
        FoundFault.objects.bulk_create(new_fault(inspection, row) for row in told["findings"])
        _tasks(transcript, told, recorded_at)
        payload = {
            "transcript": transcript.pk,
            "engine": inspection.engine,
            "card": inspection.card,
            "points": inspection.points,
            "codes": sorted(row["code"] for row in told["findings"]),
        }
        contact = transcript.contact
        chain = f"case:{contact.case_id}" if contact else f"transcript:{transcript.pk}"
        writing.event(chain, "CallInspected", payload)
        writing.publish("inspection", inspection.pk)
        return inspection


def _columns(transcript: Transcript, told: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    score = told["score"]
    return {
        "at": at,
        "points": score["points"],
        "failed": score["failed"],
        "disposition": told["disposition"] or "",
        "promise": told["promise"],
        "steps": told["steps"],
        "measures": told["measures"],
        "deductions": score["deductions"],
        "summary_zh": told["summary"][:400],
        "summary_en": told["summary_en"][:400],
        "urgency": urgency(
            ((row["severity"], float(row["confidence"])) for row in told["findings"]),
            transcript.seconds,
        ),
    }


def new_fault(inspection: Inspection, row: Mapping[str, Any]) -> FoundFault:
    return FoundFault(
        inspection=inspection,
        code=row["code"],
        severity=row["severity"],
        turn=row["turn"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        why_zh=row["why"][:300],
        why_en=row["why_en"][:300],
        rule=row["rule"],
        citation=row["citation"][:200],
        confidence_bp=round(float(row["confidence"]) * 10_000),
    )


def _tasks(transcript: Transcript, told: Mapping[str, Any], at: datetime) -> None:
    contact = transcript.contact
    if contact is None:
        return
    for task in told["tasks"]:
        FollowUp.objects.get_or_create(
            case_id=contact.case_id,
            kind=f"heard_{task['kind']}",
            contact=contact,
            done_at=None,
            defaults={
                "team_id": contact.case.team_id,
                "due_at": at,
                "created_at": at,
                "details": {
                    # Whose law the clauses were chosen by: that of the call, which need not be the lender's.
                    "place": told["jurisdiction"],
                    **{name: task[name] for name in OF_A_TASK if task[name] != ""},
                },
            },
        )
