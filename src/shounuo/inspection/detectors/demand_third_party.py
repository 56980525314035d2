"""Demand from a third party (3P-1, 3P-4): somebody who does not owe is asked to pay, chip in or answer for it."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._frames.demand_third_party import demands
from shounuo.inspection.detectors._second_ear import to_third_party
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.reading import Reading
from shounuo.kernel.text import Text


def find(reading: Reading) -> Iterable[Found]:
    """What frames and the learned model find together."""
    return to_third_party(reading, "DEMAND_THIRD_PARTY", demands(reading))


DETECTOR = Detector(
    code="DEMAND_THIRD_PARTY",
    find=find,
    why=Text("向第三人催讨", "Payment demanded from a third party"),
    rule="3P-4",
    citation="GB/T 45251 5.3; 信用卡办法 68; CBA 指引; 12 CFR 1006.6(d)(1)",
)
