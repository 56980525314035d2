"""Learns a yes or no by many clues: the fields of `weighing.opinion.Opinion`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from shounuo.inspection.weighing.trees import Floats
from shounuo.lab.boosted import trees_plain

RIDGE = 20.0  # of the linear opinion, its clues brought to one scale
_SHAPE = {"max_depth": 3, "min_samples_leaf": 10, "subsample": 0.6, "random_state": 0}
_DIGITS = 3


def learn_opinion(rows: Floats, yes: NDArray[np.bool_], trees: Mapping[str, Any]) -> dict[str, Any]:
    """The opinion that `rows` [row, clue] teach, each row a `yes` or a no; `trees`: how many of them, and how fast they learn."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1.0
    line = LogisticRegression(C=1 / RIDGE, max_iter=500).fit((rows - mean) / spread, yes)
    weights = line.coef_[0] / spread
    bias = float(line.intercept_[0] - weights @ mean)
    grown = GradientBoostingClassifier(**_SHAPE, **trees).fit(rows, yes)
    return {
        "bias": round(bias, _DIGITS),
        "weights": np.round(weights.astype(float), _DIGITS).tolist(),
        "trees": trees_plain(grown),
    }


def opinions_text(opinions: Mapping[str, dict[str, Any]]) -> str:
    """The file that `parse_opinions` reads, an opinion a line."""
    lines = [
        f"{json.dumps(name)}: {json.dumps(told, separators=(',', ':'))}"
        for name, told in opinions.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"
