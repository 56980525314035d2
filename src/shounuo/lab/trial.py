"""Trials: policies over many seeded floors, each floor the same for all, with honest intervals.

Every comparison is paired by seed. The interval is Student's over seeds. A lift far above the 6% that a
bank measured live (Liu et al. 2025) is first of all a suspicion against the simulator, and is said so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import fmean
from typing import Any

import numpy as np
from scipy import stats

from shounuo.lab.bound import clairvoyant_cents
from shounuo.lab.env import FloorEnv
from shounuo.lab.house import house_strategy
from shounuo.lab.knowing import REFERENCES, Knowing, run_knowing
from shounuo.lab.policies import BASELINES, Policy
from shounuo.lab.world import Score, World

OURS = ("house", "rule_of_thumb")
PUBLISHED_LIFT = 0.06
SUSPICIOUS_LIFT = 0.12


def run_policy(env: FloorEnv, policy: Policy, seed: int) -> Score:
    """One floor under one policy, to its end."""
    seen, _ = env.reset(seed=seed)
    over = False
    while not over:
        seen, _, over, _, _ = env.step(policy(seen))
    assert env.world is not None
    return env.world.score


def figures_of(score: Score, customers: int) -> dict[str, float]:
    """The measures by which policies are compared; money in cents."""
    return {
        "paid_cents": float(score.paid),
        "cents_per_agent_hour": score.paid_by_promise * 3600 / max(score.seconds, 1),
        "contacts_per_customer": score.contacts / customers,
        "attempts_per_customer": score.attempts / customers,
        "promises_broken": float(score.broken),
        "kept_rate": score.kept / max(score.kept + score.broken, 1),
        "hardship_helped": float(score.helped),
    }


def interval(values: Sequence[float]) -> tuple[float, float, float]:
    """(mean, low, high) at 95% by Student over seeds; the mean alone for one seed."""
    mean = fmean(values)
    if len(values) < 2:
        return mean, mean, mean
    half = float(stats.t.ppf(0.975, len(values) - 1) * stats.sem(values))
    return mean, mean - half, mean + half


def trial(
    seeds: Sequence[int],
    customers: int = 3000,
    days: int = 60,
    seconds_a_day: int = 14_400,
    policies: Mapping[str, Policy] | None = None,
    say: Callable[[str], None] = lambda line: None,
    references: Mapping[str, Knowing] | None = None,
) -> dict[str, Any]:
    """Every policy on every seed; per policy means with intervals, paired lift over each other.

    `references` know more than a house can and are told apart from policies.
    """
    chosen = dict(policies or {**BASELINES, "house": house_strategy()})
    env = FloorEnv(customers, days, seconds_a_day)
    knowing = REFERENCES if references is None else references
    found: dict[str, list[dict[str, float]]] = {name: [] for name in (*chosen, *knowing)}
    bounds = []
    for seed in seeds:
        bounds.append(clairvoyant_cents(World(customers, days, seconds_a_day, seed)))
        for name, policy in chosen.items():
            found[name].append(figures_of(run_policy(env, policy, seed), customers))
        for name, reference in knowing.items():
            score = run_knowing(World(customers, days, seconds_a_day, seed), reference)
            found[name].append(figures_of(score, customers))
        say(f"seed {seed}")
    nobody = [figures_of(run_policy(env, _nobody, seed), customers)["paid_cents"] for seed in seeds]
    report = {name: _summary(rows, nobody, bounds) for name, rows in found.items()}
    lifts = {f"lift_of_{own}": lifts_of(found, own) for own in OURS if own in found}
    return {
        "seeds": len(seeds),
        "customers": customers,
        "days": days,
        "seconds_a_day": seconds_a_day,
        "uncalled_cents": interval(nobody),
        "clairvoyant_cents": interval([float(b) for b in bounds]),
        "policies": {name: report[name] for name in chosen},
        "references": {name: report[name] for name in knowing},
        **lifts,
    }


def _nobody(seen: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return np.full(len(seen), -1e9)


def _summary(
    rows: Sequence[Mapping[str, float]], nobody: Sequence[float], bounds: Sequence[int]
) -> dict[str, Any]:
    share = [
        (row["paid_cents"] - n) / max(b - n, 1)
        for row, n, b in zip(rows, nobody, bounds, strict=True)
    ]
    return {
        **{key: interval([row[key] for row in rows]) for key in rows[0]},
        "share_of_clairvoyant": interval(share),
    }


def lifts_of(found: Mapping[str, Sequence[Mapping[str, float]]], own: str) -> dict[str, Any]:
    """One of ours over each other policy in money paid, relative, paired by seed.

    Over a policy that brought nothing on some floor there is no such share, and none is told.
    """
    lifts = {}
    for name, rows in found.items():
        if name == own or not all(row["paid_cents"] for row in rows):
            continue
        ratio = [
            h["paid_cents"] / r["paid_cents"] - 1 for h, r in zip(found[own], rows, strict=True)
        ]
        mean, low, high = interval(ratio)
        lifts[name] = {"lift": mean, "low": low, "high": high, "suspicious": mean > SUSPICIOUS_LIFT}
    return lifts
