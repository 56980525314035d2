"""What was agreed on the call, before anyone knows whether it will be kept (P14, P15, P24)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Basis(StrEnum):
    """Which figure the promise answers."""

    DUE = "due"
    PD = "pd"
    PART = "part"
    PLAN = "plan"


class EndKind(StrEnum):
    """Why a promise stopped without a verdict on the money."""

    CANCELLED = "cancelled"  # withdrawn or replaced, before it was due
    VOID = "void"  # never was one: wrong person, entered twice


@dataclass(frozen=True, slots=True)
class Part:
    """One dated amount, in minor units. A plain promise has exactly one."""

    due_by: date
    minor: int


@dataclass(frozen=True, slots=True)
class Ending:
    """A cancellation or voiding, with when it took effect and when it was recorded."""

    kind: EndKind
    effective_at: datetime
    recorded_at: datetime
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """One recorded promise. Amounts are integer minor units of `currency`.

    `accounts` empty means any account of this customer in that currency.
    `asked_minor`, `stated_minor` and the recorded parts stay apart; see `recorded_amount`.
    """

    id: str
    currency: str
    parts: tuple[Part, ...]
    made_at: datetime
    recorded_at: datetime
    basis: Basis = Basis.PART
    accounts: tuple[str, ...] = ()
    asked_minor: int | None = None
    stated_minor: int | None = None
    grace_days: int = 0
    method: str = ""
    explicit: bool = True
    lender_name_confirmed: bool = False
    late_reason: str = ""
    call_id: str = ""
    taken_by: str = ""
    ending: Ending | None = None

    def __post_init__(self) -> None:
        if not self.parts or any(part.minor <= 0 for part in self.parts):
            raise ValueError(f"promise {self.id}: every part needs an amount above zero")
        if self.made_at.tzinfo is None or self.recorded_at.tzinfo is None:
            raise ValueError(f"promise {self.id}: times need a zone")
        if list(self.parts) != sorted(self.parts, key=lambda part: part.due_by):
            raise ValueError(f"promise {self.id}: parts in order of their days")

    @property
    def recorded_minor(self) -> int:
        return sum(part.minor for part in self.parts)

    @property
    def due_by(self) -> date:
        return self.parts[-1].due_by


def recorded_amount(needed_minor: int, asked_minor: int, stated_minor: int | None) -> int:
    """The amount to write down, in minor units.

    A rounded ask is only a way of speaking: it never raises the record. What the customer names does,
    both ways: they may name the round figure, or less than was needed (P24, 报金额 ≠ 下金额).
    """
    if stated_minor is not None:
        return stated_minor
    return min(needed_minor, asked_minor)
