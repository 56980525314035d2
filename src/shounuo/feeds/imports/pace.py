"""How many rows one transaction takes, and the room it leaves the desk afterwards.

On SQLite one writer works at a time, so a collector who presses *next case* waits for the batch that is
being written. A batch is therefore as large as fits into a tenth of a second on this machine at this hour,
and after it the import stands aside: those who wait look again after a while, longer each time, and a
writer that came straight back would starve them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter, sleep

AIM_SECONDS = 0.1
FIRST_ROWS, LEAST_ROWS, MOST_ROWS = 200, 150, 800
SHARE = 0.1
LEAST_PAUSE, MOST_PAUSE = 0.005, 0.05
TELL_SECONDS = 1.0  # how often a page hears of progress: a commit of its own each time


@dataclass
class Pace:
    """One import's. `rows`: how many the next transaction should take."""

    rows: int = field(default_factory=lambda: FIRST_ROWS)
    _told: float = 0.0

    def may_tell(self) -> bool:
        """True once a second."""
        now = perf_counter()
        if now - self._told < TELL_SECONDS:
            return False
        self._told = now
        return True

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Times the block, then sleeps for its share and sets the size of the next one."""
        began = perf_counter()
        yield
        took = perf_counter() - began
        fitting = round(self.rows * min(2.0, max(0.5, AIM_SECONDS / took)))
        self.rows = min(MOST_ROWS, max(LEAST_ROWS, fitting))
        sleep(min(MOST_PAUSE, max(LEAST_PAUSE, took * SHARE)))
