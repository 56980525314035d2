"""Fillers (P8): 嗯, 啊, 额, 那个 so often that the sentence is hard to follow. One finding a call, at the worst turn."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from shounuo.inspection.detector import Detector
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

FILLER = quick_pattern(
    r"[嗯呃]|(?:^|[，,。、…\s])[啊哎唉哦诶欸额]|[啊哦额](?=[，,、…])|那个(?=[，,、…\s]|$)|(?:^|[，,、…\s])(?:那个|这个|就是说|怎么说呢|然后呢)"
    r"|\b(?:uh|um|er|erm|hmm|you know|i mean|like,|sort of|kind of)\b",
    re.IGNORECASE,
)
MIN_IN_CALL = 8  # house_policy: below it nobody notices
MIN_PER_100_CHARACTERS = 3.0  # house_policy
MIN_IN_WORST_TURN = 3


def count(turn: TurnReading) -> int:
    return _count(turn.turn.text)


@lru_cache(maxsize=1024)
def _count(text: str) -> int:
    """Kept, for the measures of a call ask it of the same turns."""
    return len(FILLER.findall(text))


def find(reading: Reading) -> Iterable[Spot]:
    turns = reading.agent()
    counts = [count(turn) for turn in turns]
    spoken = sum(len(turn.text.split() if reading.english else turn.text) for turn in turns)
    if (
        not turns
        or sum(counts) < MIN_IN_CALL
        or 100 * sum(counts) < MIN_PER_100_CHARACTERS * spoken
    ):
        return
    worst = max(turns, key=lambda turn: (count(turn), len(turn.text)))
    if max(counts) >= MIN_IN_WORST_TURN and worst.text:
        yield Spot(worst, 0, len(worst.text))


DETECTOR = Detector(
    code="FILLERS",
    find=find,
    why=Text(
        "嗯、啊、呃等口头语过多，听不清要点", "So many fillers that the point is hard to follow"
    ),
    rule="P8",
)
