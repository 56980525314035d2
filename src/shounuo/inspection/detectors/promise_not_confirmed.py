"""Promise not confirmed (P15): the customer promised, stayed on the line, and nothing was repeated back."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.detector import Detector
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.text import Text


def find(reading: Reading) -> Iterable[Spot]:
    """The collector's turn right after the promise. Nothing when the customer was gone by then."""
    promise = promise_of(reading)
    if promise is None or promise.confirmed_at is not None:
        return
    after = [t for t in reading.agent() if t.at > promise.made_at and t.text]
    heard = any(t.at > promise.made_at for t in reading.party())
    if after and (heard or len(after) > 1):
        yield Spot(after[0], 0, len(after[0].text))


DETECTOR = Detector(
    code="PROMISE_NOT_CONFIRMED",
    find=find,
    why=Text(
        "客户已承诺，坐席未复述机构名、金额、日期",
        "The customer promised; lender, amount and day were not repeated back",
    ),
    rule="P15",
)
