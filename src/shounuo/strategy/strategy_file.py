"""A strategy as a file a lead can edit: segments in order, each with what to do and how much of it.

The first segment whose conditions hold takes the account. Amounts in minor units, shares in basis
points (10,000 = all), talk in seconds. What the law says is not here: the gate decides that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shounuo.kernel.text import Text

NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True)
class Condition:
    """`fact operator operand`; an operand is an integer, or several for `one_of`."""

    fact: str
    operator: str
    operand: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """All `when` hold and, if there are `any_of`, one of those does too."""

    key: str
    name: Text
    do: str
    when: tuple[Condition, ...] = ()
    any_of: tuple[Condition, ...] = ()
    tier: int = 1
    order: str = "value_per_hour"
    ask: str = "past_due"
    channel: str = "call"
    talk_budget_seconds: int = 300
    attempts_per_week: int = 7
    why: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Experiment:
    """Shares in basis points; both need the lender's consent on file, account by account."""

    explore_bp: int = 0
    holdout_bp: int = 0
    salt: str = "house"


@dataclass(frozen=True, slots=True)
class Strategy:
    """`spare_bp`: how far past capacity candidates are ranked, for those the gate will refuse.

    `attempts_a_day`: how often a queued case is tried until it is reached; the gate may allow fewer.
    """

    name: str
    version: int
    segments: tuple[Segment, ...]
    experiment: Experiment
    spare_bp: int
    attempts_a_day: int
    slot_margin_bp: int
    slot_minimum_tries: int
    source: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """Twelve hex digits of the content: two files that say the same have the same digest."""
        text = json.dumps(self.source, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:12]


def segment_index(strategy: Strategy, key: str) -> int:
    return next(i for i, segment in enumerate(strategy.segments) if segment.key == key)
