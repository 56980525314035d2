"""A simulated floor worked by the practice's own rules shows what was measured on real ones."""

from __future__ import annotations

import numpy as np
import pytest

from shounuo.lab.anchors import anchored, shown, targets
from shounuo.lab.world import World

# Seeds other than those the levels were fitted on (101 to 112).
SEEDS = range(1, 11)


def test_the_anchors_are_the_published_ones() -> None:
    """7.39% per call, 35% a contact, 45.5% kept; cure 38.69% when fresh and 14.21% when late before."""
    assert list(targets().values()) == [0.0739, 0.350, 0.455, 0.3869, 0.1421]


def test_a_worked_floor_shows_the_measured_rates() -> None:
    """Each measured rate lies within a tenth of what ten floors show together."""
    for name, row in anchored(SEEDS).items():
        assert row["shown"][0] == pytest.approx(row["measured"], rel=0.10), name


def test_on_a_floor_where_nobody_is_called_there_is_no_contact_and_less_cure() -> None:
    """Rates of calls are zero without calls, and what the bank's calls brought is missing from the cures."""
    world = World(3000, 60, 14_400, 1)
    found = shown(world, lambda seen: np.full(len(seen), -np.inf))
    assert found["contact_per_call"] == found["promise_given_contact"] == 0
    worked = shown(World(3000, 60, 14_400, 1))
    assert found["cure_just_entered"] < worked["cure_just_entered"]
    assert found["cure_already_late"] < worked["cure_already_late"]
