"""A held case stays held while its page is open, and goes back soon after it is closed."""

from __future__ import annotations

from datetime import datetime, timedelta

from shounuo.records.models import Case, Staff

CLOSING = timedelta(seconds=30)  # long enough for a page to load again, no longer


def keep_lease(*, case_id: int, staff: Staff, recorded_at: datetime) -> bool:
    """Another full lease for whoever holds the case; False when somebody else does, or nobody."""
    minutes = staff.team.lease_minutes if staff.team else 20
    return _until(case_id, staff, recorded_at + timedelta(minutes=minutes))


def let_lease_end(*, case_id: int, staff: Staff, recorded_at: datetime) -> bool:
    """The page was closed: unless it opens again at once, the case goes back."""
    return _until(case_id, staff, recorded_at + CLOSING)


def _until(case_id: int, staff: Staff, moment: datetime) -> bool:
    held = Case.objects.filter(pk=case_id, holder=staff, state="claimed")
    return held.update(lease_until=moment) == 1
