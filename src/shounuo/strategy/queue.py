"""The published tables: each team's queue, and the candidates the gate refused with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from shounuo.strategy.answers import Answer
from shounuo.strategy.rank import CANDIDATE_COLUMNS
from shounuo.strategy.split import MILLION
from shounuo.strategy.strategy_file import Experiment

QUEUE = pa.schema(
    [
        ("position", pa.int32()),
        *((n, pa.int64()) for n in CANDIDATE_COLUMNS),
        ("explored", pa.int32()),
        ("propensity_ppm", pa.int64()),
    ]
)
REFUSED = pa.schema(
    [
        ("account_id", pa.int64()),
        ("team_id", pa.int64()),
        ("outcome", pa.string()),
        ("reason", pa.string()),
        ("earliest", pa.string()),
    ]
)


def queue_table(
    candidates: pa.Table,
    rows: Sequence[int],
    experiment: Experiment,
    *,
    explored: bool,
    after: Mapping[int, int] | None = None,
) -> pa.Table:
    """`position` from 1 within a team, or from `after[team]` + 1; `propensity_ppm` is the chance this account had to be here.

    Above the line the chance is one, less the holdout where the account may be randomised; below it,
    the logged share of exploration.
    """
    taken = candidates.take(pa.array(sorted(rows), pa.int64()))
    columns = {name: taken[name].cast(pa.int64()) for name in CANDIDATE_COLUMNS}
    held = experiment.holdout_bp * 100
    chances = (
        taken["explore_ppm"].to_pylist()
        if explored
        else [MILLION - held * may for may in taken["may_randomise"].to_pylist()]
    )
    return pa.table(
        {
            "position": _positions(taken["team_id"].to_pylist(), after or {}),
            **columns,
            "explored": [int(explored)] * len(chances),
            "propensity_ppm": chances,
        },
        schema=QUEUE,
    )


def places_taken(queue: pa.Table) -> dict[int, int]:
    """How many places of each team's queue are taken."""
    counts = queue.group_by("team_id").aggregate([([], "count_all")]).to_pylist()
    return {row["team_id"]: row["count_all"] for row in counts}


def _positions(teams: Sequence[int], after: Mapping[int, int]) -> list[int]:
    seen = dict(after)
    positions = []
    for team in teams:
        seen[team] = seen.get(team, 0) + 1
        positions.append(seen[team])
    return positions


def refused_table(candidates: pa.Table, refused: Sequence[tuple[int, Answer]]) -> pa.Table:
    accounts, teams = candidates["account_id"].to_pylist(), candidates["team_id"].to_pylist()
    rows = [
        {
            "account_id": accounts[r],
            "team_id": teams[r],
            "outcome": a.outcome,
            "reason": a.reason,
            "earliest": a.earliest,
        }
        for r, a in refused
    ]
    return pa.Table.from_pylist(rows, schema=REFUSED)
