"""The lab as a gymnasium environment: plug in any policy that scores cases, day by day.

Observation: integers [customer, feature], features in the order of `world.OBSERVED`.
Action: one score per customer; the highest are called first, anything ≤ −1e9 is not called, and −2e9 is
offered a plan in writing instead.
Reward: money that came in today, in the currency's major unit. Episode: `days` steps.
"""

from __future__ import annotations

from typing import Any

import gymnasium as gym
import numpy as np
from numpy.typing import NDArray

from shounuo.lab.response import Floats, Ints
from shounuo.lab.world import HELP, OBSERVED, World


class FloorEnv(gym.Env[Ints, Floats]):
    """A collections floor with known response. Seeded: the same seed is the same floor and luck."""

    metadata = {"render_modes": []}

    def __init__(self, n: int = 3000, days: int = 60, seconds_a_day: int = 14_400) -> None:
        self.n, self.days, self.seconds_a_day = n, days, seconds_a_day
        top = np.iinfo(np.int64).max // 2
        self.observation_space = gym.spaces.Box(-top, top, (n, len(OBSERVED)), np.int64)
        self.action_space = gym.spaces.Box(HELP, -HELP, (n,), np.float64)
        self.world: World | None = None

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Ints, dict[str, Any]]:
        super().reset(seed=seed)
        drawn = int(self.np_random.integers(2**31)) if seed is None else seed
        self.world = World(self.n, self.days, self.seconds_a_day, drawn)
        return self.world.observe(), {}

    def step(self, action: NDArray[Any]) -> tuple[Ints, float, bool, bool, dict[str, Any]]:
        assert self.world is not None, "reset first"
        paid = self.world.step(np.asarray(action, np.float64))
        over = self.world.day >= self.days
        return self.world.observe(), paid / 100, over, False, {"open": int(self.world.open().sum())}
