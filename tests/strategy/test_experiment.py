from math import log, sqrt

import numpy as np
import pytest

from shounuo.strategy.experiment import Arm, compare, half_width, rho_squared
from shounuo.strategy.split import PRIME, draw


def test_half_width_by_hand():
    """With ρ² for 10,000 planned and n = 10,000 the half width is √(2(nvρ²+1)/(n²ρ²)·ln(√(nvρ²+1)/α))."""
    rho2 = (-2 * log(0.05) + log(-2 * log(0.05) + 1)) / 2_500
    assert rho_squared(0.05) == pytest.approx(rho2)
    inside = 10_000 * 0.25 * rho2 + 1
    expected = sqrt(2 * inside / (10_000**2 * rho2) * log(sqrt(inside) / 0.05))
    assert half_width(10_000) == pytest.approx(expected)
    assert 0.013 < half_width(10_000) < 0.018


def test_looking_after_every_account_keeps_the_error_below_alpha():
    """Of 400 equal pairs watched 2,000 times each, fewer than 5% ever show a difference."""
    rng = np.random.default_rng(8)
    n = np.arange(1, 2_001)
    half = np.array([2 * half_width(int(k), 0.025) for k in n])
    wrong = 0
    for _ in range(400):
        gap = np.cumsum(rng.random(2_000) < 0.3) / n - np.cumsum(rng.random(2_000) < 0.3) / n
        wrong += bool((np.abs(gap) > half).any())
    assert wrong / 400 < 0.05


def test_a_true_difference_is_found_in_time():
    """Arms of 30% and 40% over 20,000 accounts each are told apart, in the right direction."""
    found = compare(Arm(20_000, 6_000), Arm(20_000, 8_000))
    assert found.low > 0
    assert found.difference == pytest.approx(0.1)
    assert "采用" in found.says.zh
    assert compare(Arm(20_000, 8_000), Arm(20_000, 6_000)).high < 0


def test_little_data_says_nothing():
    """With ten accounts, or none, no difference is claimed."""
    assert compare(Arm(10, 1), Arm(10, 9)).low <= 0
    assert (compare(Arm(0, 0), Arm(0, 0)).low, compare(Arm(0, 0), Arm(0, 0)).high) == (-1, 1)


def test_draws_are_fair_and_unrelated_between_salts():
    """Each tenth of 100,000 accounts has a tenth of them, and two salts share a hundredth of hundredths."""
    found = np.array([[draw(i, "a"), draw(i, "b")] for i in range(100_000)])
    tenths = np.bincount(found[:, 0] // 100_000)
    assert (abs(tenths - 10_000) < 500).all()
    both = ((found[:, 0] < 100_000) & (found[:, 1] < 100_000)).sum()
    assert 850 < both < 1_150


def test_the_draw_permutes_accounts_below_its_prime():
    """Neighbouring accounts do not collide before the last step: five is prime to p − 1."""
    from math import gcd

    assert gcd(5, PRIME - 1) == 1
