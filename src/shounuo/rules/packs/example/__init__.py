"""Placeholder until the example's numbers are found: reaches nobody."""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Check, Reach

CHECKS: tuple[Check, ...] = ()


def reach(facts: Facts) -> Reach:
    """How this pack stands to the contact."""
    del facts
    return Reach.ELSEWHERE
