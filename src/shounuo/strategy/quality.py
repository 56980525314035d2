"""How good an estimate is on cases it has not seen: ranking (AUC), honesty (Brier, reliability), drift."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
PSI_WATCH, PSI_ACT = 0.10, 0.25  # the trade's usual marks


def quality(truth: NDArray[Any], chance: Floats, seed: int = 7) -> dict[str, Any]:
    """AUC with a 95% bootstrap interval, Brier score, and the gap between told and true by tenths."""
    if len(set(truth.tolist())) < 2:
        return {"n": len(truth), "rate": float(truth.mean()) if len(truth) else None}
    return {
        "n": len(truth),
        "rate": float(truth.mean()),
        "auc": auc(truth, chance),
        "auc_95": _bootstrap(truth, chance, seed),
        "brier": float(((chance - truth) ** 2).mean()),
        "brier_of_the_mean": float(truth.mean() * (1 - truth.mean())),
        "calibration_error": calibration_error(truth, chance),
        "reliability": reliability(truth, chance),
    }


def auc(truth: NDArray[Any], chance: Floats) -> float:
    """The chance that one that came true was ranked above one that did not; equal ranks count half."""
    _, rank = np.unique(chance, return_inverse=True)
    return _auc(truth, rank)


def _auc(truth: NDArray[Any], rank: NDArray[np.intp]) -> float:
    every = np.bincount(rank)
    true = np.bincount(rank, weights=truth)
    false = every - true
    below = np.cumsum(false) - false
    return float((true * (below + false / 2)).sum() / (true.sum() * false.sum()))


def _bootstrap(truth: NDArray[Any], chance: Floats, seed: int, rounds: int = 200) -> list[float]:
    """The ranks are found once: a drawn sample keeps their order."""
    rng = np.random.default_rng(seed)
    _, rank = np.unique(chance, return_inverse=True)
    found = []
    for _ in range(rounds):
        rows = rng.integers(0, len(truth), len(truth))
        if 0 < truth[rows].sum() < len(rows):
            found.append(_auc(truth[rows], rank[rows]))
    return [float(np.quantile(found, q)) for q in (0.025, 0.975)]


def reliability(truth: NDArray[Any], chance: Floats, groups: int = 10) -> list[dict[str, float]]:
    """Per group of equal size, by rising chance: what was told, what came true, how many."""
    return [
        {"told": float(chance[g].mean()), "true": float(truth[g].mean()), "n": len(g)}
        for g in by_chance(chance, groups)
    ]


def by_chance(chance: Floats, groups: int = 10) -> list[NDArray[np.intp]]:
    """The rows in groups of equal size, by rising chance; groups of nobody are left out."""
    order = np.argsort(chance, kind="stable")
    return [g for g in np.array_split(order, groups) if len(g)]


def calibration_error(truth: NDArray[Any], chance: Floats) -> float:
    """Mean absolute gap between told and true over the tenths, weighted by size."""
    groups = reliability(truth, chance)
    return float(sum(abs(g["told"] - g["true"]) * g["n"] for g in groups) / len(truth))


def psi(before: Sequence[int], now: Sequence[int]) -> float:
    """Population stability index of two histograms over the same bins (empty bins count as half)."""
    a, b = (np.maximum(np.asarray(h, float), 0.5) for h in (before, now))
    p, q = a / a.sum(), b / b.sum()
    return float(((q - p) * np.log(q / p)).sum())


def drift(value: float) -> str:
    """“steady”, “watch” from 0.10, “act” from 0.25."""
    return "act" if value >= PSI_ACT else "watch" if value >= PSI_WATCH else "steady"


def fairness(
    truth: NDArray[Any], chance: Floats, groups: Mapping[str, NDArray[np.bool_]]
) -> dict[str, dict[str, float]]:
    """Per group, told against true and AUC. Groups are looked at, never learned from."""
    return {
        name: {
            "n": int(rows.sum()),
            "told": float(chance[rows].mean()),
            "true": float(truth[rows].mean()),
            "auc": auc(truth[rows], chance[rows]),
        }
        for name, rows in groups.items()
        if 0 < truth[rows].sum() < rows.sum()
    }
