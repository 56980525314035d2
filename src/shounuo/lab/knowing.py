"""Marks above every real policy: what somebody would bring who knew more than a house can.

`knows_response` knows how customers respond in general, to the last figure of the simulator, and of each
customer what the ledger shows: what no learning can pass by much. `knows_character` knows each customer's
own chances too, yet not the luck of the day. Only the clairvoyant (`bound.py`) knows that. These look
inside the floor, so they are no policies and nothing can plug them in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from shounuo.kernel.odds import probabilities
from shounuo.lab.response import (
    MONTH_DAYS,
    Customers,
    Floats,
    Ints,
    keep_logit,
    promise_level,
    reach_level,
)
from shounuo.lab.world import (
    ATTEMPT_SECONDS,
    LEAVE,
    PROMISE_DAYS,
    TALK_SECONDS,
    TRIES_A_DAY,
    Score,
    World,
    assumed,
)

Knowing = Callable[[World], Callable[[], Floats]]
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(15)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()


def run_knowing(world: World, knowing: Knowing) -> Score:
    """A fresh floor worked to its end by somebody who knows."""
    scores = knowing(world)
    while world.day < world.days:
        world.step(scores())
    return world.score


def knows_character(world: World) -> Callable[[], Floats]:
    """Ranks by the true expected gain per second of each customer."""
    people = world.people

    def scores() -> Floats:
        missed = 1 - people.answers * world.decay(world.day)
        success = people.promises * people.keep_chance(_months(world)) * _trust(world)
        own = _own_in_rest(world, people.cure_month)
        return _ranked(world, missed[:, None], np.ones((world.n, 1)), success * (1 - own))

    return scores


class Ledger:
    """What tries and talks so far tell of each customer: weights over how easily reached, how ready to promise."""

    def __init__(self, world: World) -> None:
        self.world = world
        spread = assumed("spread_of_customers")
        self.reach = probabilities(reach_level() + spread * _NODES)
        self.promise = probabilities(promise_level() + spread * _NODES)
        self.reaching = np.tile(_WEIGHTS, (world.n, 1))
        self.promising = self.reaching.copy()
        self.read = 0

    def update(self) -> None:
        events = self.world.events
        for who, day, tries, reached in events.attempts[self.read :]:
            missed = 1 - self.reach * self.world.decay(day)[who][:, None]
            last = np.where(reached[:, None], 1 - missed, missed)
            self.reaching[who] = _shared(self.reaching[who] * missed ** (tries[:, None] - 1) * last)
            spoken = who[reached]
            says = np.isin(spoken, events.promises[day][0])[:, None]
            told = np.where(says, self.promise, 1 - self.promise)
            self.promising[spoken] = _shared(self.promising[spoken] * told)
        self.read = len(events.attempts)


def knows_response(world: World) -> Callable[[], Floats]:
    """Ranks by expected gain per second; each customer's character is inferred from the ledger alone."""
    ledger = Ledger(world)

    def scores() -> Floats:
        ledger.update()
        months = _months(world)
        keeps = np.stack([_like(world, node).keep_chance(months) for node in _NODES], axis=1)
        weights = _shared(_WEIGHTS * (1 - keeps) ** world.broken[:, None])
        keep = (weights * keeps).sum(1) * _trust(world)
        promise = (ledger.promising * ledger.promise).sum(1)
        own = _own_in_rest(world, lambda late: _mean_cure(world, late))
        missed = 1 - ledger.reach * world.decay(world.day)[:, None]
        found = _ranked(world, missed, ledger.reaching, promise * keep * (1 - own))
        return np.where(world.people.known_hardship, LEAVE, found)

    return scores


def _like(world: World, own: float) -> Customers:
    """Everybody as if of this level and not in hardship: what they owe and since when stays theirs."""
    people, level = world.people, np.full(world.n, own)
    nobody = np.zeros(world.n, bool)
    return replace(people, own=level, keep_logit=keep_logit(level, people.size), hardship=nobody)


def _mean_cure(world: World, late: Ints) -> Floats:
    chances = np.stack([_like(world, node).cure_month(late) for node in _NODES], axis=1)
    return np.asarray((chances * _WEIGHTS).sum(1))


def _shared(weights: Floats) -> Floats:
    return np.asarray(weights / weights.sum(1, keepdims=True))


def _months(world: World) -> Ints:
    return np.maximum(world.late_days() - 1, 0) // MONTH_DAYS


def _trust(world: World) -> Floats:
    return np.asarray(assumed("trust_after_broken") ** world.broken)


def _own_in_rest(world: World, cure: Callable[[Ints], Floats]) -> Floats:
    """Chance to pay uncalled within the days that are left: the rest of this month, then the next."""
    left = world.days - world.day
    in_month = MONTH_DAYS - np.maximum(world.late_days() - 1, 0) % MONTH_DAYS
    first = np.minimum(left, in_month) / MONTH_DAYS
    then = np.clip(left - in_month, 0, MONTH_DAYS) / MONTH_DAYS
    months = _months(world)
    return np.asarray(1 - (1 - cure(months)) ** first * (1 - cure(months + 1)) ** then)


def _ranked(world: World, missed: Floats, weights: Floats, gain: Floats) -> Floats:
    """Gain per second of a day's tries. `missed`: chance that a try misses, per [customer, level]."""
    day = (weights * (1 - missed**TRIES_A_DAY)).sum(1)
    tries = (weights * sum(missed**n for n in range(TRIES_A_DAY))).sum(1)
    seconds = tries * ATTEMPT_SECONDS + day * TALK_SECONDS
    known_dead = world.dead_tries >= assumed("dead_tones_until_known")
    late = world.day + PROMISE_DAYS >= world.days  # a promise of today would fall due too late
    return np.where(known_dead | late, LEAVE, day * gain * world.past_due() / seconds)


REFERENCES: dict[str, Knowing] = {
    "knows_response": knows_response,
    "knows_character": knows_character,
}
