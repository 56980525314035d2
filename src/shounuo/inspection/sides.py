"""The speech of one side as one text, so that a sentence which a recogniser cut in two is still one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from shounuo.inspection.spots import Spot, TurnReading


@dataclass
class Side:
    """All turns of one speaker joined; a line feed parts turns that do not follow each other."""

    turns: list[TurnReading]
    text: str = ""
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        parts: list[str] = []
        length, last = 0, None
        for turn in self.turns:
            if last is not None:
                gap = "" if turn.at == last.at + 1 else "\n"
                gap = " " if not gap and turn.lang.startswith("en") else gap
                parts.append(gap)
                length += len(gap)
            self.starts.append(length)
            parts.append(turn.text)
            length, last = length + len(turn.text), turn
        self.text = "".join(parts)

    def spot(self, match: re.Match[str]) -> Spot:
        k = bisect_right(self.starts, match.start()) - 1
        turn, base = self.turns[k], self.starts[k]
        start, end = match.start() - base, min(match.end() - base, len(turn.text))
        return Spot(turn, min(start, max(0, len(turn.text) - 1)), max(start, end), match)
