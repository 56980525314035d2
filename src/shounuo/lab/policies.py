"""Rules of thumb to compare with: those that floors live by, and the practice's own.

A policy maps what a house can know (`world.OBSERVED`) to one score per case: the highest are called
first, `LEAVE` is not called, `HELP` is not called and offered a plan instead.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from shounuo.lab.response import Floats, Ints
from shounuo.lab.world import LEAVE, OBSERVED

Policy = Callable[[Ints], Floats]
COLUMN = {name: i for i, name in enumerate(OBSERVED)}


def column(seen: Ints, name: str) -> Ints:
    return seen[:, COLUMN[name]]


def oldest_first(seen: Ints) -> Floats:
    return column(seen, "days_past_due").astype(float)


def largest_first(seen: Ints) -> Floats:
    return column(seen, "balance_cents") / 1e6


def days_times_balance(seen: Ints) -> Floats:
    return column(seen, "days_past_due") * (column(seen, "balance_cents") / 1e8)


def largest_past_due(seen: Ints) -> Floats:
    return column(seen, "past_due_cents") / 1e6


def past_due_sparing_hardship(seen: Ints) -> Floats:
    """A rule as simple as any, and better than most: the most past due first, known hardship not called."""
    return np.where(column(seen, "hardship") == 1, LEAVE, largest_past_due(seen))


def practice_rules(seen: Ints) -> Floats:
    """P29: easy first, then hard; small before large within; key (large) cases at the front; again and again."""
    late, balance = column(seen, "days_past_due"), column(seen, "balance_cents")
    key = balance >= np.quantile(balance, 0.95)
    easy = np.select([late <= 30, late <= 60, late <= 90], [3, 2, 1], 0)
    tries = column(seen, "attempts_7")
    return 10.0 * key + easy - balance / (balance.max() + 1) - 0.2 * tries


BASELINES: dict[str, Policy] = {
    "oldest_first": oldest_first,
    "largest_first": largest_first,
    "days_times_balance": days_times_balance,
    "largest_past_due": largest_past_due,
    "past_due_sparing_hardship": past_due_sparing_hardship,
    "practice_rules": practice_rules,
}
