"""Rows whose column is one of some values, without the time Django takes to write the same query again.

The gate asks the same twelve questions at every press; building each through the query builder costs
more than the database's answer. Fields, converters and models are Django's own all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from django.db import connection
from django.db.models import Model

M = TypeVar("M", bound=Model)


def rows_in(
    model: type[M],
    column: str,
    values: Collection[int | str],
    *,
    span: Mapping[str, datetime] | None = None,
    only: tuple[str, ...] = (),
    but: tuple[str, ...] = (),
    through: tuple[str, str] | None = None,
) -> Sequence[M]:
    """Rows with `column` in `values`, in the order they were made; no values, no query.

    `span`: further conditions as `column >=` -> moment. `only`, `but`: columns loaded, left out.
    `through`: (own column, table) where `column` belongs to another table; the rows then carry it.
    """
    if not values:
        return []
    conditions = tuple(span or ())
    sql = _sql(model, column, len(values), conditions, only, but, through)
    moments = [connection.ops.adapt_datetimefield_value(at) for at in (span or {}).values()]
    # Sorted here: asked to sort, a database may prefer to read the whole table in that order.
    return sorted(model._default_manager.raw(sql, [*values, *moments]), key=lambda row: row.pk)


@lru_cache(maxsize=1024)
def _sql(
    model: type[Model],
    column: str,
    count: int,
    conditions: tuple[str, ...],
    only: tuple[str, ...],
    but: tuple[str, ...],
    through: tuple[str, str] | None,
) -> str:
    columns = [f.column for f in model._meta.concrete_fields]
    chosen = [c for c in columns if (not only or c in only or c == "id") and c not in but]
    table, owner, joined = model._meta.db_table, "t", ""
    shown = ", ".join(f't."{name}"' for name in chosen)
    if through is not None:
        owner, shown = "o", f'{shown}, o."{column}"'
        joined = f'JOIN "{through[1]}" o ON o.id = t."{through[0]}" '
    asked = "".join(f" AND t.{condition} %s" for condition in conditions)
    listed = ", ".join(["%s"] * count)
    # Every name comes from a model of ours; values are parameters.
    return " ".join(
        ["SELECT", shown, f'FROM "{table}" t', joined, f'WHERE {owner}."{column}"',
         f"IN ({listed}){asked}"]
    )  # fmt: skip
