"""What somebody who knew every customer's luck could have brought: an upper bound by linear programme.

Calling customer i on day t succeeds or not by the luck already drawn (without the decay and loss of trust
that calling brings, which can only make it less). One choice of day per customer, seconds per day within
capacity, fractions allowed: no lawful or unlawful policy of one call a day can do better.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, vstack

from shounuo.lab.response import Floats, Ints
from shounuo.lab.world import (
    ATTEMPT_SECONDS,
    PROMISE_DAYS,
    TALK_SECONDS,
    World,
    late_days_on,
    past_due_on,
    tries_needed,
)


def clairvoyant_cents(world: World) -> int:
    """Upper bound on money paid over the world's days. The world must be fresh (day 0)."""
    own_day, own_amount = _uncalled(world)
    days, people, gain, seconds = _chances(world, own_day, own_amount)
    base = int(own_amount.sum())
    if not len(gain):
        return base
    count = len(gain)
    per_person = coo_matrix((np.ones(count), (people, np.arange(count))), (world.n, count))
    per_day = coo_matrix((seconds, (days, np.arange(count))), (world.days, count))
    limits = np.concatenate([np.ones(world.n), np.full(world.days, world.capacity)])
    solved = linprog(
        -gain, vstack([per_person, per_day]).tocsr(), limits, bounds=(0, 1), method="highs"
    )
    return base + int(-solved.fun) + 1


def _uncalled(world: World) -> tuple[Ints, Ints]:
    """Per customer the day they pay uncalled (`days` if never) and how much."""
    amount = past_due_on(world.people, late_days_on(world.people, 0))
    for day in range(world.days):
        pays = world.own_day == day
        amount[pays] = past_due_on(world.people, late_days_on(world.people, day))[pays]
    return world.own_day, np.where(world.own_day < world.days, amount, 0)


def _chances(world: World, own_day: Ints, own_amount: Ints) -> tuple[Ints, Ints, Floats, Floats]:
    """(day, customer, gain in cents, seconds) of each call that would end in a kept promise."""
    found: list[tuple[Ints, Ints, Floats, Floats]] = []
    p = world.people
    for day in range(world.days - PROMISE_DAYS):
        _, reached = tries_needed(world.luck.reach[day], p.answers)
        promises = world.luck.promise[day] < world.promises(day)
        keeps = promises & (world.luck.keep[day] < world.keeps(day))
        amount = past_due_on(p, late_days_on(p, day + PROMISE_DAYS))
        gain = (amount - own_amount).astype(float)
        good = np.flatnonzero(reached & keeps & (p.entry_day <= day) & (own_day > day) & (gain > 0))
        # Fewer tries may do where fresh luck is better than decayed; one try is the cheapest call.
        seconds = np.full(len(good), float(ATTEMPT_SECONDS + TALK_SECONDS))
        found.append((np.full(len(good), day), good, gain[good], seconds))
    return tuple(np.concatenate(c) for c in zip(*found, strict=True))  # type: ignore[return-value]
