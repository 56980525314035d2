"""The extract's delivery note: as-of day, schema version, and the totals its source counted.

The totals are counted where the rows come from, not from the files written, so a lost or doubled part
shows as a difference.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.strategy.days import day_number
from shounuo.strategy.tables import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Manifest:
    """`totals[table]["rows"]` and `totals[table][column]` as the source counted them."""

    as_of: str
    parts: int
    totals: dict[str, dict[str, int]]
    schema_version: int = SCHEMA_VERSION
    currency: str = "CNY"
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def as_of_day(self) -> int:
        return day_number(dt.date.fromisoformat(self.as_of))

    def write(self, folder: Path) -> None:
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (folder / "manifest.json").write_text(text, encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Raises `Refused` when the note is missing, unreadable or of another schema version."""
    path = folder / "manifest.json"
    try:
        manifest = Manifest(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise Refused(_unreadable(path, error)) from error
    if manifest.schema_version != SCHEMA_VERSION:
        raise Refused(_other_version(path, manifest.schema_version))
    return manifest


def _unreadable(path: Path, error: Exception) -> Problem:
    return Problem(
        "extract-manifest-unreadable",
        Text(
            "抽取清单缺失或无法读取：{why}",
            "The extract's manifest is missing or unreadable: {why}",
        ).format(why=error),
        record=path.parent.name,
        next_step=Text(
            "重新抽取；昨日队列继续有效。", "Extract again; yesterday's queues stay in force."
        ),
    )


def _other_version(path: Path, found: int) -> Problem:
    return Problem(
        "extract-schema-version",
        Text(
            "抽取表结构版本为 {found}，本程序只认 {ours}。",
            "The extract has schema version {found}; this program reads {ours}.",
        ).format(found=found, ours=SCHEMA_VERSION),
        record=path.parent.name,
        next_step=Text("用同一版本重新抽取。", "Extract again with the same version."),
    )
