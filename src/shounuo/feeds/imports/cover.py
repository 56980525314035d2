"""A payment file covers its days only once nothing of it waits: the row in the pool may be the payment
that keeps a promise. What its run could not declare is declared when the last row is mended or dropped.
"""

from __future__ import annotations

from shounuo.feeds.imports.order import Now
from shounuo.records.actions._act import Actor
from shounuo.records.actions.take_payments import declare_coverage, settle_waiting
from shounuo.records.models import ImportRun, PaymentCoverage


def cover_when_whole(run: ImportRun, actor: Actor, now: Now) -> bool:
    """Whether the run's file covers now because of this call. One of its rows was just decided.

    A row that an earlier run of the same file holds is not seen from here; such a run never covers by
    itself, the file has to come again.
    """
    if not _may_cover(run) or PaymentCoverage.objects.filter(import_run=run).exists():
        return False
    assert run.covers_through is not None
    declare_coverage(
        lender=run.lender,
        source=str(run.counts["source"]),
        covers_through=run.covers_through,
        actor=actor,
        recorded_at=now(),
        run=run,
    )
    settle_waiting(lender=run.lender, actor=actor, recorded_at=now())
    return True


def _may_cover(run: ImportRun) -> bool:
    """Its run ended well, its totals were right, and every row that waited in it is decided."""
    if run.kind != "payments" or run.state != "done" or run.covers_through is None:
        return False
    held = run.waiting.count()
    whole = not run.problems and held > 0 and run.counts.get("waits") == held
    return whole and not run.waiting.filter(state="waiting").exists()
