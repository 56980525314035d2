"""The model in use before a training: what the new one has to beat."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shounuo.strategy.estimates import load
from shounuo.strategy.scorecard import Scorecard, Steps


@dataclass(frozen=True, slots=True)
class Held:
    """`sizes`: by the names of `sizes.SIZES`. `origins`: how each part came about."""

    name: str
    cards: Mapping[str, Scorecard]
    sizes: Mapping[str, Steps]
    seen: Mapping[str, Mapping[str, Sequence[int]]]
    origins: Mapping[str, str]

    def learned(self, part: str) -> bool:
        return not self.origins.get(part, "rule of thumb").startswith("rule of thumb")


def held_of(path: Path) -> Held | None:
    """None where no model can be trusted: missing, torn, or of another feature version."""
    found, problem = load(path)
    if problem is not None:
        return None
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    told = {**data.get("quality", {}), **data.get("sizes", {})}
    return Held(
        found.name,
        found.cards,
        {"amount": found.amount_share_bp, "talk": found.talk_seconds},
        data.get("seen", {}),
        {part: str(own.get("origin", "")) for part, own in told.items()},
    )
