"""A published night's folder as the desk needs it: everybody's place, and what is told of each account asked.

Reads what `strategy.night` wrote; ranks nothing itself. What it works out is written to a file in groups
of rows, so that a portfolio of any size is handed on part by part and never lies in memory whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from shounuo.kernel.errors import Refused
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.estimates import Estimates
from shounuo.strategy.explain import explain
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.strategy_reader import parse
from shounuo.strategy.vocabulary import DECISIONS

CODE = {name: code for code, name in enumerate(DECISIONS)}
# Reasons of the night itself not to call today. The others (a hold, an open promise, a credit, no
# team) are states of the case that the desk keeps by itself.
LEFT_ALONE = ("leave", "stop", "letter", "help", "holdout", "paid")
PEOPLE_A_PART, ENTRIES_A_PART = 20_000, 2_000
Row = dict[str, Any]

# Arms have no common scale: each goes on in its own order, as far through its accounts as the others.
_BY_ARM = f"""(SELECT * REPLACE (
      -(row_number() OVER (PARTITION BY arm, decision = {CODE["call"]} ORDER BY rank_key DESC, account_id)
        * 1000000000 // count(*) OVER (PARTITION BY arm, decision = {CODE["call"]})) AS rank_key)
      FROM cases)"""  # noqa: S608 - codes of our own
# Every customer by the first of their accounts: the queue by position, then those still to be called by
# rank, the set-aside, and the rest, who all come last.
_PLACES = f"""
    WITH told AS (
      SELECT person_id, 0 AS band, position::BIGINT AS first, team_id::BIGINT AS other FROM queue
      UNION ALL
      SELECT person_id,
        CASE WHEN decision = {CODE["call"]} THEN 1
             WHEN decision IN ({", ".join(str(CODE[d]) for d in LEFT_ALONE)}) THEN 2 ELSE 3 END AS band,
        CASE WHEN band = 3 THEN 0 ELSE -rank_key END, CASE WHEN band = 3 THEN 0 ELSE account_id END
      FROM {{cases}}),
    best AS (SELECT person_id, min({{{{'band': band, 'first': first, 'other': other}}}}) AS key
      FROM told GROUP BY person_id)
    SELECT person_id, key.band AS band, rank() OVER (ORDER BY key) AS place FROM best
    ORDER BY person_id"""  # noqa: S608 - codes of our own
_COPIED = ("arm", "slot", "expected_seconds", "value_cents", "value_per_hour_cents")
_ENTRIES = """
    SELECT * FROM (
      SELECT 0 AS band, 'queued' AS outcome, q.account_id, q.person_id, q.team_id, {q}, q.segment,
        q.position::BIGINT AS position, q.explored = 1 AS explored, q.propensity_ppm,
        '' AS rules, '' AS earliest, f AS features
      FROM queue q LEFT JOIN features f USING (account_id)
      UNION ALL
      SELECT 1, CASE WHEN r.outcome = 'joined' THEN 'joined' ELSE 'blocked' END, c.account_id,
        c.person_id, c.team_id, {c}, c.segment, NULL, false, 1000000, r.reason, r.earliest, NULL
      FROM refused r JOIN cases c USING (account_id) WHERE c.decision = {call}
      UNION ALL
      SELECT 2, 'holdout', c.account_id, c.person_id, c.team_id, {c}, c.segment, NULL, false, {chance},
        '', '', NULL
      FROM cases c WHERE c.decision = {holdout})
    ORDER BY band, position, account_id"""


@dataclass(frozen=True, slots=True)
class NightFolder:
    """`strategies` by arm, as they were in force that night. `work`: where files are written."""

    path: Path
    strategies: tuple[Strategy, ...]
    engine: DuckEngine
    work: Path

    @classmethod
    def open(cls, path: Path, engine: DuckEngine, work: Path) -> NightFolder:
        told = json.loads((path / "strategies.json").read_text(encoding="utf-8"))
        for name in ("queue", "refused"):
            engine.bind(name, [str(path / f"{name}.parquet")])
        for name in ("cases", "features"):
            parts = [str(p) for p in sorted((path / name).glob("*.parquet"))]
            if parts:  # else they were forgotten: what was published is there still
                engine.bind(name, parts)
        return cls(path, tuple(_strategy(data) for data in told), engine, work)

    def places(self) -> pq.ParquetFile:
        """`person_id`, `place` from 1, `band`: 0 queued, 1 to be called, 2 set aside, 3 neither (all last).

        By customer, `PEOPLE_A_PART` a group.
        """
        cases = "cases" if len(self.strategies) == 1 else _BY_ARM
        return self._written("places", _PLACES.format(cases=cases), PEOPLE_A_PART)

    def bands(self) -> dict[int, int]:
        """How many customers of each band; `places` must have been written."""
        self.engine.bind("places", [str(self.work / "places.parquet")])
        rows = self.engine.connection.sql("SELECT band, count(*) FROM places GROUP BY band")
        return dict(rows.fetchall())

    def entries(self) -> pq.ParquetFile:
        """What is told of each account the night would have called, the queue first, in groups.

        `features`: of the queued, to say why; `propensity_ppm`: the chance each account had.
        """
        shares = [s.experiment.holdout_bp * 100 for s in self.strategies]
        arms = " ".join(f"WHEN {arm} THEN {ppm}" for arm, ppm in enumerate(shares))
        sql = _ENTRIES.format(
            q=", ".join(f"q.{name}" for name in _COPIED),
            c=", ".join(f"c.{name}" for name in _COPIED),
            call=CODE["call"],
            holdout=CODE["holdout"],
            chance=f"CASE c.arm {arms} END",
        )
        return self._written("entries", sql, ENTRIES_A_PART)

    def segment(self, row: Mapping[str, Any]) -> str:
        return self.strategies[row["arm"]].segments[row["segment"]].key

    def digest(self) -> str:
        """Of the queue and the refusals: two nights that say the same have the same digest."""
        told = hashlib.sha256()
        for name in ("queue", "refused"):
            for batch in pq.ParquetFile(self.path / f"{name}.parquet").iter_batches(10_000):
                told.update(json.dumps(batch.to_pylist(), sort_keys=True).encode())
        return told.hexdigest()

    def _written(self, name: str, sql: str, rows_a_group: int) -> pq.ParquetFile:
        """The answer in its own order, as a file with so many rows a group."""
        path = self.work / f"{name}.parquet"
        read: Any = self.engine.connection.sql(sql).to_arrow_reader(rows_a_group)
        with pq.ParquetWriter(path, read.schema) as file:
            for group in _groups(read, rows_a_group):
                file.write_table(group, row_group_size=rows_a_group)
        return pq.ParquetFile(path)


def why(row: Mapping[str, Any], estimates: Estimates, strategy: Strategy) -> dict[str, list[str]]:
    """The lines of `strategy.explain`, to be kept and shown in both languages."""
    lines = explain(row, estimates, strategy).lines
    return {"zh": [line.zh for line in lines], "en": [line.en for line in lines]}


def _groups(batches: Iterable[pa.RecordBatch], size: int) -> Iterable[pa.Table]:
    """The same rows in tables of exactly `size`, but for the last."""
    left: list[pa.RecordBatch] = []
    for batch in batches:
        left.append(batch)
        while sum(b.num_rows for b in left) >= size:
            table = pa.Table.from_batches(left)
            yield table.slice(0, size)
            left = table.slice(size).to_batches()
    if left:
        yield pa.Table.from_batches(left)


def _strategy(data: Mapping[str, Any]) -> Strategy:
    strategy, problems = parse(json.dumps(data, ensure_ascii=False))
    if strategy is None:
        raise Refused(problems[0])
    return strategy
