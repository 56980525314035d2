"""Champion and challenger side by side in one queue: each has its share of a team's time, from front to end.

What one strategy ranks by (value an hour) and another (the balance) have no common scale: ranked together,
the one with the larger numbers would take all of the time and the other never be tried.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

WHOLE = 10_000


def arm_shares(challenger_bp: int) -> dict[int, int]:
    """Arm → its share in basis points; 0 the champion, 1 the challenger."""
    return {0: WHOLE - challenger_bp, 1: challenger_bp} if challenger_bp else {0: WHOLE}


def interleaved(ranked: Sequence[pa.Table], shares: Sequence[int]) -> pa.Table:
    """Candidates of all arms per team: whoever is least far through their own arm's time comes next.

    Wherever the queue is cut off, each arm has had its share up to there. One arm keeps its own places.
    """
    if len(ranked) == 1:
        return ranked[0].sort_by([("team_id", "ascending"), ("place", "ascending")])
    through = [
        table.append_column(
            "through",
            pc.divide(pc.multiply(table["seconds_before"].cast(pa.int64()), WHOLE), share),
        )
        for table, share in zip(ranked, shares, strict=True)
    ]
    order = [(name, "ascending") for name in ("team_id", "through", "arm", "place")]
    return pa.concat_tables(through).sort_by(order).drop_columns("through")
