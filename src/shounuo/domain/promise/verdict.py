"""What became of a promise, with everything it was decided from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from shounuo.domain.promise import RULE_VERSION
from shounuo.domain.promise.coverage import AwaitedFile


class State(StrEnum):
    OPEN = "open"
    AWAITING_FILE = "awaiting_file"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    PARTLY_KEPT = "partly_kept"  # some, not all, by the last day
    BROKEN = "broken"  # nothing by the last day
    CANCELLED = "cancelled"
    VOID = "void"


DECIDED = frozenset({State.KEPT, State.KEPT_LATE, State.PARTLY_KEPT, State.BROKEN})
FAILED = frozenset({State.PARTLY_KEPT, State.BROKEN})
WAITING = frozenset({State.OPEN, State.AWAITING_FILE})


@dataclass(frozen=True, slots=True)
class Counted:
    """Minor units of one payment that serve one part of one promise."""

    payment_id: str
    minor: int
    paid_on: date
    in_time: bool
    account: str = ""
    payer: str = ""
    part: int = 0
    from_balance: bool = False


@dataclass(frozen=True, slots=True)
class PartVerdict:
    """One dated part. `last_day` is due day + grace; `counted` in the order of use."""

    due_by: date
    last_day: date
    promised_minor: int
    in_time_minor: int
    late_minor: int
    state: State


@dataclass(frozen=True, slots=True)
class Verdict:
    """The settlement of one promise. Equal verdicts say the same; `decided_at` is not compared.

    `cut_off` is the first instant after the last day, at the lender. `provisional` when money was read
    from a balance, or when a file still to come may turn late into in time.
    `credits_seen` are credits of those days that were not counted. Amounts in minor units.
    """

    promise_id: str
    state: State
    currency: str
    promised_minor: int
    in_time_minor: int
    late_minor: int
    payments: tuple[Counted, ...]
    parts: tuple[PartVerdict, ...]
    cut_off: datetime
    covered_through: date | None
    awaiting: tuple[AwaitedFile, ...] = ()
    credits_seen: tuple[str, ...] = ()
    provisional: bool = False
    calendar: str = ""
    rule_version: str = RULE_VERSION
    decided_at: datetime | None = field(default=None, compare=False)

    @property
    def counted_minor(self) -> int:
        return self.in_time_minor + self.late_minor

    @property
    def short_minor(self) -> int:
        """What is missing to the promised amount."""
        return max(0, self.promised_minor - self.counted_minor)

    @property
    def is_kept(self) -> bool:
        """Kept in time: the only state that is a KP."""
        return self.state is State.KEPT
