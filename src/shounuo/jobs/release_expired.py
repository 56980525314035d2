"""Cases whose lease ran out go back, unless a contact is still open on them."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions import release_case

NAME = "release_expired"
EVERY_SECONDS = 15


def run(as_of: datetime) -> int:
    """Returns how many went back."""
    return release_case.release_expired(recorded_at=as_of)
