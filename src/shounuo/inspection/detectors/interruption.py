"""Interruption: the collector speaks over the customer, by the clock or by the words that cut him off."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.kernel.text import Text

OVERLAP_S = 0.4  # house_policy: shorter overlaps are the ear's reaction time
_CUTS = re.compile(
    r"(?:你|您)?(?:先)?(?:别|不要|甭)(?:说|讲|插嘴|打断|吵|急着说)(?!谎|大话|瞎话|客气|对不起|谢|得|好|是|您|你)|(?:你|您)?先听我(?:说|讲)|听我(?:把话)?(?:说|讲)完|让我(?:把话)?(?:说|讲)完|等(?:一下|会儿?)?(?:你|您)(?:先)?听我|打断(?:你|您)一下|行了行了(?:你|您)?(?:别|不要|不用)"
    r"|\b(?:let me finish|hold on hold on|stop talking|listen to me|let me stop you|wait wait|no no no listen|i'm talking|don't interrupt)\b"
)
_CUT_OFF = re.compile(r"(?:——|—|--|-|…|\.\.\.)\s*$")


def find(reading: Reading) -> Iterable[Spot]:
    for turn in reading.agent():
        if turn.at and turn.text and _cuts_in(reading, turn):
            yield Spot(turn, 0, min(len(turn.text), 40))


def _cuts_in(reading: Reading, turn: TurnReading) -> bool:
    before = reading.turns[turn.at - 1]
    if before.is_agent or not before.text:
        return False
    overlap = _overlap(before, turn)
    words = bool(_CUTS.search(turn.text[:24]))
    if words:
        return True
    return overlap >= OVERLAP_S or (bool(_CUT_OFF.search(before.turn.text)) and overlap > 0)


def _overlap(before: TurnReading, turn: TurnReading) -> float:
    """Seconds both spoke; 0 without a clock."""
    if before.turn.t1 is None or turn.turn.t0 is None:
        return 0.0
    return before.turn.t1 - turn.turn.t0


DETECTOR = Detector(
    code="INTERRUPTION",
    find=find,
    why=Text("客户话未说完即被打断", "The customer was cut off before finishing"),
    rule="P8",
)
