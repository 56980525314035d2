"""Where the expressions run: DuckDB inside the process, or an existing Spark cluster by a setting.

Both take the same Ibis expressions over tables known by name; an expression is compiled once per run
and used for every part.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq


def parquet_files(path: Path) -> list[str]:
    """A part is one file, or a folder of files where Spark wrote it."""
    return [str(path)] if path.is_file() else sorted(str(p) for p in path.glob("*.parquet"))


class Engine(Protocol):
    by_part: bool

    def bind(self, name: str, files: list[str]) -> None:
        """From now on table `name` is the union of these Parquet files."""

    def write(self, key: str, expression: ir.Table, path: Path) -> None:
        """Writes the rows as Parquet; `key` names the expression for the compile-once cache."""

    def fetch(self, key: str, expression: ir.Table) -> pa.Table: ...


class DuckEngine:
    """One part at a time, so memory stays bounded; spills to `scratch` beyond the limit."""

    by_part = True

    def __init__(self, scratch: Path, memory: str = "4GB", threads: int | None = None) -> None:
        scratch.mkdir(parents=True, exist_ok=True)
        self.connection = duckdb.connect()
        settings: dict[str, Any] = {"memory_limit": memory, "temp_directory": str(scratch)}
        if threads:
            settings["threads"] = threads
        for name, value in settings.items():
            self.connection.execute(f"SET {name} = '{value}'")
        self.connection.execute(
            "SET preserve_insertion_order = false; SET enable_progress_bar = false"
        )
        self._compiled: dict[str, str] = {}

    def bind(self, name: str, files: list[str]) -> None:
        self.connection.read_parquet(files).create_view(name, replace=True)

    def bind_rows(self, name: str, rows: pa.Table) -> None:
        """From now on table `name` is these rows in memory: for what is small and lies in no file."""
        self.connection.register(name, rows)

    def _sql(self, key: str, expression: ir.Table) -> str:
        if key not in self._compiled:
            self._compiled[key] = str(ibis.to_sql(expression, dialect="duckdb"))
        return self._compiled[key]

    def write(self, key: str, expression: ir.Table, path: Path) -> None:
        self.write_sql(self._sql(key, expression), path)

    def write_sql(self, sql: str, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        self.connection.execute(f"COPY ({sql}) TO '{half}' (FORMAT parquet)")
        half.replace(path)

    def fetch(self, key: str, expression: ir.Table) -> pa.Table:
        return self.connection.sql(self._sql(key, expression)).to_arrow_table()


class SparkEngine:
    """All parts at once on a Spark session (`pyspark>=4.0,<4.1`, the `spark` extra)."""

    by_part = False

    def __init__(self, session: Any) -> None:
        self.session = session
        self._ibis = ibis.pyspark.connect(session)
        self._compiled: dict[str, str] = {}

    def bind(self, name: str, files: list[str]) -> None:
        self.session.read.parquet(*files).createOrReplaceTempView(name)

    def _frame(self, key: str, expression: ir.Table) -> Any:
        if key not in self._compiled:
            self._compiled[key] = str(self._ibis.compile(expression))
        return self.session.sql(self._compiled[key])

    def write(self, key: str, expression: ir.Table, path: Path) -> None:
        self._frame(key, expression).write.mode("overwrite").parquet(str(path))

    def fetch(self, key: str, expression: ir.Table) -> pa.Table:
        return self._frame(key, expression).toArrow()


def read_rows(path: Path, columns: list[str] | None = None) -> pa.Table:
    """The rows of a part an engine wrote."""
    return pa.concat_tables([pq.read_table(f, columns=columns) for f in parquet_files(path)])
