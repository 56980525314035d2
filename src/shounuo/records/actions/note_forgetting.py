"""That the tables of past nights were deleted is written down, before they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Lender


def note_forgetting(
    *,
    lender: Lender,
    before: date,
    folders: Sequence[str],
    kept_days: int,
    actor: Actor,
    recorded_at: datetime,
) -> None:
    """`folders`: the nights whose features and decided cases go; all of days before `before`."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        payload = {
            "before": before.isoformat(),
            "nights": sorted(folders),
            "kept_days": kept_days,
        }
        writing.event(f"night:{lender.pk}", "NightTablesForgotten", payload)
