"""Yesterday is sealed once midnight has passed at the house, today never before it is over."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from shounuo.kernel.civil import civil_day
from shounuo.records.actions import seal_day as action

NAME = "seal_day"
EVERY_SECONDS = 10 * 60


def run(as_of: datetime) -> str:
    """Seals the day before `as_of` in the house's own zone; a day already sealed stays as it is."""
    day = civil_day(as_of, ZoneInfo(settings.TIME_ZONE)) - timedelta(days=1)
    return action.seal_day(day=day, recorded_at=as_of).root
