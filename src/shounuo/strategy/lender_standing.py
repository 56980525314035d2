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
from shounuo.strategy.manifest import date_of

SLOT_HOURS = (10, 10, 15, 19)  # when a case planned for any, morning, afternoon, evening is asked


@dataclass(frozen=True, slots=True)
class LenderStanding:
    """Per lender number, what is on file. Callable as `FactsOf`: candidates → facts."""

    as_of_day: int
    zone: str
    lenders: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)

    def __call__(self, rows: Sequence[Mapping[str, int]]) -> list[Facts]:
        moments = [self._moment(slot) for slot in range(len(SLOT_HOURS))]
        return [self._facts(row, moments[row["slot"]]) for row in rows]

    def _moment(self, slot: int) -> datetime:
        return datetime.combine(
            date_of(self.as_of_day), time(SLOT_HOURS[slot]), ZoneInfo(self.zone)
        )

    def _facts(self, row: Mapping[str, int], when: datetime) -> Facts:
        told = self.lenders.get(row["lender_id"], {})
        person, debt = str(row["person_id"]), str(row["account_id"])
        number = Address(f"{person}/1", source=told.get("number_source"))
        return Facts(
            _proposed(told, person, debt, when, number, row["expected_seconds"]),
            _creditor(told, row["lender_id"]),
            Customer(
                person,
                (Location(self.zone, country=told.get("country")),),
                (number,),
                adult=told.get("adults"),
            ),
            (Debt(debt, told.get("debt_kind"), told.get("product"), settled=False, plan="none"),),
            other_parties=_parties(told.get("other_parties")),
        )


def _parties(names: Any) -> tuple[str, ...] | None:
    return None if names is None else tuple(names)


def _proposed(
    told: Mapping[str, Any], person: str, debt: str, when: datetime, number: Address, seconds: int
) -> Proposed:
    kind = CollectorKind(told["collector"]) if "collector" in told else None
    return Proposed(
        when,
        Channel.CALL,
        person,
        Role.CUSTOMER,
        Collector(kind, str(told.get("organisation", ""))),
        (debt,),
        address=number,
        line=Line("floor", approved=told.get("line_approved"), private=told.get("line_private")),
        content=Content(names_institution=told.get("names_institution")),
        expected_duration=timedelta(seconds=seconds),
        recording_works=told.get("recording_works"),
        first_contact=False,
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
