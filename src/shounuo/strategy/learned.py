"""What was learned of one target, as the card tells it and the file keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from shounuo.strategy.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Learned:
    """One target: its card, where it came from and what it is worth on the last nights."""

    card: Scorecard
    origin: str
    report: Mapping[str, Any]
    seen: Mapping[str, Sequence[int]] = field(default_factory=dict)
    judged: pa.Table | None = None
