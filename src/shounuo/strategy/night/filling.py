"""Fifth stage: the gate is asked in order of rank until each team's time is full."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq

from shounuo.strategy.gating import fill
from shounuo.strategy.night.work import Work
from shounuo.strategy.queue import places_taken, queue_table, refused_table


def fill_queue(work: Work) -> None:
    """The share of each team's time kept for those drawn is filled after the rest, behind its places."""
    reserve = dict.fromkeys(work.capacity, 0)
    experiment = work.night.strategy.experiment
    if work.explorers.num_rows:
        reserve = {
            team: seconds * experiment.explore_bp // 10_000
            for team, seconds in work.capacity.items()
        }
    main = {team: seconds - reserve[team] for team, seconds in work.capacity.items()}
    work.filled = fill(work.candidates, main, work.night.gate)
    queue = queue_table(work.candidates, work.filled.queued, experiment, explored=False)
    refused = refused_table(work.candidates, work.filled.refused)
    if work.explorers.num_rows:
        drawn = fill(work.explorers, reserve, work.night.gate)
        more = queue_table(
            work.explorers, drawn.queued, experiment, explored=True, after=places_taken(queue)
        )
        queue = pa.concat_tables([queue, more])
        refused = pa.concat_tables([refused, refused_table(work.explorers, drawn.refused)])
        work.filled.asked += drawn.asked
    work.queue, work.refused = queue, refused
    pq.write_table(queue, work.folder / "queue.parquet")
    pq.write_table(refused, work.folder / "refused.parquet")
