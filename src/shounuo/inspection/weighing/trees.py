"""Boosted trees, learned elsewhere, as plain arrays: every tree asks a few clues and adds to the log-odds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Trees:
    """All nodes in one row, each tree from its root on. A node asks whether its clue is at most its `bar`:
    if so it leads to `low`, else to `high`. A leaf leads to itself and adds `value`."""

    start: float
    roots: Places
    clue: Places
    bar: Floats
    low: Places
    high: Places
    value: Floats
    depth: int

    def log_odds(self, rows: Floats) -> Floats:
        """One for each row [row, clue]."""
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        row = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            at = np.where(rows[row, self.clue[at]] <= self.bar[at], self.low[at], self.high[at])
        return np.asarray(self.start + self.value[at].sum(axis=1), np.float32)


def read_trees(raw: Mapping[str, Any]) -> Trees:
    """`raw`: the fields by name, as `lab.boosted` writes them; the depth is counted here."""
    roots, clue, low, high = (np.array(raw[k], np.intp) for k in ("roots", "clue", "low", "high"))
    bar, value = (np.array(raw[name], np.float32) for name in ("bar", "value"))
    return Trees(raw["start"], roots, clue, bar, low, high, value, _depth(roots, low, high))


def _depth(roots: Places, low: Places, high: Places) -> int:
    """Steps after which every path has come to its leaf."""
    reached, steps = roots, 0
    while len(reached):
        inner = reached[low[reached] != reached]
        reached = np.concatenate([low[inner], high[inner]])
        steps += bool(len(inner))
    return steps
