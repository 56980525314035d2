"""What past nights' features were followed by: the examples that the estimates learn from.

A night's published features are what was known that morning; contacts, promises and payments since then
come from a later extract. Nothing of after the night enters a feature.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from shounuo.strategy import tables as t
from shounuo.strategy.days import day_number
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.extract import files_of, part_numbers
from shounuo.strategy.manifest import read_manifest

SELF_CURE_DAYS = 14
# Enough to learn from; a floor of a million accounts and ninety nights would not fit into memory.
MOST_A_NIGHT = 20_000
# Per target: rows of a night's features with the outcome, and the day they must be settled by.
_SQL = {
    "contact": """
        SELECT f.*, (c.outcome IN (1, 6))::INT AS outcome FROM features f JOIN (
          SELECT account_id, arg_min(outcome, contact_id) outcome FROM contacts
          WHERE channel = 0 AND day = $d GROUP BY account_id) c USING (account_id)""",
    "promise": """
        SELECT f.*, (p.account_id IS NOT NULL)::INT AS outcome FROM features f
        JOIN (SELECT DISTINCT account_id FROM contacts WHERE channel = 0 AND day = $d
              AND outcome = 1) c USING (account_id)
        LEFT JOIN (SELECT DISTINCT account_id FROM promises WHERE made_day = $d) p
          USING (account_id)""",
    "kept": """
        SELECT f.*, (p.verdict = 1)::INT AS outcome, p.paid_cents, p.amount_cents FROM features f
        JOIN promises p USING (account_id) WHERE p.made_day = $d AND p.verdict IN (1, 2, 3, 4)""",
    "self_cure": """
        SELECT f.*, (coalesce(m.paid, 0) >= f.past_due_cents)::INT AS outcome FROM features f
        ANTI JOIN (SELECT account_id FROM contacts WHERE channel = 0 AND day >= $d - 7
                   AND day < $d + $w) c USING (account_id)
        LEFT JOIN (SELECT account_id, sum(amount_cents) paid FROM payments
                   WHERE day >= $d AND day < $d + $w GROUP BY account_id) m USING (account_id)
        WHERE f.work_state = 0 AND f.past_due_cents > 0 AND f.promises_open = 0
          AND $d + $w <= $now""",
    # Not chances but sizes: what a kept promise brought of what was past due, and a talk's seconds.
    "amount": """
        SELECT f.*, least(p.paid_cents, f.past_due_cents) AS outcome FROM features f
        JOIN promises p USING (account_id)
        WHERE p.made_day = $d AND p.verdict = 1 AND f.past_due_cents > 0 AND p.paid_cents >= 0""",
    "talk": """
        SELECT f.*, c.talk_seconds AS outcome FROM features f JOIN contacts c USING (account_id)
        WHERE c.channel = 0 AND c.day = $d AND c.outcome = 1 AND c.talk_seconds > 0""",
}
# The first so many by a scattered order of the accounts, the same at every run; another stretch each night.
_FEW = """SELECT {columns} FROM ({sql})
    ORDER BY (account_id % 2147483647 * 48271 + $d::BIGINT * 104729) % 2147483647, account_id, outcome
    LIMIT {most}"""


@dataclass(frozen=True, slots=True)
class Examples:
    """Columns by feature, outcomes and the night each row comes from, oldest first."""

    columns: Mapping[str, NDArray[np.int64]]
    outcome: NDArray[np.int64]
    day: NDArray[np.int64]

    def on(self, rows: NDArray[np.bool_]) -> tuple[dict[str, NDArray[np.int64]], NDArray[np.int64]]:
        return {n: v[rows] for n, v in self.columns.items()}, self.outcome[rows]


def nights_of(folder: Path) -> list[tuple[int, Path]]:
    """(day number, folder) of the published nights whose features are kept, oldest first.

    The last of a day counts.
    """
    kept = (p for p in folder.glob("????-??-??-*") if (p / "features").exists())
    found = {p.name[:10]: p for p in sorted(kept, key=lambda p: p.stat().st_mtime)}
    return [(_day(name), path) for name, path in sorted(found.items())]


def _day(name: str) -> int:
    import datetime as dt

    return day_number(dt.date.fromisoformat(name))


def gather(
    nights: Path, extract: Path, target: str, scratch: Path, columns: Iterable[str]
) -> Examples:
    """Examples of `target` over the nights that the extract's windows still cover, with the features
    named; at most `MOST_A_NIGHT` of each night.
    """
    engine = DuckEngine(scratch)
    for table in (t.CONTACTS, t.PAYMENTS, t.PROMISES):
        engine.bind(table.name, files_of(extract, table, part_numbers(extract)))
    now = read_manifest(extract).as_of_day
    sql = _FEW.format(
        columns=", ".join([*sorted(columns), "outcome"]), sql=_SQL[target], most=MOST_A_NIGHT
    )
    found = []
    for day, folder in nights_of(nights):
        if now - t.CONTACT_DAYS <= day < now:
            found.append(_of_night(engine, folder, sql, day, now))
    return _joined([table for table in found if table.num_rows])


def _of_night(engine: DuckEngine, folder: Path, sql: str, day: int, now: int) -> pa.Table:
    engine.bind("features", [str(p) for p in sorted((folder / "features").glob("*.parquet"))])
    for name, value in (("$d", day), ("$now", now), ("$w", SELF_CURE_DAYS)):
        sql = sql.replace(name, str(value))
    table: Any = engine.connection.sql(sql).to_arrow_table()
    return table.append_column("night", pa.array([day] * table.num_rows, pa.int64()))


def _joined(found: list[pa.Table]) -> Examples:
    if not found:
        return Examples({}, np.array([], np.int64), np.array([], np.int64))
    table = pa.concat_tables(found)
    columns = {
        n: table[n].to_numpy().astype(np.int64)
        for n in table.column_names
        if n not in ("outcome", "night")
    }
    return Examples(
        columns, table["outcome"].to_numpy().astype(np.int64), table["night"].to_numpy()
    )
