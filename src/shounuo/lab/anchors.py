"""What a floor worked by the practice's own rules shows, against what was measured on real floors.

Public rates are rates over calls that were made and months that were worked, not over fresh customers: a
simulator that meets them only before anybody calls is too generous once everybody does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from shounuo.lab.policies import Policy, practice_rules
from shounuo.lab.response import MONTH_DAYS, figures
from shounuo.lab.trial import interval
from shounuo.lab.world import World


def targets() -> dict[str, float]:
    """The measured rates, each with its source in `figures.yaml`."""
    told = figures()
    return {
        "contact_per_call": told["calls"]["contact_per_call"],
        "promise_given_contact": told["calls"]["promise_given_contact"],
        "kept_given_promise": told["promises"]["kept_given_promise"],
        "cure_just_entered": told["taiwan"]["cure_just_entered"],
        "cure_already_late": told["taiwan"]["cure_already_late"],
    }


def shown(world: World, policy: Policy = practice_rules) -> dict[str, float]:
    """The same rates on one floor, worked to its end. Cure: a month's chance from the daily one."""
    at_risk, cured = np.zeros(2), np.zeros(2)
    while world.day < world.days:
        late, there = world.late_days(), world.open()
        bands = [
            there & (late <= MONTH_DAYS),
            there & (late > MONTH_DAYS) & (late <= 2 * MONTH_DAYS),
        ]
        world.step(policy(world.observe()))
        for number, band in enumerate(bands):
            at_risk[number] += band.sum()
            cured[number] += (band & world.cured).sum()
    score = world.score
    months = 1 - (1 - cured / np.maximum(at_risk, 1)) ** MONTH_DAYS
    return {
        "contact_per_call": score.contacts / max(score.attempts, 1),
        "promise_given_contact": score.promises / max(score.contacts, 1),
        "kept_given_promise": score.kept / max(score.kept + score.broken, 1),
        "cure_just_entered": float(months[0]),
        "cure_already_late": float(months[1]),
    }


def anchored(
    seeds: Sequence[int], customers: int = 3000, days: int = 60, seconds_a_day: int = 14_400
) -> dict[str, dict[str, Any]]:
    """Per rate: measured, and shown with its 95% interval over seeds."""
    found = [shown(World(customers, days, seconds_a_day, seed)) for seed in seeds]
    return {
        name: {"measured": told, "shown": interval([row[name] for row in found])}
        for name, told in targets().items()
    }
