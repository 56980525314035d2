"""The shape of one language's frames: which words make a sentence of each step."""

from __future__ import annotations

import re
from dataclasses import dataclass

Pattern = re.Pattern[str]


@dataclass(frozen=True, eq=False)
class Frames:
    """Patterns over flat text. A `not_` pattern found in the same turn takes the match back.

    Each is itself alone (`eq=False`): to hash long patterns costs more than to search a turn with them.
    """

    strong_debt: Pattern
    late: Pattern
    debt: Pattern
    figure: Pattern
    amount: Pattern
    days: Pattern
    ask: Pattern
    not_ask: Pattern
    probe: Pattern
    not_probe: Pattern
    consequence: Pattern
    offer: Pattern
    not_offer: Pattern
    confirm: Pattern
    day: Pattern
    method: Pattern
    sum_and_days: Pattern = re.compile(r"(?!)")  # only where the language runs them together
