import gymnasium.utils.env_checker as checker
import numpy as np
import pytest

from shounuo.lab.bound import clairvoyant_cents
from shounuo.lab.env import FloorEnv
from shounuo.lab.house import house_strategy, valued
from shounuo.lab.policies import BASELINES, COLUMN
from shounuo.lab.response import draw_customers, logit
from shounuo.lab.trial import interval, lifts_of, run_policy, trial
from shounuo.lab.world import OBSERVED, World, tries_needed
from shounuo.strategy.estimates import prior
from shounuo.strategy.scorecard import TARGETS
from shounuo.strategy.value import worth

POLICIES = {**BASELINES, "house": house_strategy()}


def test_the_floor_is_a_gymnasium_environment():
    """The public checker of gymnasium accepts the environment."""
    checker.check_env(FloorEnv(40, 6, 4_000), skip_render_check=True)


def test_a_seed_is_the_same_floor_and_luck():
    """The same seed and policy bring the same score; another seed another."""
    env = FloorEnv(300, 20, 8_000)
    once, again, other = (run_policy(env, POLICIES["house"], s) for s in (3, 3, 4))
    assert once == again
    assert once.paid != other.paid


def test_what_is_cured_uncalled_lies_below_the_measured_cure_that_has_calls_in_it():
    """Fresh delinquencies and older ones cure less uncalled than measured on a bank's worked accounts."""
    people = draw_customers(100_000, 60, np.random.default_rng(1))
    for months, measured in enumerate((0.3869, 0.1421)):
        found = people.cure_month(np.full(100_000, months)).mean()
        assert 0.6 * measured < found < measured


def test_the_more_is_owed_the_less_is_paid_at_the_measured_slope():
    """Per unit of log balance the log-odds fall by 0.274, of paying uncalled and of keeping a promise."""
    people = draw_customers(1_000, 60, np.random.default_rng(1))
    well = ~people.hardship
    first = np.zeros(1_000, np.int64)
    own = logit(people.cure_month(first)[well]) - 0.9 * people.own[well]
    assert np.polyfit(people.size[well], own, 1)[0] == pytest.approx(-0.274, abs=1e-6)
    kept = np.polyfit(people.size[well], logit(people.keep_chance(first)[well]), 1)[0]
    assert kept == pytest.approx(-0.274, abs=0.1)  # with each customer's own luck around it


def test_an_older_debt_is_kept_to_less():
    """Of the fall from the first month's measured cure (38.69%) to the second's (14.21%), half in log-odds."""
    people = draw_customers(200, 60, np.random.default_rng(1))
    well = ~people.hardship
    fresh, older = (logit(people.keep_chance(np.full(200, m))[well]) for m in (0, 1))
    fall = np.log(0.1421 / 0.8579) - np.log(0.3869 / 0.6131)
    assert older - fresh == pytest.approx(np.full(well.sum(), fall / 2))


def test_response_is_not_first_order_markov():
    """Who has just become late cures more than twice as often as who was late before."""
    people = draw_customers(50_000, 60, np.random.default_rng(2))
    fresh, older = (people.cure_month(np.full(50_000, m)).mean() for m in (0, 1))
    assert fresh > 2 * older


def test_nobody_is_tried_more_than_seven_times_in_seven_days_nor_on_a_known_dead_number():
    """Whatever the policy: 120 customers, time for all, and the worst of seven days still has seven tries."""
    world = World(120, 40, 10**9, 4)
    while world.day < 40:
        world.step(np.zeros(120))
    weeks = [world.tries[day : day + 7].sum(0).max() for day in range(33)]
    assert max(weeks) <= 7
    dead = world.people.dead
    assert dead.any()
    assert world.dead_tries[dead].max() == 3


def test_who_is_about_to_pay_promises_readily_and_owes_nothing_to_the_call():
    """Within fourteen days of paying uncalled: 70% promise, 90% keep; everybody else by their own chances."""
    world = World(2_000, 60, 10**9, 6)
    soon = (world.own_day <= 24) & (world.own_day < 60)
    assert 0 < soon.sum() < 2_000
    assert set(world.promises(10)[soon]) == {0.7}
    assert set(world.keeps(10)[soon]) == {0.9}
    assert (world.promises(10)[~soon] == world.people.promises[~soon]).all()


def test_the_day_of_paying_uncalled_is_the_day_it_happens():
    """With nobody called the payments are those foreseen, to the customer and the day."""
    world = World(500, 40, 10**9, 7)
    foreseen = {(int(i), int(d)) for i, d in enumerate(world.own_day) if d < 40}
    while world.day < 40:
        world.step(np.full(500, -np.inf))
    happened = {(int(i), day) for who, day, _ in world.events.payments for i in who}
    assert happened == foreseen


def test_one_draw_gives_the_try_that_hits():
    """Reached within k tries has chance 1−(1−p)^k, and the number of tries follows from the same draw."""
    draw = (np.arange(100_000) + 0.5) / 100_000
    tries, reached = tries_needed(draw, np.full(100_000, 0.2))
    assert reached.mean() == pytest.approx(1 - 0.8**3, abs=1e-4)
    assert (tries[reached] == 1).sum() / 100_000 == pytest.approx(0.2, abs=1e-4)
    assert set(tries[~reached]) == {3}


@pytest.mark.parametrize("seed", [1, 2])
def test_no_policy_beats_the_clairvoyant(seed):
    """The bound lies above every policy, and every policy's time within capacity."""
    env = FloorEnv(400, 30, 6_000)
    bound = clairvoyant_cents(World(400, 30, 6_000, seed))
    for policy in POLICIES.values():
        score = run_policy(env, policy, seed)
        assert score.paid <= bound
        assert score.seconds <= 30 * 6_000


def test_calling_nobody_brings_what_comes_uncalled():
    """Without a call there is no contact, promise or second spent, and money still comes."""
    score = run_policy(FloorEnv(400, 30, 6_000), lambda seen: np.full(len(seen), -1e9), 1)
    assert (score.contacts, score.promises, score.seconds) == (0, 0, 0)
    assert score.paid > 0


def test_the_labs_house_strategy_is_the_nights():
    """Chances and value per hour in the lab equal the nightly run's, case by case."""
    world = World(200, 10, 6_000, 5)
    seen = world.observe()
    found = valued(prior(), seen, 3)
    for i in range(200):
        row = {name: int(seen[i, COLUMN[name]]) for name in OBSERVED}
        told = {t: prior().cards[t].score(row) for t in TARGETS}
        assert {t: int(found.bp[t][i]) for t in TARGETS} == told
        assert found.per_hour[i] == worth(prior(), row, 3).value_per_hour_cents
        assert found.seconds[i] == worth(prior(), row, 3).expected_seconds


def test_an_interval_is_students():
    """Mean 2 of 1, 2, 3 with half width 4.303·1/√3 (t quantile for two degrees of freedom)."""
    assert interval([1.0, 2.0, 3.0]) == pytest.approx((2.0, 2 - 2.4841, 2 + 2.4841), abs=1e-3)


def test_a_trial_reports_every_policy_with_paired_lifts():
    """Policies, bound and lifts are reported; a lift beyond twice the published is marked suspicious."""
    found = trial([1, 2], 300, 20, 5_000)
    assert set(found["policies"]) == set(POLICIES)
    for lift in found["lift_of_house"].values():
        assert lift["suspicious"] == (lift["lift"] > 0.12)
        assert lift["low"] <= lift["lift"] <= lift["high"]
    assert found["clairvoyant_cents"][0] > found["uncalled_cents"][0]


def test_no_lift_is_told_over_a_policy_that_brought_nothing():
    """5 and 6 over 4 and 4 are +25% and +50%, on average +37.5%; over nothing there is no share."""
    paid = {"house": (5.0, 6.0), "some": (4.0, 4.0), "nothing": (3.0, 0.0)}
    found = lifts_of({n: [{"paid_cents": v} for v in row] for n, row in paid.items()}, "house")
    assert list(found) == ["some"]
    assert found["some"]["lift"] == pytest.approx(0.375)
