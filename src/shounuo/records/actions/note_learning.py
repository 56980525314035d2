"""What a training of the estimates came to is written down, whether it replaced the model or not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Event, Lender
from shounuo.records.queries.learning import chain_of

REPLACED, STAYED, FAILED = "EstimatesReplaced", "EstimatesStayed", "EstimatesNotLearned"


def note_learning(
    *,
    lender: Lender,
    kind: str,
    through: date,
    figures: Mapping[str, Any],
    actor: Actor,
    recorded_at: datetime,
) -> Event:
    """`kind`: one of this module's three. `through`: the last day taught on. `figures`: origin by part."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        payload = {"through": through.isoformat(), **figures}
        writing.event(chain_of(lender), kind, payload)
    return Event.objects.filter(chain=chain_of(lender)).latest("seq")
