"""How long the tables of past nights are kept: `SHOUNUO_NIGHTS_KEPT_DAYS`."""

from __future__ import annotations

import os

from django.core.exceptions import ImproperlyConfigured

DEFAULT_DAYS = 120
LEAST_DAYS = 31  # the roll-rate matrix looks a month back


def kept_days() -> int:
    """Raises `ImproperlyConfigured` for what is no number of days, or too few for the pages."""
    told = os.environ.get("SHOUNUO_NIGHTS_KEPT_DAYS", str(DEFAULT_DAYS))
    if not told.isdecimal() or int(told) < LEAST_DAYS:
        raise ImproperlyConfigured(
            f"SHOUNUO_NIGHTS_KEPT_DAYS={told!r}: give a number of days, {LEAST_DAYS} or more"
        )
    return int(told)
