"""The one gate asked in bulk: candidates → facts → `rules.gate.decide`, over as many workers as wanted.

The same code decides here and at the dial button; nothing is copied into columns. The night asks about
the planned hour; the button asks again at the press.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import pyarrow as pa

from shounuo.strategy.answers import Answer, FactsOf, Row, answers, ready

CHUNK = 2_000


class BulkGate:
    """A `gating.Gate`. `workers` 1 asks in this process; more start once and stay until `close`."""

    def __init__(self, facts_of: FactsOf, workers: int = 1) -> None:
        self.facts_of = facts_of
        self.decided = 0  # verdicts asked for, of all answers given
        self.pool = ProcessPoolExecutor(workers, get_context("spawn")) if workers > 1 else None
        if self.pool:
            for _ in range(workers):
                self.pool.submit(ready)

    def __call__(self, candidates: pa.Table) -> Sequence[Answer]:
        rows = candidates.to_pylist()
        asked, places = self._distinct(rows)
        found = self._ask(asked)
        return [found[place] for place in places]

    def _distinct(self, rows: Sequence[Row]) -> tuple[list[Row], list[int]]:
        """The rows to ask about, and for every row which of them answers for it.

        Rules compare who is who and never read a name, so facts alike but for names share a verdict.
        """
        asked: list[Row] = []
        places: list[int] = []
        first: dict[Hashable, int] = {}
        for row in rows:
            key = self.facts_of.alike(row)
            place = len(asked) if key is None else first.setdefault(key, len(asked))
            if place == len(asked):
                asked.append(row)
            places.append(place)
        self.decided += len(asked)
        return asked, places

    def _ask(self, rows: Sequence[Row]) -> list[Answer]:
        chunks = [rows[i : i + CHUNK] for i in range(0, len(rows), CHUNK)]
        each = self.pool.map if self.pool else map
        return [a for part in each(partial(answers, self.facts_of), chunks) for a in part]

    def close(self) -> None:
        if self.pool:
            self.pool.shutdown()
