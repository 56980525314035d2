"""Learning a scorecard: bin each feature, fit a regularised logistic regression on the bins, round to points.

Fitted on the earlier cases, calibrated on the next ones, judged on the last: what is told of quality is
told of cases later than everything learned from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shounuo.strategy.quality import Floats
from shounuo.strategy.scorecard import CLIP, ODDS, POINTS_PER_LOGIT, Bins, Scorecard, points_of

Columns = Mapping[str, NDArray[np.int64]]
MINIMUM_EVENTS = 50  # of either outcome; below it a rule of thumb is more honest


@dataclass(frozen=True, slots=True)
class TooThinError(Exception):
    """Too few outcomes to learn from: keep the prior."""

    events: int
    others: int


def edges_of(values: NDArray[np.int64], bins: int = 6) -> tuple[int, ...]:
    """Rising edges at quantiles; a value that is common stands in a bin of its own.

    Where the lowest value is so common that it takes quantiles for itself, the bins it leaves go to what
    lies above it: a flag that one in twenty carries, or a second broken promise, would else be lost.
    """
    low = values.min()
    cuts = _quantiles(values, bins)
    cuts = cuts[cuts > low]
    above = values[values > low]
    if len(above) >= MINIMUM_EVENTS and len(cuts) < bins - 1:
        more = _quantiles(above, bins - len(cuts))
        cuts = np.unique(np.concatenate([cuts, [above.min()], more]))[: bins - 1]
    return tuple(int(c) for c in cuts)


def _quantiles(values: NDArray[np.int64], bins: int) -> NDArray[np.int64]:
    inner = np.linspace(0, 1, bins + 1)[1:-1]
    return np.unique(np.quantile(values, inner, method="higher")).astype(np.int64)


def binned(values: NDArray[np.int64], edges: Sequence[int]) -> NDArray[np.int64]:
    return np.searchsorted(np.asarray(edges, np.int64), values, side="right").astype(np.int64)


def _one_hot(columns: Columns, edges: Mapping[str, Sequence[int]]) -> Floats:
    blocks = [np.eye(len(e) + 1)[binned(columns[name], e)] for name, e in edges.items()]
    return np.concatenate(blocks, axis=1)


def learn(
    columns: Columns,
    outcome: NDArray[Any],
    calibrate: tuple[Columns, NDArray[Any]] | None = None,
    edges: Mapping[str, Sequence[int]] | None = None,
    strength: float = 0.5,
) -> Scorecard:
    """The scorecard of `outcome` (0/1). `calibrate`: later cases that set its level and slope.

    Raises `TooThinError` below `MINIMUM_EVENTS` of either outcome.
    """
    events = int(outcome.sum())
    if min(events, len(outcome) - events) < MINIMUM_EVENTS:
        raise TooThinError(events, len(outcome) - events)
    cuts = {n: tuple(edges[n]) if edges and n in edges else edges_of(v) for n, v in columns.items()}
    fitted = _logistic(_one_hot(columns, cuts), outcome, strength)
    slope, level = 1.0, 0.0
    if calibrate is not None:
        slope, level = _platt(_logit(fitted, calibrate[0], cuts), calibrate[1])
    return _rounded(
        columns, cuts, fitted.coef_[0] * slope, float(fitted.intercept_[0]) * slope + level
    )


def _logit(fitted: Any, columns: Columns, cuts: Mapping[str, Sequence[int]]) -> Floats:
    return np.asarray(fitted.decision_function(_one_hot(columns, cuts)))


def _logistic(rows: Floats, outcome: NDArray[Any], strength: float) -> Any:
    from sklearn.linear_model import LogisticRegression  # late: pages never learn

    return LogisticRegression(C=strength, max_iter=2000).fit(rows, outcome)


def _platt(logit: Floats, outcome: NDArray[Any]) -> tuple[float, float]:
    """Slope and level that make told and true agree on later cases; slope never below 0.2."""
    if not 0 < outcome.sum() < len(outcome):
        return 1.0, 0.0
    fitted = _logistic(logit.reshape(-1, 1), outcome, 1e6)
    return max(float(fitted.coef_[0][0]), 0.2), float(fitted.intercept_[0])


def _rounded(
    columns: Columns, cuts: Mapping[str, Sequence[int]], weights: Floats, level: float
) -> Scorecard:
    bins: dict[str, Bins] = {}
    average: dict[str, int] = {}
    start = 0
    for name, edges in cuts.items():
        own = weights[start : start + len(edges) + 1]
        start += len(edges) + 1
        points = tuple(int(p) for p in np.rint(own * POINTS_PER_LOGIT))
        bins[name] = Bins(tuple(int(e) for e in edges), points)
        average[name] = int(np.rint(np.asarray(points)[binned(columns[name], edges)].mean()))
    return Scorecard(round(level * POINTS_PER_LOGIT), bins, average)


def told(card: Scorecard, columns: Columns) -> Floats:
    """The card's chances, 0–1, for many rows; the same numbers as the nightly columns."""
    total = np.full(len(next(iter(columns.values()))), card.base)
    for name, bins in card.bins.items():
        total = total + np.asarray(bins.points)[binned(columns[name], bins.edges)]
    return np.asarray(ODDS, float)[np.clip(total, -CLIP, CLIP) + CLIP] / 10_000


def as_data(card: Scorecard) -> dict[str, Any]:
    """The card as plain data, the form of the model file."""
    features = {n: {"edges": list(b.edges), "points": list(b.points)} for n, b in card.bins.items()}
    return {"base": card.base, "features": features, "average": dict(card.average)}


def constant(rate: float) -> Scorecard:
    return Scorecard(points_of(rate), {}, {})
