"""Boosted trees of scikit-learn as the plain arrays that inspection reads."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier

_DIGITS = 5


def trees_plain(model: GradientBoostingClassifier) -> dict[str, Any]:
    """What `weighing.trees.read_trees` reads: `start` is the log-odds of the share of yes among the rows."""
    share = float(model.init_.class_prior_[1])
    plain: dict[str, Any] = {name: [] for name in ("roots", "clue", "bar", "low", "high", "value")}
    for (grown,) in model.estimators_:
        tree, base = grown.tree_, len(plain["clue"])
        own, leaf = np.arange(tree.node_count), tree.children_left < 0
        value = model.learning_rate * tree.value[:, 0, 0]
        plain["roots"].append(base)
        plain["clue"] += np.where(leaf, 0, tree.feature).tolist()
        plain["bar"] += np.where(leaf, 0, tree.threshold).round(_DIGITS).tolist()
        plain["low"] += (base + np.where(leaf, own, tree.children_left)).tolist()
        plain["high"] += (base + np.where(leaf, own, tree.children_right)).tolist()
        plain["value"] += np.where(leaf, value, 0).round(_DIGITS).tolist()
    return {"start": round(float(np.log(share / (1 - share))), _DIGITS), **plain}


def histogram_trees_plain(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    """The same of trees that were grown on histograms; the library keeps those where only its own parts are meant to look,
    so its version is pinned and a test holds the arrays against what it says itself."""
    plain: dict[str, Any] = {name: [] for name in ("roots", "clue", "bar", "low", "high", "value")}
    for (grown,) in model._predictors:
        nodes, base = grown.nodes, len(plain["clue"])
        own, leaf = np.arange(len(nodes)), nodes["is_leaf"].astype(bool)
        plain["roots"].append(base)
        plain["clue"] += np.where(leaf, 0, nodes["feature_idx"]).tolist()
        plain["bar"] += np.where(leaf, 0, nodes["num_threshold"]).round(_DIGITS).tolist()
        plain["low"] += (base + np.where(leaf, own, nodes["left"])).tolist()
        plain["high"] += (base + np.where(leaf, own, nodes["right"])).tolist()
        plain["value"] += np.where(leaf, nodes["value"], 0).round(_DIGITS).tolist()
    return {"start": round(float(model._baseline_prediction.item()), _DIGITS), **plain}
