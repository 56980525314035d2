"""Lines from the lender's payment files, told apart as cash, credit and reversal.

Transaction time decides timeliness. A payment is known from the later of its posting and our recording
of it: a line dated into the future waits, a line delivered late was not known before it came.
A line with a date and no clock time is read in the customer's favour on both sides: it is not before a
promise made the same day, and it is in time on the last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo


class EntryKind(StrEnum):
    PAYMENT = "payment"
    REVERSAL = "reversal"  # the lender took the booking back
    BOUNCE = "bounce"  # the payer's bank did
    REFUND = "refund"  # a merchant's, not the customer's money
    WAIVER = "waiver"  # 减免
    CONVERSION = "conversion"  # 转分期: the debt changed shape
    ADJUSTMENT = "adjustment"


REVERSING = frozenset({EntryKind.REVERSAL, EntryKind.BOUNCE})
CREDITS = frozenset(
    {EntryKind.REFUND, EntryKind.WAIVER, EntryKind.CONVERSION, EntryKind.ADJUSTMENT}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `minor` is above zero; the kind says the direction.

    `account` empty: the lender booked it to the customer, any card. `paid_at` is set when the file
    carries a clock time, and then decides within the day. `reverses` is the id of the payment undone;
    empty when the lender does not say. `payer` empty means the customer.
    """

    id: str
    currency: str
    minor: int
    paid_on: date
    recorded_at: datetime
    account: str = ""
    kind: EntryKind = EntryKind.PAYMENT
    paid_at: datetime | None = None
    posted_at: datetime | date | None = None
    payer: str = ""
    source: str = ""
    reverses: str = ""

    def __post_init__(self) -> None:
        if self.minor <= 0:
            raise ValueError(f"entry {self.id}: the amount is above zero, the kind says which way")

    def known_at(self, zone: ZoneInfo) -> datetime:
        """When the house may use this line: recorded, posted, and not in the future."""
        moments = [self.recorded_at, self.paid_at or _moment(self.paid_on, zone)]
        if self.posted_at is not None:
            moments.append(_moment(self.posted_at, zone))
        return max(moments)

    def day(self, zone: ZoneInfo) -> date:
        """The civil day of the transaction at the lender."""
        return self.paid_at.astimezone(zone).date() if self.paid_at else self.paid_on


def _moment(value: datetime | date, zone: ZoneInfo) -> datetime:
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time(), zone)
