"""Date unclear (P14): a promise repeated back without a day one can mark in a calendar."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.detector import Detector
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.text import Text


def find(reading: Reading) -> Iterable[Spot]:
    """The recapitulation whose day is missing or only rough (过两天, 月底前后, sometime next week)."""
    promise = promise_of(reading)
    if promise is None or promise.confirmed_at is None:
        return
    if promise.said.date is None or promise.loose_day:
        recap = reading.turns[promise.confirmed_at]
        yield Spot(recap, 0, len(recap.text))


DETECTOR = Detector(
    code="DATE_UNCLEAR",
    find=find,
    why=Text("确认时没有落实到具体日期", "The confirmation settled no exact day"),
    rule="P14",
)
