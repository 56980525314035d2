"""Log-odds of three to one are a probability of three in four."""

import warnings
from math import log

import numpy as np
import pytest

from shounuo.kernel.odds import probabilities, probability


@pytest.mark.parametrize(
    ("to_one", "likely"), [(1, 1 / 2), (3, 3 / 4), (1 / 3, 1 / 4), (99, 99 / 100)]
)
def test_odds_of_so_many_to_one(to_one: float, likely: float) -> None:
    """n to one is n chances of n + 1, for one number as for many."""
    assert probability(log(to_one)) == pytest.approx(likely)
    assert probabilities(np.array([log(to_one)])) == pytest.approx(likely)


def test_far_odds_are_as_good_as_certain() -> None:
    """No number is so far off that there is no answer."""
    assert (probability(-1e6), probability(1e6)) == (pytest.approx(0.0), 1.0)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert probabilities(np.array([-1e6, 1e6], np.float32)).tolist() == [0.0, 1.0]


def test_many_stay_as_fine_as_they_were_given() -> None:
    """Single precision in, single precision out: what a model learned in it is told in it."""
    assert probabilities(np.zeros((2, 3), np.float32)).dtype == np.float32
    assert probabilities(np.zeros(2)).dtype == np.float64
