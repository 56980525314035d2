"""From a finished night's folder to what the desk publishes: everybody's place, entries with reasons, answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq

from shounuo.records.actions.publish_queue import Placing
from shounuo.records.models import Lender, QueueEntry
from shounuo.records.queries.night_answers import NightAnswers
from shounuo.records.queries.night_folder import NightFolder, why
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.estimates import Estimates

Row = Mapping[str, Any]
_COPIED = (
    *("account_id", "arm", "slot", "expected_seconds", "value_cents", "value_per_hour_cents"),
    *("outcome", "position", "explored", "propensity_ppm", "rules", "earliest"),
)


def placing_of(
    lender: Lender,
    as_of: date,
    work: Path,
    summary: Mapping[str, Any],
    estimates: Estimates,
    answers: NightAnswers,
) -> Placing:
    """Reads the folder the night published, and writes what it hands on in parts to `work`. A person is called if any of their accounts is to be."""
    folder = NightFolder.open(Path(summary["folder"]), DuckEngine(work), work)
    places = folder.places()
    bands = folder.bands()
    return Placing(
        inputs=folder.path.name.rpartition("-")[2],
        queue_digest=folder.digest(),
        folder=folder.path.name,
        summary={k: v for k, v in summary.items() if k != "folder"},
        called=bands.get(0, 0) + bands.get(1, 0),
        aside=bands.get(2, 0),
        day_ends=datetime.combine(as_of + timedelta(days=1), time(), ZoneInfo(lender.zone)),
        places=_Places(places),
        entries=_Entries(folder.entries(), folder, estimates),
        asked=answers,
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Customers and their places, part by part, as the file has them in groups."""

    file: pq.ParquetFile

    def __len__(self) -> int:
        return int(self.file.num_row_groups)

    def part(self, number: int) -> tuple[Sequence[int], Sequence[int]]:
        rows = self.file.read_row_group(number, ["person_id", "place"])
        return rows["person_id"].to_pylist(), rows["place"].to_pylist()


@dataclass(frozen=True, slots=True)
class _Entries:
    """What is told of each account, with the reasons of the queued in words."""

    file: pq.ParquetFile
    folder: NightFolder
    estimates: Estimates

    def __len__(self) -> int:
        return int(self.file.num_row_groups)

    def part(self, number: int) -> Sequence[tuple[int, QueueEntry]]:
        rows = self.file.read_row_group(number).to_pylist()
        return [(row["person_id"], self._entry(row)) for row in rows]

    def _entry(self, row: Row) -> QueueEntry:
        queued = row["outcome"] == "queued"
        strategy = self.folder.strategies[row["arm"]]
        return QueueEntry(
            **{name: row[name] for name in _COPIED},
            team_id=row["team_id"] if row["team_id"] > 0 else None,
            segment=self.folder.segment(row),
            why=why(row["features"], self.estimates, strategy) if queued else {},
        )
