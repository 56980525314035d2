"""Writing and opening an extract folder. `records.queries` fills it; nothing else writes one."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.strategy.manifest import Manifest
from shounuo.strategy.tables import BY_NAME, TABLES, Table


def part_path(folder: Path, table: Table, part: int) -> Path:
    if not table.parts:
        return folder / f"{table.name}.parquet"
    return folder / table.name / f"part-{part:04d}.parquet"


def write_part(folder: Path, name: str, rows: pa.Table, part: int = 0) -> None:
    """Writes one part of table `name`; `rows` is cast to the table's schema or the cast raises.

    An overflow or a fraction raises `pa.ArrowInvalid`: a cent is never rounded on the way out.
    """
    table = BY_NAME[name]
    path = part_path(folder, table, part)
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(rows.select(table.arrow.names).cast(table.arrow), path)


def part_numbers(folder: Path) -> list[int]:
    return sorted(int(p.stem.split("-")[1]) for p in (folder / "accounts").glob("part-*.parquet"))


def files_of(folder: Path, table: Table, parts: list[int]) -> list[str]:
    if not table.parts:
        return [str(part_path(folder, table, 0))]
    return [str(part_path(folder, table, part)) for part in parts]


def check_files(folder: Path, manifest: Manifest) -> list[int]:
    """The part numbers, after asserting that every file is there with the written schema.

    Raises `Refused` naming the first file that is missing or has other types (a DOUBLE where int64
    cents belong would lose a cent above 2^53).
    """
    parts = list(range(manifest.parts))
    for table in TABLES:
        for path in files_of(folder, table, parts):
            _check_schema(Path(path), table)
    return parts


def _check_schema(path: Path, table: Table) -> None:
    name = "/".join(path.parts[-2:])
    try:
        found = pq.read_schema(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise Refused(_missing(name, error)) from error
    wrong = [
        f"{f.name}: {found.field(f.name).type if f.name in found.names else '-'} ≠ {f.type}"
        for f in table.arrow
        if f.name not in found.names or found.field(f.name).type != f.type
    ]
    if wrong:
        raise Refused(_other_types(name, "; ".join(wrong)))


def _missing(name: str, error: Exception) -> Problem:
    return Problem(
        "extract-file-missing",
        Text("抽取文件缺失或损坏：{why}", "An extract file is missing or damaged: {why}").format(
            why=error
        ),
        record=name,
        next_step=Text(
            "重新抽取；昨日队列继续有效。", "Extract again; yesterday's queues stay in force."
        ),
    )


def _other_types(name: str, wrong: str) -> Problem:
    return Problem(
        "extract-file-types",
        Text("列类型不符：{wrong}", "Columns have other types: {wrong}").format(wrong=wrong),
        record=name,
        next_step=Text("金额必须为 int64（分）。", "Money must be int64 minor units."),
    )
