"""Writes changed columns of many rows by one prepared statement, run once a row.

An update by CASE needs a branch a row and column, an upsert every column of every row, sealed ones sealed
again; measured in docs/decisions/rows-by-one-statement.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model

from shounuo.records.actions._insert import values_of


def rewrite(rows: Iterable[Model], columns: Sequence[str]) -> None:
    """Stores `columns` of rows that are in the database and locked by this action."""
    found = list(rows)
    if not found:
        return
    meta: Any = type(found[0])._meta
    fields = [*(meta.get_field(name) for name in columns), meta.pk]
    # Every name comes from a model of ours; values are parameters.
    told = ", ".join(f'"{field.column}" = %s' for field in fields[:-1])
    with connection.cursor() as cursor:
        cursor.executemany(
            " ".join(["UPDATE", f'"{meta.db_table}" SET {told}', f'WHERE "{meta.pk.column}" = %s']),
            values_of(found, fields),
        )
