"""Default and cure on the Taiwan file, against a published-style logistic regression in the same run.

Two questions. *Default in October*, known for one month only: learned on two thirds of the accounts, by
a hash of their number, judged on the rest. *Cure next month* of accounts already late: learned on May and
June, judged on July → August, all before September, when the coding of status 1 changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from shounuo.strategy.learning import learn, told
from shounuo.strategy.proofs.taiwan_data import Ints, history, published_columns, read
from shounuo.strategy.quality import Floats, fairness, quality
from shounuo.strategy.split import draw

MAY, JUNE, JULY, AUGUST, SEPTEMBER = range(1, 6)
Rows = NDArray[np.bool_]


def prove(path: Path) -> dict[str, Any]:
    """Figures of both questions. Deterministic: the same file gives the same figures."""
    data = read(path)
    return {"accounts": len(data["limit"]), "default": _default(data), "cure": _cure(data)}


def _stack(columns: dict[str, Ints]) -> Floats:
    return np.stack(list(columns.values()), 1).astype(float)


def _published(train: Floats, outcome: Ints, test: Floats) -> Floats:
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=2000))
    return np.asarray(model.fit(train, outcome).predict_proba(test)[:, 1])


def _boosted(train: Floats, outcome: Ints, test: Floats) -> Floats:
    model = HistGradientBoostingClassifier(
        max_iter=150,
        learning_rate=0.05,
        max_leaf_nodes=15,
        min_samples_leaf=60,
        l2_regularization=1.0,
        random_state=0,
    )
    return np.asarray(model.fit(train, outcome).predict_proba(test)[:, 1])


def _default(data: dict[str, Ints]) -> dict[str, Any]:
    test = np.array([draw(i, "taiwan") >= 666_667 for i in range(len(data["limit"]))])
    features, raw = history(data, SEPTEMBER, 6), published_columns(data, SEPTEMBER, 6)
    late, truth = features, data["default"]
    train = ~test
    card = learn({n: v[train] for n, v in late.items()}, truth[train])
    chance = told(card, {n: v[test] for n, v in late.items()})
    boosted = _boosted(_stack(features)[train], truth[train], _stack(features)[test])
    baseline = _published(raw[train], truth[train], raw[test])
    groups = {
        "sex 1": data["sex"][test] == 1,
        "sex 2": data["sex"][test] == 2,
        "under 30": data["age"][test] < 30,
        "30 to 49": (data["age"][test] >= 30) & (data["age"][test] < 50),
        "50 and over": data["age"][test] >= 50,
    }
    return {
        "split": "two thirds of the accounts to learn, one third to judge, by hash",
        "published_style_logistic": quality(truth[test], baseline),
        "scorecard": quality(truth[test], chance),
        "boosted": quality(truth[test], boosted),
        "gain_over_baseline": _gain(truth[test], chance, baseline),
        "fairness_of_scorecard": fairness(truth[test], chance, groups),
    }


def _late(data: dict[str, Ints], month: int) -> Rows:
    return np.asarray(data["status"][:, month] >= 2)


def _cure_rows(data: dict[str, Ints], month: int) -> tuple[dict[str, Ints], Floats, Ints]:
    """(features, raw columns, cured next month) of the accounts late in `month`, two months back."""
    rows = _late(data, month)
    features = {n: v[rows] for n, v in history(data, month, 2).items()}
    return (
        features,
        published_columns(data, month, 2)[rows],
        (data["status"][rows, month + 1] <= 0).astype(np.int64),
    )


def _cure(data: dict[str, Ints]) -> dict[str, Any]:
    learned = [_cure_rows(data, m) for m in (MAY, JUNE)]
    features = {n: np.concatenate([f[0][n] for f in learned]) for n in learned[0][0]}
    raw = np.concatenate([f[1] for f in learned])
    outcome = np.concatenate([f[2] for f in learned])
    later, later_raw, truth = _cure_rows(data, JULY)
    chance = told(learn(features, outcome), later)
    baseline = _published(raw, outcome, later_raw)
    boosted = _boosted(_stack(features), outcome, _stack(later))
    return {
        "split": "learned on May→June and June→July, judged on July→August",
        "not_used": "August→September: the coding of status 1 changed",
        "published_style_logistic": quality(truth, baseline),
        "scorecard": quality(truth, chance),
        "boosted": quality(truth, boosted),
        "gain_over_baseline": _gain(truth, chance, baseline),
    }


def _gain(truth: Ints, ours: Floats, theirs: Floats, rounds: int = 200) -> dict[str, Any]:
    """AUC of ours less theirs on the same cases, with a paired bootstrap interval."""
    from sklearn.metrics import roc_auc_score

    rng = np.random.default_rng(11)
    found = []
    for _ in range(rounds):
        rows = rng.integers(0, len(truth), len(truth))
        found.append(
            roc_auc_score(truth[rows], ours[rows]) - roc_auc_score(truth[rows], theirs[rows])
        )
    gap = float(roc_auc_score(truth, ours) - roc_auc_score(truth, theirs))
    return {"auc": gap, "auc_95": [float(np.quantile(found, q)) for q in (0.025, 0.975)]}
