"""Features and decided cases of old nights are deleted; what a night published and why stays.

Kept of every night: its run with reasons and the gate's answers in the records, and in its folder the queue,
the refusals, the strategies and the summary, so that the digest in the ledger can be worked out again. The
tables that go name nobody: account and customer by number, counters and cents.
"""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from shounuo.jobs.nightly import home_of
from shounuo.records.actions.note_forgetting import note_forgetting
from shounuo.records.models import Lender, NightRun
from shounuo.settings.nights import kept_days
from shounuo.strategy.nights import Nights

NAME = "forget_nights"
EVERY_SECONDS = 6 * 60 * 60
TABLES = ("features", "cases")


def run(as_of: datetime) -> int:
    """Returns how many nights were thinned out."""
    return sum(
        forget_nights(lender, as_of, kept_days()) for lender in Lender.objects.order_by("pk")
    )


def forget_nights(lender: Lender, as_of: datetime, days: int) -> int:
    """Those of days more than `days` before; never the night in force, and none while one is at work."""
    if NightRun.objects.filter(lender=lender, state="running").exists():
        return 0
    before = as_of.astimezone(ZoneInfo(lender.zone)).date() - timedelta(days=days)
    old = _old(home_of(lender), before)
    if old:
        note_forgetting(
            lender=lender,
            before=before,
            folders=[path.name for path in old],
            kept_days=days,
            actor=NAME,
            recorded_at=as_of,
        )
    for path in old:
        for table in TABLES:
            shutil.rmtree(path / table, ignore_errors=True)
    return len(old)


def _old(home: Path, before: date) -> list[Path]:
    in_force = Nights(home).current_folder()
    return [
        path
        for path in sorted(home.glob("????-??-??-*"))
        if path.name[:10] < before.isoformat()
        and path != in_force
        and any((path / table).exists() for table in TABLES)
    ]
