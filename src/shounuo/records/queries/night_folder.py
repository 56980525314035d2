"""A published night's folder as the desk needs it: who is queued, in which order, who is left alone.

Reads what `strategy.night` wrote; ranks nothing itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from shounuo.kernel.errors import Refused
from shounuo.strategy.engine import read_rows
from shounuo.strategy.estimates import Estimates
from shounuo.strategy.explain import explain
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.strategy_reader import parse
from shounuo.strategy.vocabulary import DECISIONS

CODE = {name: code for code, name in enumerate(DECISIONS)}
# Reasons of the night itself not to call today. The others (a hold, an open promise, a credit, no
# team) are states of the case that the desk keeps by itself.
LEFT_ALONE = ("leave", "stop", "letter", "help", "holdout")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class NightFolder:
    """`strategies` by arm, as they were in force that night."""

    path: Path
    strategies: tuple[Strategy, ...]

    @classmethod
    def open(cls, path: Path) -> NightFolder:
        told = json.loads((path / "strategies.json").read_text(encoding="utf-8"))
        return cls(path, tuple(_strategy(data) for data in told))

    def queue(self) -> list[Row]:
        return read_rows(self.path / "queue.parquet").to_pylist()

    def refused(self) -> list[Row]:
        return read_rows(self.path / "refused.parquet").to_pylist()

    def cases(self, columns: list[str]) -> pa.Table:
        return pa.concat_tables(
            read_rows(p, columns) for p in sorted((self.path / "cases").glob("*.parquet"))
        )

    def decided(self, *decisions: str) -> list[Row]:
        """The cases of some decisions, all columns."""
        codes = pa.array([CODE[name] for name in decisions], pa.int64())
        return [
            row
            for part in sorted((self.path / "cases").glob("*.parquet"))
            for row in _having(read_rows(part), "decision", codes)
        ]

    def segment(self, row: Mapping[str, Any]) -> str:
        return self.strategies[row["arm"]].segments[row["segment"]].key

    def features(self, accounts: Iterable[int]) -> dict[int, Row]:
        """Account → its features of that night."""
        wanted = pa.array(sorted(set(accounts)), pa.int64())
        return {
            row["account_id"]: row
            for part in sorted((self.path / "features").glob("*.parquet"))
            for row in _having(read_rows(part), "account_id", wanted)
        }

    def digest(self) -> str:
        """Of the queue and the refusals: two nights that say the same have the same digest."""
        text = json.dumps([self.queue(), self.refused()], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def why(row: Mapping[str, Any], estimates: Estimates, strategy: Strategy) -> dict[str, list[str]]:
    """The lines of `strategy.explain`, to be kept and shown in both languages."""
    lines = explain(row, estimates, strategy).lines
    return {"zh": [line.zh for line in lines], "en": [line.en for line in lines]}


def _having(rows: pa.Table, column: str, values: pa.Array) -> list[Row]:
    return rows.filter(pc.is_in(rows[column].cast(pa.int64()), value_set=values)).to_pylist()


def _strategy(data: Mapping[str, Any]) -> Strategy:
    strategy, problems = parse(json.dumps(data, ensure_ascii=False))
    if strategy is None:
        raise Refused(problems[0])
    return strategy
