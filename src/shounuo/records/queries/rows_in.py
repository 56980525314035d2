"""Rows by one of some values, as plain values: no model is built and no query written anew.

The gate asks the same few questions at every press; what a model costs to build, and a query to write,
is several times the database's answer. Columns and converters are Django's own all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Model

# Place of a column -> what makes a Python value of the database's.
Converts = tuple[tuple[int, Callable[[Any], Any]], ...]
BETWEEN = ";\n"


@dataclass(frozen=True, slots=True)
class Join:
    """Columns of another table, met over a column of the source's own."""

    own: str
    model: type[Model]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from. Columns not in a join are the model's own; all are named as in the shape.

    `only`: a condition that always holds, for rows that are never asked for.
    """

    model: type[Model]
    joins: tuple[Join, ...] = ()
    only: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Query:
    columns: str
    tables: str
    names: Mapping[str, str]
    converts: Converts


@dataclass(frozen=True, slots=True)
class Where:
    """`column` is one of `values`, and each further condition (`opened_at >=` -> moment) holds.

    `also`: a fixed condition in the words of a partial index.
    """

    column: str
    values: Collection[int | str]
    span: Mapping[str, datetime] = field(default_factory=dict)
    also: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Rows for which one of `either` holds. `shape`: its fields are the columns, `id` first."""

    shape: type[NamedTuple]
    source: Source
    either: tuple[Where, ...]


def rows_of(*wanted: Wanted) -> list[list[Any]]:
    """The rows of each, once and in the order they were made; without any value there is no query.

    PostgreSQL is sent all the queries in one message: a decision waits for it once, not ten times.
    """
    asked = [(one, *_written(one)) for one in wanted]
    with connection.cursor() as cursor:
        answers = _answers(cursor, [(sql, given) for _, sql, given, _ in asked if sql])
    return [_shaped(one, converts, next(answers)) if sql else [] for one, sql, _, converts in asked]


def statements_in(sent: str) -> list[str]:
    """The queries of one message to the database."""
    return sent.split(BETWEEN)


def _answers(cursor: Any, asked: list[tuple[str, list[Any]]]) -> Iterator[list[tuple[Any, ...]]]:
    """What each statement gave, in order."""
    if connection.vendor != "postgresql":
        return iter([cursor.execute(sql, given).fetchall() for sql, given in asked])
    if not asked:
        return iter(())
    cursor.execute(BETWEEN.join(sql for sql, _ in asked), [v for _, given in asked for v in given])
    found = [cursor.fetchall()]
    while cursor.nextset():
        found.append(cursor.fetchall())
    return iter(found)


def _written(one: Wanted) -> tuple[str, list[Any], Converts]:
    """The statement, its values, and what makes Python values of its answer."""
    query = _query(connection.alias, connection.vendor, one.shape, one.source)
    asked = [where for where in one.either if where.values]
    if not asked:
        return "", [], ()
    sql = _sql(
        query, one.source.only,
        tuple((w.column, len(w.values), tuple(w.span), w.also) for w in asked),
    )  # fmt: skip
    adapt = connection.ops.adapt_datetimefield_value
    given = [item for w in asked for item in (*w.values, *map(adapt, w.span.values()))]
    return sql, given, query.converts


def _shaped(one: Wanted, converts: Converts, found: list[tuple[Any, ...]]) -> list[Any]:
    # Sorted here: asked to sort, a database may prefer to read the whole table in that order.
    found.sort(key=_first)
    return [one.shape._make(_converted(row, converts)) for row in found]


def _first(row: tuple[Any, ...]) -> Any:
    return row[0]


def _converted(row: tuple[Any, ...], converts: Converts) -> list[Any]:
    values = list(row)
    for place, convert in converts:
        values[place] = convert(values[place])
    return values


@lru_cache(maxsize=256)
def _query(alias: str, vendor: str, shape: type[NamedTuple], source: Source) -> _Query:
    """Every name in it comes from a model or a shape of ours; values are parameters."""
    owners: dict[str, tuple[str, type[Model]]] = {}
    tables = f'"{source.model._meta.db_table}" t'
    for number, join in enumerate(source.joins):
        mark = f"j{number}"
        tables += f' JOIN "{join.model._meta.db_table}" {mark} ON {mark}.id = t."{join.own}"'
        owners |= dict.fromkeys(join.columns, (mark, join.model))
    named = [(name, *owners.get(name, ("t", source.model))) for name in shape._fields]
    names = {name: f'{mark}."{name}"' for name, mark, _ in named}
    converts = [
        (place, convert)
        for place, (name, _, model) in enumerate(named)
        if (convert := _converter(model, name)) is not None
    ]
    return _Query(", ".join(names.values()), tables, names, tuple(converts))


def _converter(model: type[Model], column: str) -> Callable[[Any], Any] | None:
    """The database's and the field's own conversions of a column, in Django's order."""
    told = next(f for f in model._meta.concrete_fields if f.column == column)
    shown = told.get_col("t")
    steps = [*connection.ops.get_db_converters(shown), *shown.get_db_converters(connection)]
    if not steps:
        return None

    def convert(value: Any) -> Any:
        for step in steps:
            value = step(value, shown, connection)
        return value

    return convert


@lru_cache(maxsize=1024)
def _sql(query: _Query, only: str, asked: tuple[tuple[str, int, tuple[str, ...], str], ...]) -> str:
    either = []
    for column, count, conditions, also in asked:
        further = "".join(f" AND t.{condition} %s" for condition in conditions)
        fixed = f" AND {also}" if also else ""
        listed = ", ".join(["%s"] * count)
        either.append(f"({query.names[column]} IN ({listed}){further}{fixed})")
    fixed = f" AND {only}" if only else ""
    # Every name comes from a model or a shape of ours; values are parameters.
    return " ".join(
        ["SELECT", query.columns, "FROM", query.tables, f"WHERE ({' OR '.join(either)}){fixed}"]
    )
