"""Rows of a lender's portfolio as they are handed over, parsed, and what became of a batch of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class PointRow:
    """A way to reach somebody, as a file tells it."""

    value: str
    kind: str = "phone"
    role: str = "customer"
    relation: str = ""
    person: str = ""
    place: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PastFigures:
    """What a row tells of an earlier day, which was derived and not told."""

    as_of: date
    figures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account of one file, parsed. `figures` holds the columns of `models.account.Figures`."""

    row_no: int
    customer_ref: str
    account_ref: str
    as_of: date
    currency: str
    figures: Mapping[str, Any]
    name: str = ""
    id_no: str = ""
    title: str = ""
    zone: str = ""
    place: str = ""
    language: str = ""
    product: str = "credit_card"
    debt_kind: str = "consumer"
    opened_on: date | None = None
    tail: str = ""
    times_in_collection: int | None = None
    worst_bucket: str = ""
    points: Sequence[PointRow] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    invented: Sequence[str] = ()
    history: Sequence[PastFigures] = ()


@dataclass
class Taken:
    """What a batch did. Rows are named by their number in the file. `erased`: rows of people whose data
    was erased, left out whole. `of_another`: rows whose account is another customer's here."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0
    erased: int = 0
    conflicts: list[tuple[AccountRow, dict[str, Any]]] = field(default_factory=list)
    of_another: list[AccountRow] = field(default_factory=list)
    cases_opened: int = 0
    cases_closed: int = 0
    settled: int = 0

    @property
    def changed(self) -> int:
        return self.new + self.updated + self.older
