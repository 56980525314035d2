"""A collector's own calls that an inspector has been through: what stands of each."""

from __future__ import annotations

from datetime import datetime, timedelta

from shounuo.records.models import Inspection, Staff
from shounuo.records.queries.call_clock import READ_BESIDE

DAYS = 30
MOST = 60


def own_calls(staff: Staff, as_of: datetime) -> list[Inspection]:
    """Of the last `DAYS` days, the newest call first, at most `MOST`.

    Of a call read more than once the reading gone through last counts, as it does for the mean score.
    """
    rows = Inspection.objects.filter(
        transcript__collector=staff, transcript__called_at__gte=as_of - timedelta(days=DAYS)
    ).exclude(done_at=None)
    told = rows.select_related("transcript", *READ_BESIDE).prefetch_related(
        "faults", "step_decisions"
    )
    newest = {row.transcript_id: row for row in told.order_by("done_at", "pk")}
    return sorted(newest.values(), key=lambda row: row.transcript.called_at, reverse=True)[:MOST]
