"""A floor that learns while it works: the house strategy with the product's own exploration and holdout.

Who is drawn, and at what chance, is computed by the night's own functions (`rank.lines`, `split.draw`);
the chance is logged as the night's queue logs it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from shounuo.lab.history import FIRST_DAY, OFFSET
from shounuo.lab.house import decided, valued
from shounuo.lab.response import Floats, Ints
from shounuo.lab.world import LEAVE
from shounuo.strategy.days import date_of
from shounuo.strategy.estimates import Estimates
from shounuo.strategy.rank import lines
from shounuo.strategy.split import MILLION, draw
from shounuo.strategy.strategy_file import Experiment, Strategy

FIRST = 1e15  # a drawn case is called out of the reserve, before the line


@dataclass(slots=True)
class Exploring:
    """One floor's policy, day by day. `log`: per day the accounts that could be called and `propensity_ppm`,

    the chance each had to be queued: of those above the line one less the holdout, below it the drawn share.
    """

    estimates: Estimates
    strategy: Strategy
    seconds_a_day: int
    floor: int = 0
    day: int = 0
    log: list[tuple[Ints, Ints]] = field(default_factory=list)
    _held: NDArray[np.bool_] | None = None

    def __call__(self, seen: Ints) -> Floats:
        held = self.held(len(seen))
        worth = valued(self.estimates, seen, self.strategy.attempts_a_day)
        scores = decided(self.strategy, seen, worth)
        called = scores > LEAVE
        line, explore_ppm = self._line(scores, worth.seconds, called & ~held)
        salt = f"explore:{self.strategy.experiment.salt}:{date_of(FIRST_DAY + self.day)}"
        below = called & ~held & (scores < line)
        drawn = np.zeros(len(seen), bool)
        drawn[below] = self._drawn(np.flatnonzero(below), salt, explore_ppm)
        above = MILLION - self.strategy.experiment.holdout_bp * 100
        chance = np.where(scores >= line, above, explore_ppm)
        self.log.append((np.flatnonzero(called), chance[called]))
        self.day += 1
        return np.where(drawn, FIRST, np.where(called & held, LEAVE, scores))

    def held(self, n: int) -> NDArray[np.bool_]:
        """The holdout: the same accounts every night."""
        if self._held is None:
            experiment = self.strategy.experiment
            salt, ppm = f"holdout:{experiment.salt}", experiment.holdout_bp * 100
            self._held = self._drawn(np.arange(n), salt, ppm)
        return self._held

    def _drawn(self, who: Ints, salt: str, ppm: int) -> NDArray[np.bool_]:
        return np.array([draw(int(i) + self.floor * OFFSET, salt) < ppm for i in who], bool)

    def _line(self, scores: Floats, seconds: Ints, open_: NDArray[np.bool_]) -> tuple[float, int]:
        rows = [
            {"team_id": 0, "lowest": score, "seconds": spent, "pool_seconds": spent}
            for score, spent in zip(scores[open_], seconds[open_].tolist(), strict=True)
        ]
        found = lines(rows, {0: self.seconds_a_day}, replace(self.strategy, spare_bp=0))[0]
        return float(found.line), found.explore_ppm


def experimenting(strategy: Strategy, explore_bp: int, holdout_bp: int) -> Strategy:
    """The same file with shares for exploration and holdout, as a lender's consent allows."""
    salt = strategy.experiment.salt
    return replace(strategy, experiment=Experiment(explore_bp, holdout_bp, salt))
