"""Lender's name missing at the confirmation (P15): a customer once heard another bank's name and paid nothing."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.detector import Detector
from shounuo.inspection.names import named
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.text import Text


def find(reading: Reading) -> Iterable[Spot]:
    """The recapitulation, when neither it nor the collector's turns beside it name the lender."""
    promise = promise_of(reading)
    if promise is None or promise.confirmed_at is None:
        return
    recap = reading.turns[promise.confirmed_at]
    beside = [t for t in reading.agent() if recap.at <= t.at <= recap.at + 2]
    if recap.text and not any(
        named(reading.context.lender, t.text, english=reading.english) for t in beside
    ):
        yield Spot(recap, 0, len(recap.text))


DETECTOR = Detector(
    code="LENDER_NAME_MISSING_AT_CONFIRM",
    find=find,
    why=Text("二次确认没有说出机构名称", "The confirmation did not name the lender"),
    rule="P15",
    needs=("lender",),
)
