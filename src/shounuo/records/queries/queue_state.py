"""Why there is, or is not, a next case for a collector."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min, Q

from shounuo.records.models import Case, Staff


@dataclass(frozen=True, slots=True)
class QueueState:
    """`open`: cases that may be drawn now. `blocked`: put aside by the gate; the first opens at `opens_at`.

    `waiting`: cases with a day to come back, the first at `returns_at`.
    """

    open: int
    blocked: int
    waiting: int
    opens_at: datetime | None
    returns_at: datetime | None


def queue_state(staff: Staff, at: datetime) -> QueueState:
    """The team's queue as this collector may draw from it."""
    mine = Case.objects.filter(Q(owner=None) | Q(owner=staff), team=staff.team)
    queued = mine.filter(state="queued")
    blocked = queued.filter(blocked_until__gt=at)
    waiting = mine.filter(state="waiting")
    return QueueState(
        open=queued.exclude(blocked_until__gt=at).count(),
        blocked=blocked.count(),
        waiting=waiting.count(),
        opens_at=blocked.aggregate(first=Min("blocked_until"))["first"],
        returns_at=waiting.aggregate(first=Min("return_at"))["first"],
    )
