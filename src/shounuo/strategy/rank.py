"""From decided cases to each team's ranked candidates, as far down as its capacity can reach.

A histogram of seconds over coarse steps of `rank_key` finds how far down a team can get; only the cases
above that line are sorted. The steps may be coarse (and float): any superset sorts to the same queue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from shounuo.strategy.cases import CODE, TIER_STEP
from shounuo.strategy.features import whole
from shounuo.strategy.split import draw_column
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.value import floor

CANDIDATE_COLUMNS = (
    "account_id",
    "person_id",
    "lender_id",
    "team_id",
    "arm",
    "segment",
    "expected_seconds",
    "value_cents",
    "value_per_hour_cents",
    "rank_key",
    "slot",
)
LINES = ibis.schema(
    {"team_id": "int32", "line": "int64", "reach_seconds": "int64", "explore_ppm": "int64"}
)
STEPS_PER_E = 20  # a step is 5% of the key


@dataclass(frozen=True, slots=True)
class Line:
    """How far one team reaches: keys ≥ `line` are sorted, `reach_seconds` of them are candidates.

    `explore_ppm`: the chance, in millionths, that a case below the line is drawn for exploration.
    """

    team_id: int
    line: int
    reach_seconds: int
    explore_ppm: int


def histogram(cases: ir.Table) -> ir.Table:
    """Seconds (all, and of those that may be randomised) per team and coarse step of the key."""
    callable_ = cases.filter(cases.decision == CODE["call"])
    value = callable_.rank_key % TIER_STEP
    step = whole((value.cast("float64") + 1.0).ln() * (STEPS_PER_E * 1.0))
    tier = floor(callable_.rank_key, TIER_STEP)
    return (
        callable_.mutate(tier=tier, step=step)
        .group_by("team_id", "tier", "step")
        .agg(
            lowest=lambda t: t.rank_key.min(),
            seconds=lambda t: whole(t.expected_seconds.sum()),
            pool_seconds=lambda t: whole((t.expected_seconds * t.may_randomise).sum()),
            accounts=lambda t: whole(t.count()),
        )
    )


def lines(
    rows: Iterable[Mapping[str, int]], capacity: Mapping[int, int], strategy: Strategy
) -> list[Line]:
    """Each team's line from the histogram's rows (of any number of parts)."""
    by_team: dict[int, list[Mapping[str, int]]] = {team: [] for team in capacity}
    for row in rows:
        if row["team_id"] in by_team:
            by_team[row["team_id"]].append(row)
    return [
        _line(team, by_team[team], seconds, strategy) for team, seconds in sorted(capacity.items())
    ]


def _line(team: int, rows: list[Mapping[str, int]], capacity: int, strategy: Strategy) -> Line:
    reserve = capacity * strategy.experiment.explore_bp // 10_000
    reach = (capacity - reserve) * (10_000 + strategy.spare_bp) // 10_000
    line, seconds, below = 2**62, 0, 0
    for row in sorted(rows, key=lambda r: -r["lowest"]):
        if seconds < reach:
            line, seconds = row["lowest"], seconds + row["seconds"]
        else:
            below += row["pool_seconds"]
    explore = min(reserve * 1_000_000 // below, 200_000) if below and reserve else 0
    return Line(team, line, reach, explore)


def candidates(cases: ir.Table, lines_: ir.Table) -> ir.Table:
    """Ranked candidates: `place` 1… within a team, `seconds_before` it in the queue."""
    near = cases.filter(cases.decision == CODE["call"]).join(lines_, "team_id")
    near = near.filter(near.rank_key >= near.line)
    window = ibis.window(group_by="team_id", order_by=[near.rank_key.desc(), near.account_id])
    cumulative = ibis.cumulative_window(
        group_by="team_id", order_by=[near.rank_key.desc(), near.account_id]
    )
    ranked = near.mutate(
        place=whole(ibis.row_number().over(window) + 1),
        seconds_before=whole(near.expected_seconds.sum().over(cumulative) - near.expected_seconds),
    )
    reached = ranked.filter(ranked.seconds_before < ranked.reach_seconds)
    return reached.select(*CANDIDATE_COLUMNS, "may_randomise", "place", "seconds_before")


def explorers(cases: ir.Table, lines_: ir.Table, salt: str) -> ir.Table:
    """Cases below the line drawn by chance; `explore_ppm` is their logged propensity."""
    far = cases.filter(cases.decision == CODE["call"], cases.may_randomise == 1)
    far = far.join(lines_, "team_id")
    far = far.filter(far.rank_key < far.line, draw_column(far.account_id, salt) < far.explore_ppm)
    return far.select(*CANDIDATE_COLUMNS, "may_randomise", "explore_ppm")
