"""Automatic debit: what is arranged, what happened last, and whether one is under way.

A debit in flight keeps the case out of the queue: asking for money that is being taken is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class AutopayKind(StrEnum):
    NONE = "none"
    MINIMUM = "min"
    FULL = "full"


class DebitResult(StrEnum):
    PAID = "paid"
    INSUFFICIENT = "insufficient_funds"
    FAILED = "failed"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Autopay:
    kind: AutopayKind = AutopayKind.NONE
    last_result: DebitResult | None = None
    last_on: date | None = None
    next_attempt: date | None = None

    def is_in_flight(self, as_of: date, settles_days: int = 1) -> bool:
        """A debit is announced for today, or went out at most `settles_days` ago with no result yet."""
        if self.kind is AutopayKind.NONE:
            return False
        window = timedelta(days=settles_days)
        went_out = self.last_on if self.last_result is DebitResult.PENDING else None
        announced = self.next_attempt
        if announced is not None and self.last_on is not None and self.last_on >= announced:
            announced = None
        days = [day for day in (went_out, announced) if day is not None]
        return any(day <= as_of <= day + window for day in days)
