"""Regulation F is asked as it stood on the day; before it took effect somebody decides.

The rule took effect on 30 November 2021; the Act before it is not in this pack.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import wraps

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Check, Numbers
from shounuo.rules.packs.us.answer import undecided
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "regulation_in_force", "1006.1"
FIRST_NUMBER = "calls_per_window"


def in_force(numbers: Numbers) -> bool:
    """Whether the regulation's numbers had begun by the day."""
    return numbers.get(FIRST_NUMBER) is not None


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Sends what lies before the regulation to review."""
    del facts
    return None if in_force(numbers) else undecided(CHECK, CLAUSE)


def once_in_force(later: Check) -> Check:
    """The same check, silent before the regulation took effect."""

    @wraps(later)
    def asked(facts: Facts, numbers: Numbers) -> Reason | Sequence[Reason] | None:
        return later(facts, numbers) if in_force(numbers) else None

    return asked
