"""What a lender has put on file about itself, as a file: enough to ask the gate without a database.

A value that is not written stays unknown, and what is unknown is never allowed. The desk's own nightly
run asks with the facts of the live records instead (`FactsOf`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from shounuo.rules.facts import Facts
from shounuo.rules.proposed import (
    Address,
    Channel,
    Collector,
    CollectorKind,
    Content,
    Line,
    Proposed,
    Role,
)
from shounuo.rules.standing import Creditor, Customer, Debt, Location, PackChoice
from shounuo.strategy.days import date_of

SLOT_HOURS = (10, 10, 15, 19)  # when a case planned for any, morning, afternoon, evening is asked


@dataclass(frozen=True, slots=True)
class LenderStanding:
    """Per lender number, what is on file. Callable as `FactsOf`: candidates → facts."""

    as_of_day: int
    zone: str
    lenders: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)

    def __call__(self, rows: Sequence[Mapping[str, int]]) -> list[Facts]:
        moments = [self._moment(slot) for slot in range(len(SLOT_HOURS))]
        known = {
            n: _Lender.of(n, self.lenders.get(n, {}), self.zone)
            for n in {r["lender_id"] for r in rows}
        }
        return [known[row["lender_id"]].facts(row, moments[row["slot"]]) for row in rows]

    def alike(self, row: Mapping[str, int]) -> tuple[int, int, int]:
        """All that the facts of a candidate rest on, besides its own numbers."""
        return row["lender_id"], row["slot"], row["expected_seconds"]

    def _moment(self, slot: int) -> datetime:
        return datetime.combine(
            date_of(self.as_of_day), time(SLOT_HOURS[slot]), ZoneInfo(self.zone)
        )


@dataclass(frozen=True, slots=True)
class _Lender:
    """What all candidates of one lender share, built once."""

    told: Mapping[str, Any]
    creditor: Creditor
    collector: Collector
    line: Line
    content: Content
    locations: tuple[Location, ...]
    other_parties: tuple[str, ...] | None

    @classmethod
    def of(cls, number: int, told: Mapping[str, Any], zone: str) -> _Lender:
        kind = CollectorKind(told["collector"]) if "collector" in told else None
        parties = told.get("other_parties")
        return cls(
            told,
            _creditor(told, number),
            Collector(kind, str(told.get("organisation", ""))),
            Line("floor", approved=told.get("line_approved"), private=told.get("line_private")),
            Content(names_institution=told.get("names_institution")),
            (Location(zone, country=told.get("country")),),
            None if parties is None else tuple(parties),
        )

    def facts(self, row: Mapping[str, int], when: datetime) -> Facts:
        person, debt = str(row["person_id"]), str(row["account_id"])
        number = Address(person + "/1", source=self.told.get("number_source"))
        proposed = Proposed(
            when,
            Channel.CALL,
            person,
            Role.CUSTOMER,
            self.collector,
            (debt,),
            address=number,
            line=self.line,
            content=self.content,
            expected_duration=timedelta(seconds=row["expected_seconds"]),
            recording_works=self.told.get("recording_works"),
            first_contact=False,
        )
        told = self.told
        return Facts(
            proposed,
            self.creditor,
            Customer(person, self.locations, (number,), adult=told.get("adults")),
            (Debt(debt, told.get("debt_kind"), told.get("product"), settled=False, plan="none"),),
            other_parties=self.other_parties,
        )


def _creditor(told: Mapping[str, Any], lender_id: int) -> Creditor:
    return Creditor(
        str(told.get("id", lender_id)),
        told.get("country"),
        told.get("kind"),
        None if told.get("agencies") is None else frozenset(told["agencies"]),
        tuple(PackChoice(name) for name in told.get("packs", ())),
    )


def read_standing(path: Path | None, as_of_day: int) -> LenderStanding:
    """`path`: YAML with `zone` and `lenders: {number: {…}}`; without it nothing is known."""
    data = yaml.safe_load(path.read_text(encoding="utf-8")) if path else {}
    lenders = {int(k): dict(v) for k, v in (data.get("lenders") or {}).items()}
    return LenderStanding(as_of_day, str(data.get("zone", "Asia/Shanghai")), lenders)
