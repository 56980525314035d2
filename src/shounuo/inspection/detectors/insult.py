"""Insult (COND-2): the person, the family or the means are run down. A blunt fact about the debt is not one."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors import public_exposure, self_harm_mishandled
from shounuo.inspection.detectors._frames.insult import KINDS
from shounuo.inspection.detectors._overlap import apart_from
from shounuo.inspection.detectors._second_ear import both_ears
from shounuo.inspection.frames.kinds import Found, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.kernel.text import Text


def framed(reading: Reading) -> Iterable[Found]:
    """Insults in the collector's own voice."""
    found = list(find_kinds(reading, KINDS))
    if not found:
        return []
    stronger = (*public_exposure.framed(reading), *self_harm_mishandled.find_mishandled(reading))
    return apart_from(found, stronger)


def find(reading: Reading) -> Iterable[Found]:
    """What frames and the learned model find together."""
    return both_ears(reading, "INSULT", framed(reading))


DETECTOR = Detector(
    code="INSULT",
    find=find,
    why=Text("辱骂贬损", "Insult"),
    rule="COND-2",
    citation="CBA 指引 禁止言行②; 信用卡办法 68; 12 CFR 1006.14(b)(2)",
)
