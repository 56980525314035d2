"""Cases whose page was closed or forgotten go back; waiting ones whose time has come are queued."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions.release_case import release_expired
from shounuo.records.actions.wake_cases import wake_cases

NAME = "release_expired_leases"
EVERY_SECONDS = 10


def run(as_of: datetime) -> None:
    """Releases every lease that ran out by `as_of`, unless a contact is open on it."""
    release_expired(recorded_at=as_of)
    wake_cases(recorded_at=as_of)
