"""A strategy tried on a published night's features before it goes live: what would change, and for whom.

Moves nothing. The gate is not asked: the same cases meet the same law under both strategies.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ibis
import pyarrow.parquet as pq

from shounuo.strategy import rank
from shounuo.strategy.cases import cases
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.estimates import Estimates
from shounuo.strategy.scorecard import ODDS_TABLE, odds_table
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.vocabulary import DECISIONS


def rehearse(
    night: Path,
    teams: dict[int, int],
    estimates: Estimates,
    live: Strategy,
    proposed: Strategy,
    scratch: Path,
) -> dict[str, Any]:
    """Both strategies on the night's features: decisions, reach, value, and how much the lists share.

    `teams`: capacity in seconds. `night`: a published night's folder.
    """
    one, other = (_run(night, teams, estimates, s, scratch) for s in (live, proposed))
    shared = len(one["accounts"] & other["accounts"])
    return {
        "live": _shown(one),
        "proposed": _shown(other),
        "candidates_shared": shared,
        "candidates_only_live": len(one["accounts"]) - shared,
        "candidates_only_proposed": len(other["accounts"]) - shared,
    }


def _shown(found: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in found.items() if k != "accounts"} | {
        "candidates": len(found["accounts"])
    }


def _run(
    night: Path, teams: dict[int, int], estimates: Estimates, strategy: Strategy, scratch: Path
) -> dict[str, Any]:
    engine = DuckEngine(scratch)
    files = sorted(str(p) for p in (night / "features").glob("*.parquet"))
    engine.bind("features", files)
    path = scratch / "odds.parquet"
    pq.write_table(_arrow(odds_table(strategy.attempts_a_day), ODDS_TABLE), path)
    engine.bind("odds", [str(path)])
    features = ibis.table(ibis.schema(pq.read_schema(files[0])), name="features")
    decided = cases(features, ibis.table(ODDS_TABLE, name="odds"), estimates, strategy)
    engine.write("cases", decided, scratch / "cases.parquet")
    engine.bind("cases", [str(scratch / "cases.parquet")])
    bound = ibis.table(decided.schema(), name="cases")
    lines = rank.lines(engine.fetch("steps", rank.histogram(bound)).to_pylist(), teams, strategy)
    rows = [
        {
            "team_id": x.team_id,
            "line": x.line,
            "reach_seconds": x.reach_seconds,
            "explore_ppm": x.explore_ppm,
        }
        for x in lines
    ]
    pq.write_table(_arrow(rows, rank.LINES), scratch / "lines.parquet")
    engine.bind("lines", [str(scratch / "lines.parquet")])
    chosen = engine.fetch(
        "candidates", rank.candidates(bound, ibis.table(rank.LINES, name="lines"))
    )
    counts = engine.fetch("decisions", bound.group_by("decision").agg(n=bound.count())).to_pylist()
    return {
        "decisions": {
            DECISIONS[row["decision"]]: row["n"]
            for row in sorted(counts, key=lambda r: r["decision"])
        },
        "value_cents": sum(chosen["value_cents"].to_pylist()),
        "seconds": sum(chosen["expected_seconds"].to_pylist()),
        "accounts": set(chosen["account_id"].to_pylist()),
    }


def _arrow(rows: list[dict[str, int]], schema: ibis.Schema) -> Any:
    import pyarrow as pa

    return pa.Table.from_pylist(rows, schema.to_pyarrow())
