"""Boosted trees, learned elsewhere, as plain arrays: every tree asks a few clues and adds to the log-odds.

No tree is walked from its root. All questions of all trees are asked at once; each answered "above" rules out the leaves
on its low side, and the first leaf that nothing ruled out is the one a walk would have come to (the QuickScorer of
Lucchese et al., SIGIR 2015). That is a handful of operations on whole arrays, where a walk takes five for each level: a
quarter of the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.intp]
Leaves = NDArray[
    np.uint16
]  # a bit for each leaf of a tree, the lowest for the one farthest on the low side

_MOST_LEAVES = 16
_SETS = np.arange(1 << _MOST_LEAVES)
# Of each set of leaves, the first that is not in it.
_FIRST_OUTSIDE = np.log2(~_SETS & (_SETS + 1)).astype(np.intp)


@dataclass(frozen=True, eq=False)
class Trees:
    """Questions [question, tree]: whether a `clue` is above its `bar`, which `rules_out` leaves; `value` [tree, leaf].

    A tree with fewer questions than another has some to which nothing is above.
    """

    start: float
    clue: Places
    bar: Floats
    rules_out: Leaves
    value: Floats

    def log_odds(self, rows: Floats) -> Floats:
        """One for each row [row, clue]."""
        return np.asarray(self.start + self.added(rows).sum(axis=1), np.float32)

    def added(self, rows: Floats) -> Floats:
        """What each tree adds [row, tree]."""
        # Every clue is there; to clip those that are not spares `take` the look whether one is not.
        asked = rows.take(self.clue.ravel(), axis=1, mode="clip")
        asked = asked.reshape(len(rows), *self.clue.shape)
        ruled_out = np.bitwise_or.reduce((asked > self.bar) * self.rules_out, axis=1)
        trees, leaves = self.value.shape
        reached = _FIRST_OUTSIDE.take(ruled_out) + np.arange(trees) * leaves
        return np.asarray(self.value.take(reached), np.float32)


@dataclass(frozen=True, slots=True)
class _Question:
    clue: int
    bar: float
    rules_out: int


def read_trees(raw: Mapping[str, Any]) -> Trees:
    """`raw`: `roots`, and of all nodes in one row `clue`, `bar`, `low`, `high` and `value`, as `lab.boosted` writes them.

    A node asks whether its clue is at most its bar: if so it leads to `low`, else to `high`; a leaf leads to itself.
    """
    grown = [_Tree(raw, root) for root in raw["roots"]]
    leaves = max(len(tree.values) for tree in grown)
    if leaves > _MOST_LEAVES:
        raise ValueError(f"a tree has {leaves} leaves; at most {_MOST_LEAVES} can be told apart")
    shape = max(len(tree.questions) for tree in grown), len(grown)
    clue, rules_out = np.zeros(shape, np.intp), np.zeros(shape, np.uint16)
    bar, value = np.full(shape, np.inf, np.float32), np.zeros((len(grown), leaves), np.float32)
    for k, tree in enumerate(grown):
        value[k, : len(tree.values)] = tree.values
        for n, asks in enumerate(tree.questions):
            clue[n, k], bar[n, k], rules_out[n, k] = asks.clue, asks.bar, asks.rules_out
    return Trees(raw["start"], clue, bar, rules_out, value)


class _Tree:
    """One tree of `raw`: its questions, and the values of its leaves from the low side to the high."""

    def __init__(self, raw: Mapping[str, Any], root: int) -> None:
        self.values: list[float] = []
        self.questions = list(self._grow(raw, root))

    def _grow(self, raw: Mapping[str, Any], node: int) -> Iterator[_Question]:
        if raw["low"][node] == node:
            self.values.append(raw["value"][node])
            return
        first = len(self.values)
        yield from self._grow(raw, raw["low"][node])
        low_side = (1 << len(self.values)) - (1 << first)
        yield _Question(raw["clue"][node], raw["bar"][node], low_side)
        yield from self._grow(raw, raw["high"][node])
