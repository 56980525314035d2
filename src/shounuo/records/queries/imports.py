"""Imports and the pool of waiting rows, for the page and the command line."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from shounuo.records.models import ImportRun, WaitingRow


def waiting_rows(lender: str = "", run_id: int | None = None) -> QuerySet[WaitingRow]:
    """What waits, newest file first, in the order of its rows."""
    rows = WaitingRow.objects.filter(state="waiting").select_related("import_run__lender")
    if lender:
        rows = rows.filter(import_run__lender__code=lender)
    if run_id is not None:
        rows = rows.filter(import_run=run_id)
    return rows.order_by("-import_run", "row_no", "pk")


def recent_runs(limit: int = 50) -> QuerySet[ImportRun]:
    """The newest imports, each with `waits`: how many of its rows still wait."""
    waits = Count("waiting", filter=Q(waiting__state="waiting"))
    runs = ImportRun.objects.select_related("lender", "actor").annotate(waits=waits)
    return runs.order_by("-started_at", "-pk")[:limit]
