"""Trees as arrays say what the library that grew them says."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier

from shounuo.inspection.weighing.trees import Trees, read_trees
from shounuo.lab.boosted import histogram_trees_plain, trees_plain


def by_hand() -> Trees:
    """One tree: clue 1 at most 0.5 → −1; else clue 0 at most 2 → +0.25, else +3. Another is a bare leaf."""
    return read_trees(
        {
            "start": -0.5,
            "roots": [0, 5],
            "clue": [1, 0, 0, 0, 0, 0],
            "bar": [0.5, 0, 2.0, 0, 0, 0],
            "low": [1, 1, 3, 3, 4, 5],
            "high": [2, 1, 4, 3, 4, 5],
            "value": [0, -1.0, 0, 0.25, 3.0, 0.125],
        },
    )


def test_each_row_walks_to_its_leaf() -> None:
    trees = by_hand()
    rows = np.array([[9, 0.5], [2, 0.6], [2.1, 0.6]], np.float32)
    assert trees.log_odds(rows).tolist() == [-1.375, -0.125, 2.625]


def test_more_leaves_than_bits_are_refused() -> None:
    """Seventeen leaves on one branch: the set of those ruled out would not hold the last."""
    inner = list(range(0, 32, 2))
    raw = {name: [0] * 33 for name in ("clue", "bar", "value")} | {"start": 0.0, "roots": [0]}
    raw["low"] = [node + 1 if node in inner else node for node in range(33)]
    raw["high"] = [node + 2 if node in inner else node for node in range(33)]
    with pytest.raises(ValueError, match="17 leaves"):
        read_trees(raw)


def test_no_rows_have_no_log_odds() -> None:
    assert by_hand().log_odds(np.zeros((0, 2), np.float32)).tolist() == []


def drawn(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows, whether each is a fault, and rows that no model has seen."""
    random = np.random.default_rng(seed)
    rows = random.normal(size=(400, 6)).astype(np.float32)
    faults = rows[:, 0] * rows[:, 1] + random.normal(size=400) > 0.5
    return rows, faults, random.normal(size=(300, 6)).astype(np.float32)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_arrays_decide_as_the_library_does(seed: int) -> None:
    rows, faults, unseen = drawn(seed)
    model = GradientBoostingClassifier(
        n_estimators=40, max_leaf_nodes=6, subsample=0.7, random_state=seed
    ).fit(rows, faults)
    ours = read_trees(trees_plain(model)).log_odds(unseen)
    assert ours.tolist() == pytest.approx(model.decision_function(unseen).tolist(), abs=1e-3)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_so_do_those_grown_on_histograms(seed: int) -> None:
    rows, faults, unseen = drawn(seed)
    model = HistGradientBoostingClassifier(max_iter=40, max_leaf_nodes=16, random_state=seed)
    model.fit(rows, faults)
    ours = read_trees(histogram_trees_plain(model)).log_odds(unseen)
    assert ours.tolist() == pytest.approx(model.decision_function(unseen).tolist(), abs=1e-3)
