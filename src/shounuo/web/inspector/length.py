"""How much of a screen a call's words fill: below a short call there is room for its steps and measures."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Literal

Length = Literal["short", "middling", "long"]
# Of a 1366 px wide page: the line of words beside its number, clock and speaker, in half-width letters.
LINE = 76
LINE_PX, BESIDE_PX, SOUND_PX = 23, 10, 62
# What leaves a good third of a 768 px and of a 1080 px high page (`inspector.css` knows them apart).
SHORT_PX, MIDDLING_PX = 330, 600


def length_of(turns: Iterable[Mapping[str, Any]], *, sound: bool) -> Length:
    """`short` leaves room on every screen, `middling` on a high one."""
    px = sum(BESIDE_PX + LINE_PX * _lines(str(turn["text"])) for turn in turns)
    px += SOUND_PX if sound else 0
    return "short" if px <= SHORT_PX else "middling" if px <= MIDDLING_PX else "long"


def _lines(text: str) -> int:
    wide = sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
    return max(1, -(-wide // LINE))
