"""Files that were uploaded and never imported do not lie about."""

from __future__ import annotations

from datetime import datetime

from shounuo.feeds.uploads import forget_old

NAME = "forget_uploads"
EVERY_SECONDS = 60 * 60


def run(as_of: datetime) -> int:
    """Returns how many were removed."""
    return forget_old(as_of)
