"""A call that was followed live has ended: its turns become a transcript like any other and go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shounuo.records.actions._act import Actor, act
from shounuo.records.actions.take_transcript import take_transcript
from shounuo.records.models import LiveTurn, Transcript


def close_live_call(
    *, contact_id: int, body: Mapping[str, Any], actor: Actor, recorded_at: datetime
) -> Transcript:
    """`body`: the call in the house form, made from exactly these turns. Both happen or neither."""
    with act(actor=actor, recorded_at=recorded_at):
        kept = take_transcript(body=body, source="live", actor=actor, recorded_at=recorded_at)
        LiveTurn.objects.filter(contact_id=contact_id).delete()
        return kept
