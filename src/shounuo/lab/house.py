"""The house strategy as a policy of the lab: the night's estimates, value and strategy file, in columns.

Tests hold chances, values and decisions equal to the nightly run's, case by case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shounuo.lab.policies import Policy, column
from shounuo.lab.response import Floats, Ints
from shounuo.lab.world import HELP, LEAVE
from shounuo.strategy.estimates import Estimates, prior
from shounuo.strategy.scorecard import CLIP, ODDS, TARGETS, Bins, Scorecard, odds_table
from shounuo.strategy.segments import TESTS
from shounuo.strategy.strategy_file import Condition, Segment, Strategy
from shounuo.strategy.strategy_reader import house
from shounuo.strategy.value import AMOUNT_CAP_CENTS


@dataclass(frozen=True, slots=True)
class Valued:
    """Per case: chances in basis points by target, value per hour in cents, expected seconds."""

    bp: Mapping[str, Ints]
    chance_ppm: Ints
    per_hour: Ints
    seconds: Ints


def house_strategy(estimates: Estimates | None = None, strategy: Strategy | None = None) -> Policy:
    """Decides every case as the night would with this file and these estimates."""
    told, file = estimates or prior(), strategy or house()

    def policy(seen: Ints) -> Floats:
        return decided(file, seen, valued(told, seen, file.attempts_a_day))

    return policy


def points(bins: Bins, values: Ints) -> Ints:
    return np.asarray(bins.points)[np.searchsorted(np.asarray(bins.edges), values, side="right")]


def summed(card: Scorecard, seen: Ints) -> Ints:
    total = np.full(len(seen), card.base)
    for name, bins in card.bins.items():
        total = total + points(bins, column(seen, name))
    return np.clip(total, -CLIP, CLIP) + CLIP


def chances(card: Scorecard, seen: Ints) -> Ints:
    """Basis points per case."""
    return np.asarray(ODDS, np.int64)[summed(card, seen)]


def valued(estimates: Estimates, seen: Ints, attempts_a_day: int) -> Valued:
    """What `strategy.value` computes, for every case at once."""
    bp = {target: chances(estimates.cards[target], seen) for target in TARGETS}
    rows = odds_table(attempts_a_day)
    place = summed(estimates.cards["contact"], seen)
    day, tries = (
        np.array([row[name] for row in rows])[place] for name in ("day_bp", "tries_centi")
    )
    steps = (estimates.amount_share_bp, estimates.talk_seconds)
    share, talk = (points(s.bins, column(seen, s.feature)) for s in steps)
    amount = np.clip(column(seen, "past_due_cents"), 0, AMOUNT_CAP_CENTS) * share // 10_000
    chance = day * bp["promise"] // 100 * np.maximum(bp["kept"] - bp["self_cure"], 0) // 10_000
    seconds = tries * estimates.attempt_seconds // 100 + day * talk // 10_000
    return Valued(bp, chance, chance * amount // 1000 * 36 // (seconds * 10), seconds)


def decided(strategy: Strategy, seen: Ints, worth: Valued) -> Floats:
    """Scores in the order of the night's `rank_key`; a segment that helps or leaves says so."""
    scores = np.full(len(seen), LEAVE)
    free = np.ones(len(seen), bool)
    for segment in strategy.segments:
        takes = free & _takes(segment, seen, worth)
        free &= ~takes
        if segment.do == "help":
            scores[takes] = HELP
        elif segment.do == "call":
            rested = column(seen, "attempts_7") >= segment.attempts_per_week
            called = takes & ~rested & (worth.chance_ppm > 0)
            scores[called] = worth.per_hour[called] - 1e7 * (segment.tier - 1)
    return scores


def _takes(segment: Segment, seen: Ints, worth: Valued) -> NDArray[np.bool_]:
    every = [_holds(c, seen, worth) for c in segment.when]
    some = [_holds(c, seen, worth) for c in segment.any_of]
    found = np.ones(len(seen), bool)
    for test in every:
        found &= test
    return found & np.logical_or.reduce(some) if some else found


def _holds(condition: Condition, seen: Ints, worth: Valued) -> NDArray[np.bool_]:
    name = condition.fact
    own = name.endswith("_bp") and name[:-3] in worth.bp
    value = worth.bp[name[:-3]] if own else column(seen, name)
    if condition.operator == "one_of":
        return np.isin(value, condition.operand)
    return np.asarray(TESTS[condition.operator](value, condition.operand))
