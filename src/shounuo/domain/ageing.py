"""Days past due and buckets.

A bucket M1 … M7+ is a band of days past due; M0 is nothing overdue. Days count from the due date, in
calendar days, also when grace days (容时) apply: grace only delays the moment from which they count at all.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

DEFAULT_LIMITS = (0, 30, 60, 90, 120, 150, 180)


@dataclass(frozen=True, slots=True)
class BucketLimits:
    """The last day of M0, M1, … in days past due; what lies beyond the last limit is the open end."""

    upper: tuple[int, ...] = DEFAULT_LIMITS

    def __post_init__(self) -> None:
        if not self.upper or list(self.upper) != sorted(set(self.upper)) or self.upper[0] < 0:
            raise ValueError(f"bucket limits rise from M0's: {self.upper}")

    def bucket(self, days_past_due: int) -> int:
        """0 for M0, 1 for M1 … len(limits) for the open end."""
        return bisect_left(self.upper, days_past_due)

    def name(self, bucket: int) -> str:
        return f"M{len(self.upper)}+" if bucket >= len(self.upper) else f"M{bucket}"


def days_past_due(oldest_unpaid: date | None, as_of: date, grace_days: int = 0) -> int:
    """Calendar days since the oldest unpaid due date; 0 while inside the lender's grace days."""
    if oldest_unpaid is None or as_of <= oldest_unpaid + timedelta(days=grace_days):
        return 0
    return (as_of - oldest_unpaid).days
