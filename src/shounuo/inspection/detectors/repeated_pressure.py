"""Repeated pressure (P4): the same pressure point in three turns of a call, with nothing new in it.

An answer to the customer's own question about the point is not pressure and does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.question import wants_to_know
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.steps.done import steps_done
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

TIMES = 3
_POINTS = {
    "zh": (
        r"征信|信用记录|信用报告|信用污点",
        r"起诉|诉讼|法院|法庭|走法律|法律程序|打官司|传票|律师",
        r"违约金|罚息|滞纳金|利息",
        r"(?:父母|爸妈|家人|家里人|老婆|老公|孩子|小孩)",
        r"(?:今天|现在|马上|立刻|必须|一定|务必|赶紧|抓紧|尽快)(?:之内|之前|就|要|得|必须|一定|把|给我)*(?:把.{1,8})?(?:还|处理|解决|结清|付|转)",
    ),
    "en": (
        r"credit (?:score|report|file|bureau)|your credit|bureaus",
        r"\bcourt\b|\blegal\b|lawsuit|\bsue\b|attorney|judge",
        r"late fees?|interest|penalt",
        r"\b(?:today|right now|immediately|this minute)\b.{0,20}\b(?:pay|payment|take care|do)|\b(?:need|have|must|got) (?:to )?(?:pay|payment).{0,20}\b(?:today|now)\b",
    ),
}
_COMPILED = {lang: tuple(quick_pattern(p) for p in points) for lang, points in _POINTS.items()}


def find(reading: Reading) -> Iterable[Spot]:
    """The last turn that repeats the point, once per point."""
    for point in _COMPILED["en" if reading.english else "zh"]:
        spots = _pressing(reading, point)
        if len(spots) >= TIMES:
            yield spots[-1]


def _pressing(reading: Reading, point: re.Pattern[str]) -> list[Spot]:
    first_in_turn: dict[int, Spot] = {}
    spots = list(reading.find(point))
    if len({spot.turn.at for spot in spots}) < TIMES:
        return []  # too few, however they are meant
    facts = steps_done(reading).get("state_facts")
    for spot in spots:
        if (
            not spot.scope.negated
            and spot.turn is not facts
            and not _asked_about(reading, spot.turn, point)
        ):
            first_in_turn.setdefault(spot.turn.at, spot)
    return list(first_in_turn.values())


def _asked_about(reading: Reading, turn: TurnReading, point: re.Pattern[str]) -> bool:
    """The customer had just asked about the point."""
    before = reading.party_before(turn.at)
    return bool(point.search(before)) and wants_to_know(before)


DETECTOR = Detector(
    code="REPEATED_PRESSURE",
    find=find,
    why=Text(
        "同一施压点在本通第三次及以上提出，没有新内容",
        "The same pressure point for the third time or more, nothing new",
    ),
    rule="P4",
)
