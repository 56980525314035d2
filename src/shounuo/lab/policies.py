"""Policies to compare: the rules of thumb floors live by, the practice's own, and the house strategy.

A policy maps what a house can know (`world.OBSERVED`) to one score per case; `LEAVE` means no call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from shounuo.lab.env import LEAVE
from shounuo.lab.response import Floats, Ints
from shounuo.lab.world import OBSERVED
from shounuo.strategy.estimates import Estimates, prior
from shounuo.strategy.scorecard import TARGETS, Bins, Scorecard, basis_points, odds_of

Policy = Callable[[Ints], Floats]
COLUMN = {name: i for i, name in enumerate(OBSERVED)}
_BP = np.array([basis_points(p) for p in range(-400, 401)], np.int64)


def column(seen: Ints, name: str) -> Ints:
    return seen[:, COLUMN[name]]


def oldest_first(seen: Ints) -> Floats:
    return column(seen, "days_past_due").astype(float)


def largest_first(seen: Ints) -> Floats:
    return column(seen, "balance_cents") / 1e6


def days_times_balance(seen: Ints) -> Floats:
    return column(seen, "days_past_due") * (column(seen, "balance_cents") / 1e8)


def practice_rules(seen: Ints) -> Floats:
    """P29: easy first, then hard; small before large within; key (large) cases at the front; again and again."""
    late, balance = column(seen, "days_past_due"), column(seen, "balance_cents")
    key = balance >= np.quantile(balance, 0.95)
    easy = np.select([late <= 30, late <= 60, late <= 90], [3, 2, 1], 0)
    tries = column(seen, "attempts_7")
    return 10.0 * key + easy - balance / (balance.max() + 1) - 0.2 * tries


def points(bins: Bins, values: Ints) -> Ints:
    return np.asarray(bins.points)[np.searchsorted(np.asarray(bins.edges), values, side="right")]


def chances(card: Scorecard, seen: Ints) -> Ints:
    """Basis points per case; the same as the nightly columns."""
    total = np.full(len(seen), card.base)
    for name, bins in card.bins.items():
        total = total + points(bins, column(seen, name))
    return _BP[np.clip(total, -400, 400) + 400]


def house_strategy(estimates: Estimates | None = None, attempts_a_day: int = 3) -> Policy:
    """Incremental value per hour; hardship to help, self-curing left, hopeless pursuit stopped."""
    chosen = estimates or prior()

    def policy(seen: Ints) -> Floats:
        bp = {target: chances(chosen.cards[target], seen) for target in TARGETS}
        value = value_per_hour(chosen, seen, bp, attempts_a_day)
        return np.where(_called(seen, bp), value, LEAVE)

    return policy


def value_per_hour(
    estimates: Estimates, seen: Ints, bp: Mapping[str, Ints], attempts: int
) -> Floats:
    odds = [odds_of(b, attempts) for b in range(10_001)]
    day = np.array([o["day_bp"] for o in odds])[bp["contact"]]
    tries = np.array([o["tries_centi"] for o in odds])[bp["contact"]]
    share = points(estimates.amount_share_bp.bins, column(seen, estimates.amount_share_bp.feature))
    talk = points(estimates.talk_seconds.bins, column(seen, estimates.talk_seconds.feature))
    amount = np.maximum(column(seen, "past_due_cents"), 0) * share // 10_000
    chance = day * bp["promise"] // 100 * np.maximum(bp["kept"] - bp["self_cure"], 0) // 10_000
    seconds = tries * estimates.attempt_seconds // 100 + day * talk // 10_000
    return (chance * amount // 1000 * 36 // (seconds * 10)).astype(float)


def _called(seen: Ints, bp: Mapping[str, Ints]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    dead = (column(seen, "dead_30") >= 3) & (column(seen, "right_90") == 0)
    hopeless = (column(seen, "attempts_30") >= 25) & (column(seen, "right_90") == 0)
    curing = (bp["self_cure"] >= 7000) & (column(seen, "days_past_due") <= 7)
    rested = column(seen, "attempts_7") >= 10
    broken = (column(seen, "promises_broken") >= 4) & (column(seen, "promises_kept") == 0)
    poor = column(seen, "hardship") == 1
    return np.asarray(~(dead | hopeless | curing | rested | broken | poor))


BASELINES: dict[str, Policy] = {
    "oldest_first": oldest_first,
    "largest_first": largest_first,
    "days_times_balance": days_times_balance,
    "practice_rules": practice_rules,
}
