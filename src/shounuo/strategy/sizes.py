"""Learning sizes: the share of past due that a kept promise brings, and how long a talk takes.

By steps of days past due, as the rule of thumb has them. A step with few examples leans on the rule of
thumb: it counts as `LEAN` examples. Taught on the first 80% of nights, judged on the rest by the mean
squared error; what is no better than what was in use is not used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shounuo.strategy.estimates import prior
from shounuo.strategy.examples import Examples
from shounuo.strategy.held import Held
from shounuo.strategy.quality import Floats
from shounuo.strategy.scorecard import Bins, Steps

SIZES = ("amount", "talk")
FILE_KEYS = {"amount": "amount_share_bp", "talk": "talk_seconds"}
SIZE_COLUMNS = ("days_past_due", "past_due_cents")
LEAN = 30
MINIMUM = 50  # examples, to teach and to judge
BASIS = 10_000


@dataclass(frozen=True, slots=True)
class LearnedSteps:
    """`report`: root mean squared errors on the last nights, in cents or seconds."""

    steps: Steps
    origin: str
    report: Mapping[str, Any]

    @property
    def data(self) -> dict[str, Any]:
        bins = self.steps.bins
        return {
            "feature": self.steps.feature,
            "edges": list(bins.edges),
            "points": list(bins.points),
        }


def rules() -> dict[str, Steps]:
    """The rule of thumb's."""
    return {"amount": prior().amount_share_bp, "talk": prior().talk_seconds}


def learn_steps(name: str, examples: Examples, held: Held | None) -> LearnedSteps:
    """The steps to use from now on: new, held so far, or the rule of thumb."""
    rule = rules()[name]
    kept = held.sizes[name] if held is not None and held.learned(name) else None
    nights = np.unique(examples.day)
    judge = examples.day >= nights[int(len(nights) * 0.8)] if len(nights) else examples.day > 0
    if len(nights) < 5 or min(judge.sum(), (~judge).sum()) < MINIMUM:
        report = {"n": len(examples.outcome)}
        return _used(kept, rule, f"only {len(examples.outcome)} examples", report)
    new = _fitted(name, rule, *examples.on(~judge))
    candidates = {"learned": new, "rule_of_thumb": rule} | ({"held": kept} if kept else {})
    errors = {n: _error(name, steps, *examples.on(judge)) for n, steps in candidates.items()}
    report = {"n": int(judge.sum()), **{n: round(e, 2) for n, e in errors.items()}}
    if errors["learned"] < min(e for n, e in errors.items() if n != "learned"):
        return LearnedSteps(new, "learned", report)
    better = kept if errors.get("held", np.inf) <= errors["rule_of_thumb"] else None
    return _used(better, rule, "the learned steps told the last nights no better", report)


def _used(kept: Steps | None, rule: Steps, why: str, report: Mapping[str, Any]) -> LearnedSteps:
    if kept is not None:
        return LearnedSteps(kept, f"kept: {why}", report)
    return LearnedSteps(rule, f"rule of thumb: {why}", report)


def _weights(name: str, columns: Mapping[str, NDArray[np.int64]]) -> Floats:
    """What one point is worth: a basis point of past due in cents, or a second."""
    due = columns["past_due_cents"].astype(float)
    return due / BASIS if name == "amount" else np.ones(len(due))


def _fitted(
    name: str, rule: Steps, columns: Mapping[str, NDArray[np.int64]], outcome: NDArray[np.int64]
) -> Steps:
    place = _places(rule, columns)
    weights = _weights(name, columns)
    lean = LEAN * weights.mean()
    points = []
    for step, before in enumerate(rule.bins.points):
        own = place == step
        share = (outcome[own].sum() + lean * before) / (weights[own].sum() + lean)
        points.append(round(float(share)))
    return Steps(rule.feature, Bins(rule.bins.edges, tuple(points)))


def _places(steps: Steps, columns: Mapping[str, NDArray[np.int64]]) -> NDArray[np.int64]:
    edges = np.asarray(steps.bins.edges, np.int64)
    return np.searchsorted(edges, columns[steps.feature], side="right").astype(np.int64)


def _error(
    name: str, steps: Steps, columns: Mapping[str, NDArray[np.int64]], outcome: NDArray[np.int64]
) -> float:
    told = np.asarray(steps.bins.points, float)[_places(steps, columns)] * _weights(name, columns)
    return float(np.sqrt(((told - outcome) ** 2).mean()))
