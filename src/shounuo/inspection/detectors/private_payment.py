"""Private payment (COND-4b): money asked into a person's own hands, or a fee for favours."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._frames.private_payment import KINDS
from shounuo.inspection.detectors._second_ear import both_ears
from shounuo.inspection.frames.kinds import Found, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.kernel.text import Text


def framed(reading: Reading) -> Iterable[Found]:
    """Asks for money outside the lender's own accounts."""
    return find_kinds(reading, KINDS)


def find(reading: Reading) -> Iterable[Found]:
    """What frames and the learned model find together."""
    return both_ears(reading, "PRIVATE_PAYMENT", framed(reading))


DETECTOR = Detector(
    code="PRIVATE_PAYMENT",
    find=find,
    why=Text("要求付款至私人", "Payment asked into private hands"),
    rule="COND-4b",
    citation="CBA 指引 禁止言行④; 12 CFR 1006.22",
)
