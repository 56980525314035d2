"""Many logistic models over the same sparse features, fitted all at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from shounuo.inspection.weighing.trees import Floats, Places
from shounuo.kernel.odds import probabilities

KEPT = 30_000
RIDGE, ROUNDS = 0.3, 90


class Design:
    """The features of many rows as one sparse matrix [row, feature]; what stands in fewer than `least` rows is left out."""

    def __init__(self, rows: Sequence[dict[str, float]], least: int) -> None:
        seen = Counter(name for row in rows for name in row)
        self.names = sorted(n for n, c in seen.items() if c >= least and "\t" not in n)
        column = {name: k for k, name in enumerate(self.names)}
        data, places, ends = [], [], [0]
        for row in rows:
            for name, value in row.items():
                if name in column:
                    data.append(value)
                    places.append(column[name])
            ends.append(len(places))
        shape = (len(rows), len(self.names))
        self.matrix = csr_matrix((np.array(data, np.float32), places, ends), shape=shape)

    def kept(self, weights: Floats, most: int = KEPT) -> tuple[list[str], Floats]:
        """The `most` telling features with their weights."""
        telling = np.argsort(-np.abs(weights).max(axis=1), kind="stable")[:most]
        return [self.names[k] for k in telling], weights[telling]


def gathered(told: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Each feature once."""
    total: dict[str, float] = defaultdict(float)
    for feature, value in told:
        total[feature] += value
    return dict(total)


def unheard(design: Design, codes: Floats, counts: Floats, fold: Places) -> Floats:
    """Log-odds [row, code] of each row by models that its own fold did not teach. Fold −1 always teaches, and gets 0."""
    odds, _ = unheard_by_kind(design, codes, counts, fold, ())
    return odds


def unheard_by_kind(
    design: Design,
    codes: Floats,
    counts: Floats,
    fold: Places,
    kinds: Sequence[str],
    ridge: float = RIDGE,
) -> tuple[Floats, Floats]:
    """As `unheard`, and [row, kind, code]: what the features whose names begin with each of `kinds` add to them."""
    odds = np.zeros_like(codes)
    told = np.zeros((len(codes), len(kinds), codes.shape[1]), np.float32)
    of_kind = [[name.startswith(kind) for name in design.names] for kind in kinds]
    for k in np.unique(fold[fold >= 0]):
        others = fold != k
        weights, bias = fit(design.matrix[others], codes[others], counts[others], ridge=ridge)
        heard = design.matrix[fold == k]
        odds[fold == k] = heard @ weights + bias
        for number, here in enumerate(of_kind):
            told[fold == k, number] = heard @ (weights * np.array(here, np.float32)[:, None])
    return odds, told


def fit(
    matrix: csr_matrix, codes: Floats, counts: Floats, rounds: int = ROUNDS, ridge: float = RIDGE
) -> tuple[Floats, Floats]:
    """(weights [feature, code], bias [code]) of one logistic model a code, all at once.

    `counts` [turn, code or 1] weighs what is asked of each turn.
    """
    wide, many = matrix.shape[1], codes.shape[1]
    turned = matrix.T.tocsr()
    share = (codes * counts).sum(axis=0) / np.broadcast_to(counts, codes.shape).sum(axis=0)
    start = np.concatenate([np.zeros(wide * many), np.log((share + 1e-4) / (1 - share + 1e-4))])

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat[: wide * many].reshape(wide, many).astype(np.float32)
        odds = matrix @ weights + flat[wide * many :].astype(np.float32)
        error = counts * (probabilities(odds) - codes)
        value = float((counts * (np.logaddexp(0, odds) - codes * odds)).sum())
        value += 0.5 * ridge * float((weights * weights).sum())
        slope = np.concatenate([(turned @ error + ridge * weights).ravel(), error.sum(axis=0)])
        return value, slope.astype(np.float64)

    options = {"maxiter": rounds, "maxcor": 5}
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x.astype(np.float32)
    return best[: wide * many].reshape(wide, many), best[wide * many :]
