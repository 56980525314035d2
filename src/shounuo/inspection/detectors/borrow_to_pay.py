"""Borrow to pay (COND-4): the customer is pushed to new borrowing, or to others' money, to pay this debt."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._frames.borrow_to_pay import KINDS
from shounuo.inspection.detectors._overlap import beyond
from shounuo.inspection.detectors._private_life import pressed
from shounuo.inspection.detectors._second_ear import both_ears
from shounuo.inspection.frames.kinds import Found, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.kernel.text import Text

_PRESSES = Text(
    "主动提起客户亲友的财力，暗示向其要钱",
    "Brings up what relatives could give, so as to have the money asked of them",
)


def framed(reading: Reading) -> Iterable[Found]:
    """Advice to borrow in the collector's own voice."""
    found = list(find_kinds(reading, KINDS))
    yield from found
    yield from beyond(found, pressed(reading, "borrow"), _PRESSES, 0.6)


def find(reading: Reading) -> Iterable[Found]:
    """What frames and the learned model find together."""
    return both_ears(reading, "BORROW_TO_PAY", framed(reading))


DETECTOR = Detector(
    code="BORROW_TO_PAY",
    find=find,
    why=Text("诱导借债还款", "Pushed to borrow in order to pay"),
    rule="COND-4",
    citation="CBA 指引 禁止言行④; 12 CFR 1006.22(a)",
)
