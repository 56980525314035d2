"""What a night is run with, and whether it may be."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.strategy.engine import Engine
from shounuo.strategy.estimates import Estimates
from shounuo.strategy.gating import Gate
from shounuo.strategy.nights import Nights
from shounuo.strategy.strategy_file import Strategy

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Given:
    """What a night needs; `notices` and `stages` (seconds) are what it finds. `challenger_bp`: share of accounts, basis points."""

    extract: Path
    nights: Nights
    engine: Engine
    gate: Gate
    strategy: Strategy
    estimates: Estimates
    challenger: Strategy | None = None
    challenger_bp: int = 0
    progress: Progress = lambda stage, done, of: None
    notices: list[Problem] = field(default_factory=list)
    stages: dict[str, float] = field(default_factory=dict)

    def same_tries(self) -> None:
        """One table of odds serves both arms, so both try a case equally often in a day."""
        other = self.challenger
        if other and other.attempts_a_day != self.strategy.attempts_a_day:
            what = Text(
                "两个策略的每日拨打次数（attempts_a_day）必须相同。",
                "Both strategies must have the same attempts_a_day.",
            )
            raise Refused(Problem("arms-differ-in-tries", what, other.name))

    def digest(self) -> str:
        """Twelve figures that tell this night's inputs from any other's."""
        parts = [
            (self.extract / "manifest.json").read_text(encoding="utf-8"),
            self.strategy.digest,
            self.challenger.digest if self.challenger else "",
            str(self.challenger_bp),
            repr(self.estimates),
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
