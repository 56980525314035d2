"""Running a night over a test's extract."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from shounuo.strategy import estimates
from shounuo.strategy.answers import Answer
from shounuo.strategy.engine import DuckEngine, Engine, read_rows
from shounuo.strategy.gating import Gate
from shounuo.strategy.night import Night
from shounuo.strategy.nights import Nights
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.strategy_reader import house


def allow_all(candidates: Any) -> list[Answer]:
    return [Answer("allow")] * candidates.num_rows


def run(
    extract: Path,
    home: Path,
    *,
    engine: Engine | None = None,
    gate: Gate = allow_all,
    strategy: Strategy | None = None,
    **more: Any,
) -> dict[str, Any]:
    chosen = engine or DuckEngine(home / "scratch", threads=1)
    kept = {"strategy": strategy or house(), "estimates": estimates.prior()} | more
    return Night(extract, Nights(home / "nights"), chosen, gate, **kept).run()


def published(summary: dict[str, Any], table: str) -> list[dict[str, Any]]:
    """The rows of a published table in a fixed order."""
    folder = Path(summary["folder"])
    paths = (
        [folder / f"{table}.parquet"]
        if (folder / f"{table}.parquet").exists()
        else sorted((folder / table).glob("*.parquet"))
    )
    rows = [row for path in paths for row in read_rows(path).to_pylist()]
    return sorted(rows, key=lambda r: (r["team_id"], r.get("position", 0), r["account_id"]))
