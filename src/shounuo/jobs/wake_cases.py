"""Cases whose time has come return to the queue."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions import wake_cases as action

NAME = "wake_cases"
EVERY_SECONDS = 30
BATCH = 500


def run(as_of: datetime) -> int:
    """Wakes every case due at `as_of`, in batches; returns how many."""
    woken = 0
    while found := action.wake_cases(recorded_at=as_of, limit=BATCH):
        woken += found
    return woken
