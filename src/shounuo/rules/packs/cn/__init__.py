"""Mainland China."""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Check, Reach

CHECKS: tuple[Check, ...] = ()


def reach(facts: Facts) -> Reach:
    """How this pack stands to the contact."""
    return Reach.APPLIES if facts.creditor.country == "CN" else Reach.ELSEWHERE
