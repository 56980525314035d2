"""Whether a turn is the first to do a step, by its clues: the mean of a linear opinion and one of many small trees.

The linear opinion holds where there is little to learn from; the trees know what counts only beside something else.
Learned by `shounuo.lab.learn_steps`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.weighing.model import Floats, weights_text

DEPTH = 3


@dataclass(frozen=True, eq=False)
class Opinion:
    """Of one step. Each tree is whole: node k leads on to 2k+1 where its clue is at most `upto`, else to 2k+2.

    `clues`, `upto` [tree, node] and `worth` [tree, leaf].
    """

    bias: float
    weights: Floats
    clues: NDArray[np.intp]
    upto: Floats
    worth: Floats

    def log_odds(self, rows: Floats) -> Floats:
        """One for each row of [turn, clue]."""
        over = (rows[:, self.clues] > self.upto).ravel()
        nodes, count = 2**DEPTH - 1, len(self.clues)
        start = np.arange(len(rows) * count) * nodes
        node = np.zeros(len(rows) * count, np.intp)
        for _ in range(DEPTH):
            node = 2 * node + 1 + over[start + node]
        leaves = np.tile(np.arange(count) * 2**DEPTH, len(rows)) + node - nodes
        by_trees = self.worth.ravel()[leaves].reshape(len(rows), count).sum(axis=1)
        total: Floats = rows @ self.weights + by_trees + np.float32(self.bias)
        return total


@cache
def opinions(language: Language) -> Mapping[str, Opinion]:
    """Those of one language by step, read once."""
    return parse_opinions(weights_text(f"{language}.first.json"))


def parse_opinions(text: str) -> dict[str, Opinion]:
    raw: dict[str, Any] = json.loads(text)
    return {
        step: Opinion(
            told["bias"],
            np.array(told["weights"], np.float32),
            np.array(told["clues"], np.intp),
            np.array(told["upto"], np.float32),
            np.array(told["worth"], np.float32),
        )
        for step, told in raw.items()
    }


def opinions_text(opinions: Mapping[str, Opinion]) -> str:
    """The file that `parse_opinions` reads, a step a line."""
    lines = [f"{json.dumps(step)}: {json.dumps(_plain(told))}" for step, told in opinions.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _plain(told: Opinion) -> dict[str, Any]:
    return {
        "bias": round(told.bias, 3),
        "weights": _rounded(told.weights, 3),
        "clues": told.clues.tolist(),
        "upto": _rounded(told.upto, 3),
        "worth": _rounded(told.worth, 3),
    }


def _rounded(values: Floats, places: int) -> Any:
    return np.round(values.astype(float), places).tolist()
