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

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.weighing.model import weights_text
from shounuo.inspection.weighing.trees import Floats, Trees, read_trees


@dataclass(frozen=True, eq=False)
class Opinion:
    """Of one step; `weights` [clue]."""

    bias: float
    weights: Floats
    trees: Trees

    def log_odds(self, rows: Floats) -> Floats:
        """One for each row of [turn, clue]."""
        line = rows @ self.weights + self.bias
        return np.asarray((line + self.trees.log_odds(rows)) / 2, np.float32)


@cache
def opinions(language: Language) -> Mapping[str, Opinion]:
    """Those of one language by step, read once."""
    return parse_opinions(weights_text(f"{language}.first.json"))


def parse_opinions(text: str) -> dict[str, Opinion]:
    """The file that `lab.learn_steps` writes."""
    raw: dict[str, Any] = json.loads(text)
    return {
        step: Opinion(
            told["bias"], np.array(told["weights"], np.float32), read_trees(told["trees"])
        )
        for step, told in raw.items()
    }
