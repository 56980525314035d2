"""The gate's answers of a night, laid by until it is published: tens of thousands are too much to hold.

The file they lie in has no name and is gone with the process: nothing of them is left beside the records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO, Any

from shounuo.records.models import GateDecision
from shounuo.records.queries.gate import Reach

VERSION_LENGTH = 80  # shortened where three packs were asked; the verdict has it whole


def _no_name() -> IO[str]:
    return TemporaryFile("w+", encoding="utf-8")


@dataclass(slots=True)
class NightAnswers:
    """Parts in the order they were asked; each is read back whole."""

    _file: IO[str] = field(default_factory=_no_name)
    _starts: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self._starts)

    def close(self) -> None:
        """Nothing of it is left."""
        self._file.close()

    def lay_by(self, asked: Iterable[tuple[int, Reach, datetime]]) -> None:
        """One part: customer, answer, and the moment it was asked about."""
        self._file.seek(0, 2)
        self._starts.append(self._file.tell())
        self._file.write(json.dumps([_told(*one) for one in asked]) + "\n")

    def part(self, number: int, recorded_at: datetime) -> Sequence[GateDecision]:
        """The rows to be kept: allowed and blocked alike, with the hour each was asked about."""
        self._file.seek(self._starts[number])
        return [_decision(told, recorded_at) for told in json.loads(self._file.readline())]


def _told(customer: int, reach: Reach, moment: datetime) -> dict[str, Any]:
    opens = reach.earliest_next
    return {
        "customer_id": customer,
        "point_id": reach.point_id,
        "case_id": reach.case_id,
        "channel": reach.channel,
        "outcome": reach.outcome,
        "rules": reach.rules,
        "verdict": reach.as_json() | {"asked_about": moment.isoformat()},
        "earliest_next": opens.isoformat() if opens else None,
        "pack_version": reach.pack_version[:VERSION_LENGTH],
    }


def _decision(told: Mapping[str, Any], at: datetime) -> GateDecision:
    opens = told["earliest_next"]
    return GateDecision(
        **{k: v for k, v in told.items() if k != "earliest_next"},
        earliest_next=datetime.fromisoformat(opens) if opens else None,
        asked_by="nightly",
        at=at,
    )
