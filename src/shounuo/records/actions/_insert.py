"""Puts many new rows of one model into the database by one prepared statement.

`bulk_create` writes the statement anew every few dozen rows, with a branch a row and column: in an import
that took more than half of the time under the write lock. Fields and their conversions are Django's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import Any

from django.db import connection, connections, models
from django.db.models import AutoField, Field, Model


def insert(rows: Iterable[Model], *, ignore: bool = False) -> None:
    """Stores new rows; those without a key are given one before.

    Whatever the rows point at must be stored already. `ignore`: a row that breaks a unique constraint is
    left out, and its key with it. Nothing listens to these rows: no signals are sent.
    """
    found = list(rows)
    if not found:
        return
    model: Any = type(found[0])
    if isinstance(model._meta.pk, AutoField):
        give_keys([row for row in found if row.pk is None])
    with connection.cursor() as cursor:
        cursor.executemany(_statement(model, ignore), values_of(found, model._meta.concrete_fields))
    for row in found:
        row._state.adding, row._state.db = False, connection.alias


def give_keys(rows: Sequence[Any]) -> None:
    """Reserves a key for each row, so that others may point at it before it is stored."""
    if rows:
        for row, key in zip(rows, _reserve(type(rows[0])._meta, len(rows)), strict=True):
            row.pk = key


def values_of(rows: Iterable[Model], fields: Sequence[Any]) -> list[list[Any]]:
    """The rows as the database takes them, column by column in the order of `fields`.

    What Django would hand on as it is (text in a text column, whole numbers in theirs) goes on at once;
    everything else by the field's own conversion.
    """
    database = connections[connection.alias]  # not the proxy: it looks itself up at every touch
    ways = [(f.attname, _AS_THEY_ARE.get(type(f), ()), _conversion(f, database)) for f in fields]
    return [
        [
            value if type(value := getattr(row, name)) in plain else convert(value)
            for name, plain, convert in ways
        ]
        for row in rows
    ]


def _conversion(field: Any, database: Any) -> Callable[[Any], Any]:
    """The field's own; a batch tells the same few days and moments again and again."""
    convert = partial(field.get_db_prep_save, connection=database)
    return lru_cache(maxsize=256)(convert) if isinstance(field, models.DateField) else convert


_NUMBER, _TEXT = (int, type(None)), (str, type(None))
_AS_THEY_ARE: dict[type[Field[Any, Any]], tuple[type, ...]] = {
    models.CharField: _TEXT,
    models.TextField: _TEXT,
    models.BigAutoField: _NUMBER,
    models.ForeignKey: _NUMBER,
    models.IntegerField: _NUMBER,
    models.BigIntegerField: _NUMBER,
    models.PositiveIntegerField: _NUMBER,
    models.PositiveBigIntegerField: _NUMBER,
    models.PositiveSmallIntegerField: _NUMBER,
    models.SmallIntegerField: _NUMBER,
    models.BooleanField: (bool, type(None)),
}


def _statement(model: Any, ignore: bool) -> str:
    # Every name comes from a model of ours; values are parameters.
    columns = [field.column for field in model._meta.concrete_fields]
    listed, marks = ", ".join(f'"{name}"' for name in columns), ", ".join(["%s"] * len(columns))
    otherwise = "ON CONFLICT DO NOTHING" if ignore else ""
    into = f'INTO "{model._meta.db_table}" ({listed})'
    return " ".join(["INSERT", into, f"VALUES ({marks})", otherwise])


def _reserve(meta: Any, count: int) -> Sequence[int]:
    """Keys that nobody else will be given. On SQLite the transaction holds the one write lock."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [meta.db_table, meta.pk.column, count],
            )
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [meta.db_table])
        newest = cursor.fetchone()
        if newest is None:
            cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, 0)", [meta.db_table])
        first = (newest[0] if newest else 0) + 1
        cursor.execute(
            "UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s", [count, meta.db_table]
        )
        return range(first, first + count)
