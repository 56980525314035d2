"""What follows from a call is worked out when first asked for, and kept as long as its reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading

T = TypeVar("T")


def once(decide: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """What follows from a reading, worked out when first asked for and kept as long as the reading."""

    @wraps(decide)
    def asked(reading: Reading) -> T:
        try:
            found: T = reading.decided[decide]
        except KeyError:
            found = reading.decided[decide] = decide(reading)
        return found

    return asked


def once_a_turn(
    decide: Callable[[Reading, TurnReading], T],
) -> Callable[[Reading, TurnReading], T]:
    """What follows from one turn of a reading, kept likewise."""

    @wraps(decide)
    def asked(reading: Reading, turn: TurnReading) -> T:
        decided: dict[int, T] = reading.decided.setdefault(decide, {})
        try:
            return decided[turn.at]
        except KeyError:
            found = decided[turn.at] = decide(reading, turn)
        return found

    return asked
