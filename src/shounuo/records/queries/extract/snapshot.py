"""One read transaction over the live database, spoken to in SQL, answering in Arrow.

The two databases differ in how they write a day, an instant and a snapshot; here, and nowhere else.
SQLite reads one snapshot for the whole of a transaction (WAL); PostgreSQL does at REPEATABLE READ.

PostgreSQL answers through ADBC. SQLite does not: the ADBC driver carries a second SQLite library, and
two libraries in one process do not see each other's file locks; the second one to close took the
write-ahead log away under Django's open connection (seen as stale reads). So SQLite is read by the
library that Django uses.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
from django.db import connection
from psycopg.conninfo import make_conninfo

ROWS_A_TIME = 10_000


class Dialect(Protocol):
    """SQL of one database for what the standard leaves open."""

    def day(self, column: str) -> str:
        """Days since 1970-01-01 of a date column, an integer; null stays null."""

    def instant(self, column: str) -> str:
        """Whole seconds since 1970 of a timestamp column, rounded down."""

    def within(self, column: str, first: int, end: int) -> str:
        """That a timestamp column lies in [first, end), both whole seconds since 1970.

        The column stands alone, so that nothing is worked out row by row.
        """

    def seconds_between(self, first: str, last: str) -> str:
        """Seconds from one time of day to another."""


class _Sqlite:
    def day(self, column: str) -> str:
        return f"CAST(julianday({column}) - 2440587.5 AS INTEGER)"

    def instant(self, column: str) -> str:
        return f"CAST(strftime('%s', {column}) AS INTEGER)"

    def within(self, column: str, first: int, end: int) -> str:
        # Django writes UTC as text that sorts as the moments do, fractions of a second included.
        low, high = (f"{datetime.fromtimestamp(s, UTC):%Y-%m-%d %H:%M:%S}" for s in (first, end))
        return f"{column} >= '{low}' AND {column} < '{high}'"

    def seconds_between(self, first: str, last: str) -> str:
        return f"CAST(strftime('%s', {last}) - strftime('%s', {first}) AS INTEGER)"


class _Postgres:
    def day(self, column: str) -> str:
        return f"CAST({column} - DATE '1970-01-01' AS BIGINT)"

    def instant(self, column: str) -> str:
        return f"CAST(FLOOR(EXTRACT(EPOCH FROM {column})) AS BIGINT)"

    def within(self, column: str, first: int, end: int) -> str:
        return f"{column} >= TO_TIMESTAMP({first}) AND {column} < TO_TIMESTAMP({end})"

    def seconds_between(self, first: str, last: str) -> str:
        return f"CAST(EXTRACT(EPOCH FROM ({last} - {first})) AS BIGINT)"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything read through it is of one moment."""

    dialect: Dialect
    _read: Callable[[str], pa.Table]

    def rows(self, sql: str) -> pa.Table:
        """The whole answer. The SQL is the product's own over integers; no text comes from outside."""
        return self._read(sql)

    def one(self, sql: str) -> dict[str, Any]:
        return dict(self.rows(sql).to_pylist()[0])


@contextmanager
def snapshot() -> Iterator[Snapshot]:
    """Opens Django's database once more, to read, and holds one snapshot until the block ends."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        with closing(_sqlite(str(settings["NAME"]))) as opened:
            yield Snapshot(_Sqlite(), lambda sql: _columns(opened.execute(sql)))
        return
    from adbc_driver_postgresql import dbapi

    with closing(dbapi.connect(_conninfo(settings))) as opened:
        with opened.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield Snapshot(_Postgres(), lambda sql: _arrow(opened, sql))
        opened.rollback()


def _sqlite(name: str) -> sqlite3.Connection:
    opened = sqlite3.connect(f"{Path(name).as_uri()}?mode=ro", uri=True, isolation_level=None)
    opened.execute("BEGIN")
    return opened


def _columns(cursor: sqlite3.Cursor) -> pa.Table:
    """Rows into columns, some thousands at a time; a column of nothing is one of integers."""
    names = [column[0] for column in cursor.description]
    found: list[list[Any]] = [[] for _ in names]
    while rows := cursor.fetchmany(ROWS_A_TIME):
        for values, more in zip(found, zip(*rows, strict=True), strict=True):
            values.extend(more)
    arrays = [pa.array(values) for values in found]
    typed = [a.cast(pa.int64()) if pa.types.is_null(a.type) else a for a in arrays]
    return pa.table(dict(zip(names, typed, strict=True)))


def _arrow(opened: Any, sql: str) -> pa.Table:
    with opened.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetch_arrow_table()


def _conninfo(settings: dict[str, Any]) -> str:
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST"}
    told = {part: settings.get(key) for part, key in {**named, "port": "PORT"}.items()}
    extra = {k: v for k, v in settings["OPTIONS"].items() if isinstance(v, str | int)}
    return make_conninfo(**{k: v for k, v in told.items() if v}, **extra)
