"""A collector's own day in three figures: calls, promises taken, promises kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from shounuo.records.models import Contact, Promise, PromiseVerdict, Staff
from shounuo.records.queries.inbox import due_count


@dataclass(frozen=True, slots=True)
class DayFigures:
    """`promises`: explicit ones taken today. `kept`: own promises whose keeping was found today."""

    calls: int
    promises: int
    kept: int
    due: int


def day_figures(staff: Staff, at: datetime) -> DayFigures:
    """Counts since midnight of the team's lender (else of UTC)."""
    zone = ZoneInfo(staff.team.lender.zone if staff.team else "UTC")
    start = datetime.combine(at.astimezone(zone).date(), time(), zone)
    calls = Contact.objects.filter(actor=staff, channel="call", opened_at__gte=start)
    taken = Promise.objects.filter(taken_by=staff, made_at__gte=start, implied=False)
    kept = PromiseVerdict.objects.filter(
        promise__taken_by=staff, promise__state="kept", state="kept", decided_at__gte=start
    )
    return DayFigures(
        calls=calls.count(),
        promises=taken.filter(voided_at=None).count(),
        kept=kept.values("promise").distinct().count(),
        due=due_count(staff, at),
    )
