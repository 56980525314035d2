"""Leaves the desk room to write between two batches.

On SQLite one writer works at a time and those who wait look again after a while, longer each time; a
writer that comes straight back would starve them. So after each batch the import stands aside for a share
of the time that the batch took.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, sleep

SHARE = 0.1
LEAST_SECONDS = 0.02
MOST_SECONDS = 0.1


@contextmanager
def then_stand_aside() -> Iterator[None]:
    """Times the block, then sleeps for its share."""
    began = perf_counter()
    yield
    sleep(min(MOST_SECONDS, max(LEAST_SECONDS, (perf_counter() - began) * SHARE)))
