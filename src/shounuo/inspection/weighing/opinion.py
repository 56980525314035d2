"""A yes or no by many clues: the mean of a linear opinion and one of many small trees.

The linear opinion holds where there is little to learn from; the trees know what counts only beside something else.
Learned by `shounuo.lab.learn_opinion`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from shounuo.inspection.weighing.trees import Floats, Places, Trees, read_trees


@dataclass(frozen=True, eq=False)
class Opinion:
    """`weights` [clue]."""

    bias: float
    weights: Floats
    trees: Trees

    def log_odds(self, rows: Floats) -> Floats:
        """One for each row of [row, clue]."""
        line = rows @ self.weights + self.bias
        return np.asarray((line + self.trees.log_odds(rows)) / 2, np.float32)


@dataclass(frozen=True, eq=False)
class Opinions:
    """Several over the same clues, asked at once: `weights` [clue, name], and where in `trees` those of each name begin."""

    names: tuple[str, ...]
    bias: Floats
    weights: Floats
    trees: Trees
    begins: Places

    def log_odds(self, rows: Floats) -> Floats:
        """Of each name [row, name]."""
        line = rows @ self.weights + self.bias
        return np.asarray((line + np.add.reduceat(self.trees.added(rows), self.begins, axis=1)) / 2)


@dataclass(frozen=True, eq=False)
class Apart:
    """Several, each over clues of its own, asked at once: `starts` [name] of the trees, `weights` [name, clue].

    The trees of one name follow those of another, and so do their clues.
    """

    bias: Floats
    starts: Floats
    weights: Floats
    trees: Trees

    def log_odds(self, rows: Floats) -> Floats:
        """Of each name [row, name], by its clues at that row [row, name, clue]."""
        many, names, _ = rows.shape
        line = (rows.transpose(1, 0, 2) @ self.weights[:, :, None])[:, :, 0].T + self.bias
        added = self.trees.added(rows.reshape(many, -1)).reshape(many, names, -1).sum(axis=2)
        return np.asarray((line + (self.starts + added)) / 2, np.float32)


def parse_apart(text: str, names: Sequence[str]) -> Apart:
    """The opinions of a file of these names as one; each has as many clues and trees as another."""
    raw: dict[str, Any] = json.loads(text)
    told = [raw[name] for name in names]
    weights = np.array([one["weights"] for one in told], np.float32)
    clues = weights.shape[1]
    every = [
        {**one["trees"], "clue": [k * clues + clue for clue in one["trees"]["clue"]]}
        for k, one in enumerate(told)
    ]
    return Apart(
        np.array([one["bias"] for one in told], np.float32),
        np.array([one["trees"]["start"] for one in told], np.float32),
        weights,
        read_trees(_one_row(every)),
    )


def parse_together(text: str) -> Opinions:
    """The opinions of a file as one."""
    raw: dict[str, Any] = json.loads(text)
    every = [told["trees"] for told in raw.values()]
    grown = np.cumsum([0, *(len(trees["roots"]) for trees in every)])
    bias = [told["bias"] + trees["start"] for told, trees in zip(raw.values(), every, strict=True)]
    weights = np.array([told["weights"] for told in raw.values()], np.float32).T
    return Opinions(
        tuple(raw), np.array(bias, np.float32), weights, read_trees(_one_row(every)), grown[:-1]
    )


def _one_row(every: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The nodes of several as `read_trees` reads those of one; where each starts is left to its bias."""
    row: dict[str, Any] = defaultdict(list)
    for trees in every:
        before = len(row["clue"])
        for name in ("roots", "low", "high"):
            row[name] += [before + node for node in trees[name]]
        for name in ("clue", "bar", "value"):
            row[name] += trees[name]
    return {**row, "start": 0.0}


def parse_opinions(text: str) -> dict[str, Opinion]:
    """The opinions of a file by their names, in its order."""
    raw: dict[str, Any] = json.loads(text)
    return {
        name: Opinion(
            told["bias"], np.array(told["weights"], np.float32), read_trees(told["trees"])
        )
        for name, told in raw.items()
    }
