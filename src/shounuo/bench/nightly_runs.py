"""The three things measured, each in a process of its own: the floor, the night, the hand-written SQL."""

from __future__ import annotations

import resource
import shutil
import time
from importlib import resources
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from shounuo.bench.nightly_data import DAY
from shounuo.strategy import estimates
from shounuo.strategy import tables as t
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.extract import files_of, part_numbers
from shounuo.strategy.gating import fill
from shounuo.strategy.lender_standing import LenderStanding
from shounuo.strategy.night import Night
from shounuo.strategy.night_gate import BulkGate
from shounuo.strategy.nights import Nights
from shounuo.strategy.queue import queue_table, refused_table
from shounuo.strategy.scorecard import ODDS_TABLE, odds_table
from shounuo.strategy.strategy_reader import house

MEMORY = "3GB"
WORKERS = 1
NEEDED = {
    "accounts": [c.name for c in t.ACCOUNTS.columns],
    "contacts": ["contact_id", "account_id", "day", "minute", "channel", "outcome"],
    "payments": ["payment_id", "account_id", "day", "amount_cents"],
    "promises": ["promise_id", "account_id", "made_day", "amount_cents", "paid_cents", "verdict"],
}
# A bank whose every fact the gate asks for is on file.
_BANK = {
    "country": "CN",
    "kind": "bank",
    "packs": ["cn"],
    "agencies": [],
    "collector": "lender_staff",
    "organisation": "bank",
    "number_source": "contract",
    "line_approved": True,
    "line_private": False,
    "names_institution": True,
    "recording_works": True,
    "debt_kind": "consumer",
    "product": "credit_card",
    "adults": True,
    "other_parties": [],
}
STANDING = LenderStanding(DAY, "Asia/Shanghai", dict.fromkeys(range(4), _BANK))


def apart(target: Any, *arguments: Any) -> dict[str, Any]:
    """`target(*arguments)` in a fresh process, with the peak memory of it and its workers."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_call, args=(theirs, target, arguments))
    process.start()
    theirs.close()
    try:
        found: dict[str, Any] = ours.recv()
    except EOFError as error:
        raise RuntimeError(f"{target.__name__} ended without an answer") from error
    finally:
        process.join()
    return found


def _cpu() -> float:
    """Processor seconds of this process and of the workers that ended."""
    own, ended = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime


def _call(pipe: Any, target: Any, arguments: tuple[Any, ...]) -> None:
    before = _cpu()
    found = target(*arguments)
    found.setdefault("cpu_seconds", _cpu() - before)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * found.pop("workers", 0)
    pipe.send({**found, "peak_mb": (own + workers) // 1024})


def night(extract: Path, home: Path) -> dict[str, Any]:
    """One night through the product's own code and the mainland's gate."""
    shutil.rmtree(home, ignore_errors=True)
    started = time.perf_counter()
    gate = BulkGate(STANDING, WORKERS)
    run = Night(
        extract,
        Nights(home),
        DuckEngine(home / "scratch", MEMORY),
        gate,
        house(),
        estimates.prior(),
    )
    summary = run.run()
    seconds = time.perf_counter() - started
    gate.close()
    kept = {k: summary[k] for k in ("folder", "stages", "asked", "queued", "refused", "decisions")}
    return {"seconds": seconds, "workers": WORKERS - 1, "decided": gate.decided, **kept}


def _statements() -> dict[str, str]:
    text = resources.files("shounuo.bench").joinpath("nightly_reference.sql").read_text("utf-8")
    blocks = text.split("-- name: ")[1:]
    return {name.strip(): sql for name, _, sql in (block.partition("\n") for block in blocks)}


def reference(extract: Path, home: Path) -> dict[str, Any]:
    """The same files by the hand-written SQL, part by part, through the same gate."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    started = time.perf_counter()
    gate = BulkGate(STANDING, WORKERS)
    connection = _connection(home)
    sql = _statements()
    odds = pa.Table.from_pylist(odds_table(house().attempts_a_day), ODDS_TABLE.to_pyarrow())
    connection.register("odds_rows", odds)
    connection.execute("CREATE TEMP TABLE odds AS FROM odds_rows")
    for part in part_numbers(extract):
        _reference_part(connection, extract, home, part, sql)
    connection.read_parquet(str(home / "cases" / "*.parquet")).create_view("cases", replace=True)
    connection.read_parquet(str(extract / "teams.parquet")).create_view("teams")
    candidates = connection.sql(sql["candidates"]).to_arrow_table()
    capacity = dict(connection.execute("SELECT team_id, capacity_seconds FROM teams").fetchall())
    filled = fill(candidates, capacity, gate)
    queue = queue_table(candidates, filled.queued, house().experiment, explored=False)
    pq.write_table(queue, home / "queue.parquet")
    pq.write_table(refused_table(candidates, filled.refused), home / "refused.parquet")
    seconds = time.perf_counter() - started
    gate.close()
    return {"seconds": seconds, "workers": WORKERS - 1}


def _connection(home: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(
        f"SET memory_limit = '{MEMORY}'; SET preserve_insertion_order = false; SET enable_progress_bar = false"
    )
    connection.execute(f"SET temp_directory = '{home / 'scratch'}'")
    return connection


def _reference_part(
    connection: duckdb.DuckDBPyConnection, extract: Path, home: Path, part: int, sql: dict[str, str]
) -> None:
    for name in NEEDED:
        files = files_of(extract, t.BY_NAME[name], [part])
        connection.read_parquet(files).create_view(name, replace=True)
    for stage in ("features", "cases"):
        (home / stage).mkdir(exist_ok=True)
        path = home / stage / f"part-{part:04d}.parquet"
        body = sql[stage].replace("$d", str(DAY))
        connection.execute(f"COPY ({body}) TO '{path}' (FORMAT parquet)")
        connection.read_parquet(str(path)).create_view(stage, replace=True)


def floor(extract: Path, result: Path, home: Path) -> dict[str, Any]:
    """Reading every needed column once and writing the result's columns once, nothing between."""
    home.mkdir(parents=True, exist_ok=True)
    connection = _connection(home)
    spent = [0.0, 0.0]
    for part in part_numbers(extract):
        for name, columns in NEEDED.items():
            sums = ", ".join(f'sum("{c}")' for c in columns)
            files = files_of(extract, t.BY_NAME[name], [part])
            _timed(connection, f"SELECT {sums} FROM read_parquet({files})", spent)
        for stage in ("features", "cases"):
            _written(connection, result / stage / f"part-{part:04d}.parquet", home, spent)
    _written(connection, result / "queue.parquet", home, spent)
    return {"seconds": spent[0], "cpu_seconds": spent[1]}


def _timed(connection: duckdb.DuckDBPyConnection, sql: str, spent: list[float]) -> None:
    """Adds wall and processor seconds of one statement."""
    wall, cpu = time.perf_counter(), _cpu()
    connection.execute(sql).fetchall()
    spent[0] += time.perf_counter() - wall
    spent[1] += _cpu() - cpu


def _written(
    connection: duckdb.DuckDBPyConnection, source: Path, home: Path, spent: list[float]
) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE held AS FROM read_parquet('{source}')")
    _timed(connection, f"COPY held TO '{home / 'floor.parquet'}' (FORMAT parquet)", spent)


def differing_tables(one: Path, other: Path, home: Path) -> list[str]:
    """Published tables of two nights that differ in any cell."""
    connection = _connection(home)
    names = ("features/*.parquet", "cases/*.parquet", "queue.parquet", "refused.parquet")
    return [name for name in names if _differ(connection, one / name, other / name)]


def _differ(connection: duckdb.DuckDBPyConnection, one: Path, other: Path) -> bool:
    """Rows are matched on the account; every column of both sides is compared by name."""
    left, right = (f"read_parquet('{path}')" for path in (one, other))
    names = [row[0] for row in connection.execute(f"DESCRIBE FROM {left}").fetchall()]
    unequal = " OR ".join(f'l."{n}" IS DISTINCT FROM r."{n}"' for n in names)
    query = f"SELECT count(*) FROM {left} l FULL JOIN {right} r USING (account_id) WHERE {unequal}"
    return bool(connection.execute(query).fetchone()[0])  # type: ignore[index]
