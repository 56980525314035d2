"""How much of each counter is used: what a screen shows beside the dial button.

A pack that counts names `counters(facts, numbers)`; the count is the very one its checks use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module

from shounuo.rules.facts import Facts
from shounuo.rules.gate import packs_for
from shounuo.rules.pack import BoundPack


@dataclass(frozen=True, slots=True)
class Counter:
    """`used` of `limit`, in-flight and unknown ones included. `resets`: the first day it is less."""

    pack: str
    key: str
    rule_id: str
    used: int
    limit: int
    resets: date | None = None

    @property
    def left(self) -> int:
        return max(0, self.limit - self.used)

    @property
    def is_near(self) -> bool:
        """One more use closes it, or it is closed."""
        return self.left <= 1


def counters(
    facts: Facts, packs: Sequence[BoundPack] | None = None, as_of: datetime | None = None
) -> tuple[Counter, ...]:
    """The counters that the proposed contact would use, over all packs that decide it."""
    chosen = packs_for(facts, as_of or facts.proposed.when) if packs is None else packs
    found: list[Counter] = []
    for pack in chosen:
        module = import_module(f"shounuo.rules.packs.{pack.pack.name}")
        count = getattr(module, "counters", None)
        if count is not None:
            found.extend(count(facts, pack.numbers))
    return tuple(found)
