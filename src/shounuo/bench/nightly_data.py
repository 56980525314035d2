"""A portfolio of any size for measuring, written part by part in bounded memory and kept for next time.

Figures per account: 8 attempts, 3 payment lines, 1 promise on average. The values are drawn by hashing
one number per cell, so the same size is always the same data.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb

from shounuo.strategy import tables as t
from shounuo.strategy.days import day_number
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.extract import files_of
from shounuo.strategy.identities import totals
from shounuo.strategy.manifest import Manifest, read_manifest

PART_ACCOUNTS = 1_000_000
AS_OF = "2026-11-23"
DAY = 20780  # the day number of AS_OF
COLLECTORS = 300
TEAMS = 10
SECONDS_PER_COLLECTOR = 6 * 3600  # handling time of a shift

_MACROS = """
CREATE OR REPLACE MACRO u(i, k) AS (hash(i::BIGINT * 97 + k) % 1000003)::DOUBLE / 1000003;
CREATE OR REPLACE MACRO n(i, k, m) AS (hash(i::BIGINT * 97 + k) % m)::INTEGER;
"""
_ACCOUNTS = """
SELECT i::BIGINT account_id, (i - CASE WHEN i % 10 = 1 THEN 1 ELSE 0 END)::BIGINT person_id,
  n(i, 1, 4) lender_id, CASE WHEN u(i, 2) < .01 THEN -1 ELSE n(i, 3, {teams}) END team_id,
  balance balance_cents, due due_cents, least(due, greatest(due / 2, 0)::BIGINT) past_due_cents,
  1 + (180 * u(i, 4) * u(i, 5))::INTEGER days_past_due, n(i, 6, 120) months_on_book,
  n(i, 7, 8) * n(i, 8, 2) times_in_collection, CASE WHEN u(i, 9) < .05 THEN 1 ELSE 0 END work_state,
  CASE WHEN u(i, 10) < .03 THEN 1 ELSE 0 END hardship, 1 may_randomise
FROM (SELECT i, (exp(10 + 4 * u(i, 11)) * CASE WHEN u(i, 12) < .005 THEN -1 ELSE 1 END)::BIGINT balance,
  (balance * (.1 + .4 * u(i, 13)))::BIGINT due FROM range({start}, {stop}) r(i))
"""
_CONTACTS = """
SELECT (i * 64 + j)::BIGINT contact_id, i::BIGINT account_id, n(c, 20, 300)::BIGINT + 1 agent_id,
  {day} - 1 - n(c, 21, 90) "day", 480 + n(c, 22, 840) "minute",
  CASE WHEN u(c, 23) < .9 THEN 0 ELSE 1 END channel,
  CASE WHEN u(c, 24) < .8 THEN 0 WHEN u(c, 24) < .9 THEN 1 ELSE 1 + n(c, 25, 6) END outcome,
  CASE WHEN u(c, 24) BETWEEN .8 AND .9 THEN 20 + n(c, 26, 300) ELSE 0 END talk_seconds
FROM (SELECT i, j, i * 64 + j c FROM range({start}, {stop}) r(i), unnest(range(n(i, 14, 17))) s(j))
"""
_PAYMENTS = """
SELECT (i * 8 + j)::BIGINT payment_id, i::BIGINT account_id, {day} - 1 - n(c, 31, 180) "day",
  ((exp(8 + 4 * u(c, 32))) * CASE WHEN u(c, 33) < .01 THEN -1 ELSE 1 END)::BIGINT amount_cents,
  n(c, 34, 2) source_id
FROM (SELECT i, j, i * 8 + j c FROM range({start}, {stop}) r(i), unnest(range(n(i, 15, 7))) s(j))
"""
_PROMISES = """
SELECT (i * 4 + j)::BIGINT promise_id, i::BIGINT account_id, n(c, 41, 300)::BIGINT + 1 agent_id,
  {day} - 4 - n(c, 42, 170) made_day, made_day + n(c, 43, 4) due_day,
  (exp(9 + 3 * u(c, 44)))::BIGINT amount_cents, (amount_cents * u(c, 45))::BIGINT paid_cents,
  CASE WHEN u(c, 46) < .02 THEN 0 WHEN u(c, 46) < .45 THEN 1 ELSE 2 + n(c, 47, 3) END verdict,
  CASE WHEN u(c, 48) < .8 THEN 1 ELSE 0 END explicit
FROM (SELECT i, j, i * 4 + j c FROM range({start}, {stop}) r(i), unnest(range(n(i, 16, 3))) s(j))
"""
_BY_TABLE = {
    "accounts": _ACCOUNTS,
    "contacts": _CONTACTS,
    "payments": _PAYMENTS,
    "promises": _PROMISES,
}


def extract_of(folder: Path, accounts: int) -> Path:
    """The extract of `accounts` accounts below `folder`; made once."""
    place = folder / f"accounts-{accounts}"
    if (place / "manifest.json").exists():
        return place
    parts = -(-accounts // PART_ACCOUNTS)
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    connection.execute(_MACROS)
    for part in range(parts):
        for name, sql in _BY_TABLE.items():
            start, stop = part * PART_ACCOUNTS, min((part + 1) * PART_ACCOUNTS, accounts)
            body = sql.format(start=start, stop=stop, teams=TEAMS, day=DAY)
            _copy(connection, t.BY_NAME[name], body, files_of(place, t.BY_NAME[name], [part])[0])
    capacity = COLLECTORS * SECONDS_PER_COLLECTOR // TEAMS
    _copy(
        connection,
        t.TEAMS,
        f"SELECT i team_id, {capacity} capacity_seconds FROM range({TEAMS}) r(i)",
        files_of(place, t.TEAMS, [])[0],
    )
    _copy(
        connection,
        t.COVERAGE,
        f"SELECT i source_id, {DAY} - 1 covers_through_day FROM range(2) r(i)",
        files_of(place, t.COVERAGE, [])[0],
    )
    _manifest(place, parts)
    return place


def _copy(connection: duckdb.DuckDBPyConnection, table: t.Table, body: str, path: str) -> None:
    """Written with the table's own types, whatever the expression came out as."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    sql_type = {"id": "BIGINT", "cents": "BIGINT", "int": "INTEGER"}
    casts = ", ".join(f'"{c.name}"::{sql_type[c.kind]} AS "{c.name}"' for c in table.columns)
    connection.execute(f"COPY (SELECT {casts} FROM ({body})) TO '{path}' (FORMAT parquet)")


def _manifest(place: Path, parts: int) -> None:
    assert day_number(date.fromisoformat(AS_OF)) == DAY
    engine = DuckEngine(place / "scratch")
    counted = {}
    for table in t.TABLES:
        engine.bind(table.name, files_of(place, table, list(range(parts))))
        counted[table.name] = engine.fetch(table.name, totals(table, DAY)).to_pylist()[0]
    Manifest(AS_OF, parts, counted).write(place)
    read_manifest(place)
