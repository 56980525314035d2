"""Marks above every policy: more is known, more comes in; and each knows no more than its name says."""

from __future__ import annotations

import numpy as np

from shounuo.lab.bound import clairvoyant_cents
from shounuo.lab.env import FloorEnv
from shounuo.lab.knowing import REFERENCES, Ledger, knows_response, run_knowing
from shounuo.lab.policies import days_times_balance
from shounuo.lab.trial import run_policy
from shounuo.lab.world import HELP, World

SIZE = (1500, 60, 7_200)


def test_who_knows_more_brings_more() -> None:
    """Over four floors: days × balance, the response in general, each one's character, all luck."""
    seeds = range(1, 5)
    rule = sum(run_policy(FloorEnv(*SIZE), days_times_balance, seed).paid for seed in seeds)
    response, character = (
        sum(run_knowing(World(*SIZE, seed), knowing).paid for seed in seeds)
        for knowing in REFERENCES.values()
    )
    bound = sum(clairvoyant_cents(World(*SIZE, seed)) for seed in seeds)
    assert rule < response < character < bound


def test_what_is_known_in_general_looks_at_nobodys_character() -> None:
    """With everybody's own chances scrambled the ranking is the same to the last figure."""
    world, rng = World(300, 30, 20_000, 5), np.random.default_rng(2)
    while world.day < 20:
        world.step(rng.random(300))
    before = knows_response(world)()
    for name in ("answers", "promises", "own", "keep_logit", "hardship", "dead"):
        column = getattr(world.people, name)
        column[:] = column[::-1].copy()
    assert (knows_response(world)() == before).all()


def test_tries_without_an_answer_and_talks_without_a_promise_tell_against_a_customer() -> None:
    """One tried in vain is thought harder to reach than one who answered; who promised nothing, less ready."""
    world = World(3, 40, 10**6, 1)
    nobody = np.zeros(0, np.int64)
    tried, answered = np.array([0]), np.array([1])
    world.events.attempts.append((tried, 0, np.array([3]), np.array([False])))
    world.events.attempts.append((answered, 1, np.array([1]), np.array([True])))
    world.events.promises += [(nobody, day, np.zeros(0, bool)) for day in (0, 1)]
    ledger = Ledger(world)
    ledger.update()
    reach = (ledger.reaching * ledger.reach).sum(1)
    promise = (ledger.promising * ledger.promise).sum(1)
    assert reach[0] < reach[2] < reach[1]
    assert promise[1] < promise[0] == promise[2]


def test_a_plan_offered_in_writing_helps_who_is_in_hardship_once_and_calls_nobody() -> None:
    """Everybody is offered a plan for five days: each open case in hardship counts once, no try is made."""
    world = World(500, 5, 10**6, 3)
    for _ in range(5):
        world.step(np.full(500, HELP))
    assert world.score.attempts == 0
    assert 0 < world.score.helped <= int(world.people.hardship.sum())
    assert world.score.helped == int(world.helped.sum())
    assert (world.people.known_hardship >= world.helped).all()
