"""Fourth stage: which cases each team's time could reach, by arm, and who is drawn from below the line."""

from __future__ import annotations

import dataclasses

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from shounuo.strategy import rank
from shounuo.strategy.arms import WHOLE, arm_shares, interleaved
from shounuo.strategy.night.work import Work


def rank_cases(work: Work) -> None:
    """Each arm ranks its own accounts for its share of a team's time: their orders have no common scale."""
    work.engine.bind("cases", work.files("cases"))
    bound = ibis.table(work.case_schema, name="cases")
    shares = arm_shares(work.night.challenger_bp if work.night.challenger else 0)
    found = [_ranked(work, bound, arm, share) for arm, share in shares.items()]
    work.candidates = interleaved([ranked for ranked, _ in found], list(shares.values()))
    drawn = [table for _, table in found if table.num_rows]
    work.explorers = pa.table({})
    if drawn:
        by = [("team_id", "ascending"), ("account_id", "ascending")]
        work.explorers = pa.concat_tables(drawn).sort_by(by)


def _ranked(work: Work, bound: ir.Table, arm: int, share: int) -> tuple[pa.Table, pa.Table]:
    """One arm's candidates, and who was drawn of those below its line."""
    strategy = work.night.challenger if arm and work.night.challenger else work.night.strategy
    own = bound if share == WHOLE else bound.filter(bound.arm == arm)
    steps = work.engine.fetch(f"histogram:{arm}", rank.histogram(own)).to_pylist()
    capacity = {team: seconds * share // WHOLE for team, seconds in work.capacity.items()}
    lines = rank.lines(steps, capacity, strategy)
    path = work.folder / f"lines-{arm}.parquet"
    rows = [dataclasses.asdict(line) for line in lines]
    pq.write_table(pa.Table.from_pylist(rows, rank.LINES.to_pyarrow()), path)
    work.engine.bind("lines", [str(path)])
    line_table = ibis.table(rank.LINES, name="lines")
    ranked = work.engine.fetch(f"candidates:{arm}", rank.candidates(own, line_table))
    if not any(line.explore_ppm for line in lines):
        return ranked, pa.table({})
    salt = f"explore:{strategy.experiment.salt}:{work.manifest.as_of}"
    drawn = work.engine.fetch(f"explorers:{arm}", rank.explorers(own, line_table, salt))
    return ranked, drawn
