"""Threat (COND-2): harm held before a person, whether named or only let be guessed.

The unspoken threat is read from its parts: a family member's place, hours or frailty that the call has no reason
to touch; other hands said to be less kind; being watched; a home visit as a menace. A lawful, announced visit by
authorised staff and a true legal consequence are not threats.
"""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors import public_exposure
from shounuo.inspection.detectors._frames.threat import KINDS
from shounuo.inspection.detectors._overlap import apart_from, beyond
from shounuo.inspection.detectors._private_life import pressed
from shounuo.inspection.detectors._second_ear import both_ears
from shounuo.inspection.frames.kinds import Found, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.kernel.text import Text

_PRESSES = Text(
    "无故提起客户的家人、住处或行踪，以知情相压",
    "Brings up family, home or whereabouts for no purpose of the call: knowledge used as pressure",
)


def framed(reading: Reading) -> Iterable[Found]:
    """Menaces in the collector's own voice, to whoever is on the line."""
    found = list(find_kinds(reading, KINDS))
    yield from apart_from(found, public_exposure.framed(reading))
    yield from beyond(found, pressed(reading, "menace"), _PRESSES, 0.6)


def find(reading: Reading) -> Iterable[Found]:
    """What frames and the learned model find together."""
    return both_ears(reading, "THREAT", framed(reading))


DETECTOR = Detector(
    code="THREAT",
    find=find,
    why=Text("威胁恐吓", "Threat"),
    rule="COND-2",
    citation="CBA 指引 禁止言行②; 信用卡办法 68; 12 CFR 1006.14(a), (b)",
)
