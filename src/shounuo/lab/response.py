"""Simulated customers with a known response: who answers, promises, keeps, or pays uncalled.

Calibrated to measured averages (`figures.yaml`); each customer has their own hidden level around them.
Memory is not first-order Markov: the chance to cure depends on whether the delinquency is fresh.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.optimize import brentq

from shounuo.kernel.odds import probabilities

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
MONTH_DAYS = 30
SIZE_SPREAD = 1.1  # standard deviation of the log of balances


@cache
def figures() -> dict[str, Any]:
    text = resources.files("shounuo.lab").joinpath("figures.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


@contextmanager
def assuming(values: Mapping[str, float]) -> Iterator[None]:
    """While it lasts, these of the assumptions in `figures.yaml` stand otherwise; an unknown name raises ValueError."""
    assumed = figures()["assumed"]
    unknown = sorted(set(values) - set(assumed))
    if unknown:
        raise ValueError(f"not assumed: {', '.join(unknown)}; known: {', '.join(sorted(assumed))}")
    before = dict(assumed)
    assumed.update(values)
    try:
        yield
    finally:
        assumed.update(before)


@cache
def centre(mean: float, spread: float) -> float:
    """The logit around which customers with this spread average to `mean` (Gauss–Hermite)."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(41)
    weights = weights / weights.sum()

    def gap(level: float) -> float:
        return float((probabilities(level + spread * nodes) * weights).sum() - mean)

    return float(brentq(gap, -20, 20))


@dataclass(slots=True)
class Customers:
    """Hidden truth of `n` customers; columns are arrays of length n."""

    answers: Floats  # chance that one fresh attempt reaches them
    promises: Floats  # chance of a promise once reached
    keep_logit: Floats  # log-odds that a first promise of a fresh case is kept
    own: Floats  # each customer's own level of paying uncalled, standard normal
    hardship: NDArray[np.bool_]
    known_hardship: NDArray[np.bool_]
    dead: NDArray[np.bool_]
    balance: Ints  # cents
    instalment: Ints  # cents falling due each month
    months_late: Ints  # at entry, 0 fresh
    day_in_month: Ints  # days since the last missed due date, at entry
    entry_day: Ints  # simulated day on which the case arrives
    months_on_book: Ints
    times_before: Ints
    size: Floats  # log of the balance less its mean

    def cure_month(self, months_late: Ints) -> Floats:
        """Chance to pay within a month uncalled, by months late (0: this is the first)."""
        means = _cure_means()
        spread, fall = figures()["assumed"]["spread_of_customers"], _fall()
        centres = np.array([centre(m, float(np.hypot(spread, fall * SIZE_SPREAD))) for m in means])
        level = centres[np.minimum(months_late, len(means) - 1)]
        fitted = figures()["fitted"]
        level = level + np.where(months_late == 0, fitted["own_fresh"], fitted["own_older"])
        chance = probabilities(level + spread * self.own + fall * self.size)
        return np.where(self.hardship, 0.1, 1.0) * chance

    def keep_chance(self, months_late: Ints) -> Floats:
        """Chance that a promise is kept by who would not have paid by themselves just then."""
        means = logit(np.array(_cure_means()))
        fall = figures()["assumed"]["keep_share_of_the_fall_with_age"] * (means - means[0])
        age = fall[np.minimum(months_late, len(means) - 1)]
        return np.where(self.hardship, 0.05, probabilities(self.keep_logit + age))


def logit(chance: Floats) -> Floats:
    return np.log(chance / (1 - chance))


def _fall() -> float:
    """How the log-odds of paying fall with the log of what is owed: measured, for own and kept alike."""
    return float(figures()["taiwan"]["cure_logit_per_log_balance"])


def _cure_means() -> tuple[float, ...]:
    """Measured monthly cure by months late, the bank's own calls in it: `fitted` takes those out."""
    taiwan = figures()["taiwan"]
    rows = taiwan["collapsed_rates"]
    measured = (
        taiwan["cure_just_entered"],
        taiwan["cure_already_late"],
        rows[2][0],
        rows[3][0],
        rows[4][0],
    )
    # Bucket 3 cures more than bucket 2 once late in the file; an account never gets easier with age.
    return tuple(float(min(measured[: i + 1])) for i in range(len(measured)))


def reach_level() -> float:
    """Log-odds of a fresh try on a live number, of the customer in the middle."""
    told = figures()
    live = told["calls"]["contact_per_call"] / (1 - told["assumed"]["dead_number_share"])
    return centre(live, told["assumed"]["spread_of_customers"]) + float(told["fitted"]["reach"])


def promise_level() -> float:
    """Log-odds of a promise once reached, of the customer in the middle."""
    told = figures()
    mean, spread = told["calls"]["promise_given_contact"], told["assumed"]["spread_of_customers"]
    return centre(mean, spread) + float(told["fitted"]["promise"])


def keep_logit(own: Floats, size: Floats) -> Floats:
    """Log-odds that a fresh case's first promise is kept: own level (standard normal), size as in `Customers`."""
    told = figures()
    spread = told["assumed"]["spread_of_customers"]
    mean = told["promises"]["kept_given_promise"]
    level = centre(mean, float(np.hypot(spread, _fall() * SIZE_SPREAD))) + told["fitted"]["keep"]
    return np.asarray(level + spread * own + _fall() * size)


def draw_customers(n: int, horizon_days: int, rng: np.random.Generator) -> Customers:
    """`n` customers; six in ten are there on day 0, the rest arrive over the horizon."""
    assumed = figures()["assumed"]
    spread = assumed["spread_of_customers"]
    will, reach, ease = rng.standard_normal((3, n))
    hardship = rng.random(n) < assumed["hardship_share"]
    dead = rng.random(n) < assumed["dead_number_share"]
    size = rng.normal(0, SIZE_SPREAD, n)
    balance = np.exp(13.2 + size).astype(np.int64)
    return Customers(
        answers=np.where(dead, 0.0, probabilities(reach_level() + spread * reach)),
        promises=np.where(hardship, 0.08, probabilities(promise_level() + spread * ease)),
        keep_logit=keep_logit(0.8 * will + 0.6 * rng.standard_normal(n), size),
        own=0.8 * will + 0.6 * rng.standard_normal(n),
        hardship=hardship,
        known_hardship=hardship & (rng.random(n) < assumed["hardship_known_share"]),
        dead=dead,
        balance=balance,
        instalment=np.maximum((balance * rng.uniform(0.03, 0.12, n)).astype(np.int64), 100),
        months_late=np.minimum(rng.geometric(0.6, n) - 1, 4),
        day_in_month=rng.integers(1, MONTH_DAYS, n),
        entry_day=np.where(rng.random(n) < 0.6, 0, rng.integers(0, max(horizon_days, 1), n)),
        months_on_book=rng.integers(1, 120, n),
        times_before=rng.geometric(0.5, n) - 1,
        size=size,
    )
