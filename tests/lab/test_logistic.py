"""The models fitted at once are those that a library fits one by one."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from shounuo.lab.logistic import RIDGE, Design, fit, gathered, unheard, unheard_by_kind


def some_rows() -> list[dict[str, float]]:
    chance = np.random.default_rng(7)
    return [
        {f"piece {k}": float(chance.random()) for k in chance.choice(12, size=5, replace=False)}
        for _ in range(300)
    ]


def test_what_stands_in_few_rows_is_left_out() -> None:
    design = Design([{"a": 1.0, "b": 2.0}, {"a": 3.0}], least=2)
    assert design.names == ["a"]
    assert design.matrix.toarray().tolist() == [[1.0], [3.0]]


def test_features_of_a_row_are_added_up() -> None:
    assert gathered([("a", 1.0), ("b", 0.5), ("a", 0.25)]) == {"a": 1.25, "b": 0.5}


def test_each_model_is_the_one_a_library_fits() -> None:
    design = Design(some_rows(), least=1)
    said = np.asarray(design.matrix.sum(axis=1)).ravel()
    first = design.matrix[:, 0].toarray().ravel()
    codes = np.column_stack([first > 0.3, said > np.median(said)]).astype(np.float32)
    weights, bias = fit(design.matrix, codes, np.ones((len(said), 1), np.float32), rounds=400)
    for column in range(2):
        alone = LogisticRegression(C=1 / RIDGE, tol=1e-8, max_iter=2000)
        alone.fit(design.matrix, codes[:, column])
        assert weights[:, column] == pytest.approx(alone.coef_[0], abs=0.02)
        assert bias[column] == pytest.approx(alone.intercept_[0], abs=0.02)


def test_a_row_that_counts_for_nothing_teaches_nothing() -> None:
    rows = some_rows()
    codes = np.array([[float(k % 2)] for k in range(300)], np.float32)
    counts = np.array([[1.0]] * 200 + [[0.0]] * 100, np.float32)
    everything, kept = Design(rows, least=1), Design(rows[:200], least=1)
    assert everything.names == kept.names
    with_them, _ = fit(everything.matrix, codes, counts, rounds=400)
    without, _ = fit(kept.matrix, codes[:200], np.ones((200, 1), np.float32), rounds=400)
    assert with_them == pytest.approx(without, abs=0.02)


def test_no_row_is_judged_by_what_its_own_fold_taught() -> None:
    """Other labels of one fold change how the others are judged, not it; fold −1 is not judged at all."""
    design, fold = Design(some_rows(), least=1), np.array([0] * 140 + [1] * 140 + [-1] * 20)
    codes = np.array([[float(k % 2)] for k in range(300)], np.float32)
    turned = np.where(fold[:, None] == 0, 1 - codes, codes).astype(np.float32)
    counts = np.ones((300, 1), np.float32)
    before, after = (unheard(design, c, counts, fold) for c in (codes, turned))
    assert before[fold == 0].tolist() == after[fold == 0].tolist()
    assert np.abs(before[fold == 1] - after[fold == 1]).max() > 0.1
    assert not before[fold == -1].any()


def test_what_each_kind_of_feature_adds_makes_up_the_whole() -> None:
    """But for the bias of the row's fold, which is one figure a fold."""
    design, fold = Design(some_rows(), least=1), np.array([0] * 140 + [1] * 140 + [-1] * 20)
    codes = np.array([[float(k % 2)] for k in range(300)], np.float32)
    kinds = [f"piece {digit}" for digit in range(10)]  # 10 and 11 are of the kind of 1
    odds, told = unheard_by_kind(design, codes, np.ones((300, 1), np.float32), fold, kinds)
    assert np.abs(told).max() > 0.1
    bias = odds[:, 0] - told[:, :, 0].sum(axis=1)
    for k in (0, 1):
        assert bias[fold == k] == pytest.approx(bias[fold == k][0], abs=1e-4)
