"""What was heard in a sentence: amounts, dates, lender names, and numbers that are none of these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Qualifier = Literal["on", "by", "after", "within", "around"]
NumberKind = Literal[
    "card_tail",
    "phone",
    "days",
    "instalments",
    "percent",
    "time",
    "year",
    "ordinal",
    "count",
    "digits",
]


@dataclass(frozen=True, slots=True)
class Span:
    """Where in the sentence as given: `text == sentence[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class HeardAmount:
    """`minor` units of `currency`. `high_minor` > `minor` for a range (七八千).

    `approximate`: said loosely (一万四千多). `vague`: so loosely that `minor` is only the scale
    (千把块). `confidence` 0-1 is a house scale: 1 a unit was said, below 0.7 only the context speaks.
    """

    span: Span
    minor: int
    currency: str
    high_minor: int
    approximate: bool
    vague: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class HeardDate:
    """`day` is None when the words do not name one (发工资那天); `until` ends a stretch (这周末)."""

    span: Span
    day: date | None
    until: date | None
    qualifier: Qualifier
    approximate: bool
    confidence: float

    @property
    def resolved(self) -> bool:
        return self.day is not None


@dataclass(frozen=True, slots=True)
class HeardLender:
    """`name` is the registered name when it is in the list given, else the words themselves."""

    span: Span
    name: str
    how: Literal["exact", "short", "sound_alike", "pattern"]
    confidence: float


@dataclass(frozen=True, slots=True)
class HeardNumber:
    """A number that is no amount of money, so that nobody takes it for one."""

    span: Span
    kind: NumberKind
    value: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything in order of appearance."""

    amounts: tuple[HeardAmount, ...] = ()
    dates: tuple[HeardDate, ...] = ()
    lenders: tuple[HeardLender, ...] = ()
    numbers: tuple[HeardNumber, ...] = ()
