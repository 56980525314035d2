"""Record mismatch (P12, P14): what the collector typed is not what was said.

Shown at the customer's words that prove it: the last that name the wrong term, or those that gave the call its code.
"""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.agreement import speech
from shounuo.inspection.agreement.promise import Promise, promise_of
from shounuo.inspection.agreement.terms import terms_of
from shounuo.inspection.detector import Detector
from shounuo.inspection.disposition import bears_out
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.reading import Reading, Spot, TurnReading
from shounuo.inspection.requests import Request, RequestKind
from shounuo.inspection.state import state_of
from shounuo.inspection.weighing.ending import chances_of, disposition_of
from shounuo.inspection.weighing.evidence import LEAST_TURNS
from shounuo.kernel.text import Text

_PROMISED = frozenset({"PTP", "PTP_IMPLIED", "AUTOPAY_FAILED"})
_GRAVE = frozenset(
    {
        "VULNERABLE",
        "DISPUTE",
        "COMPLAINT",
        "CEASE",
        "DECEASED",
        "WRONG_PERSON",
        "THIRD_PARTY_REFUSED",
    }
)
# How likely the code that was called for must be, and the typed one at most, before a collector is told of it.
_SURE, _UNLIKELY = 0.7, 0.08


def find(reading: Reading) -> Iterable[tuple[Spot, Text]]:
    context = reading.context
    if context.recorded_disposition is None:
        return
    promise = promise_of(reading)
    said = promise.said if promise else None
    typed = context.recorded_promise
    if typed and promise and (different := _differs(typed, promise)):
        yield from _at(
            _names_term(reading, different),
            Text(
                f"登记的{_ZH[different]}与客户所说不同",
                f"The recorded {different} is not what was said",
            ),
        )
    elif _graver(reading, context.recorded_disposition):
        yield from _at(
            _gave_code(reading),
            Text(
                f"应登记 {disposition_of(reading)},却登记为 {context.recorded_disposition}",
                f"Should be {disposition_of(reading)}, was recorded as {context.recorded_disposition}",
            ),
        )
    elif (
        typed
        and said is None
        and context.recorded_disposition in _PROMISED
        and disposition_of(reading) not in _PROMISED
    ):
        yield from _at(
            _no_promise(reading),
            Text("客户没有承诺,却登记为承诺还款", "No promise was made, yet one was recorded"),
        )
    elif (
        said
        and said.explicit
        and typed is None
        and context.recorded_disposition not in _PROMISED | _GRAVE
        and disposition_of(reading) in _PROMISED
    ):
        yield from _at(
            _names_term(reading, "date"),
            Text("客户明确承诺,却未登记承诺", "A clear promise was made and not recorded"),
        )


def _graver(reading: Reading, recorded: str) -> bool:
    """A grave code was called for and a lesser one typed that was not true as well."""
    if disposition_of(reading) not in _GRAVE or recorded in _GRAVE:
        return False
    if recorded in _PROMISED and not _asked_for(reading):
        return False
    if not _plainly_other(reading, recorded):
        return False
    return disposition_of(reading) not in ("CEASE", "DISPUTE") or not bears_out(reading, recorded)


def _plainly_other(reading: Reading, recorded: str) -> bool:
    if len(reading.turns) < LEAST_TURNS:
        return True  # too short to be weighed: the patterns decide
    chances = chances_of(reading)
    return max(chances.values()) >= _SURE and chances.get(recorded, 0.0) <= _UNLIKELY


_PROOF: dict[str, tuple[RequestKind, ...]] = {
    "VULNERABLE": ("self_harm",),
    "DISPUTE": ("dispute",),
    "COMPLAINT": ("complaint",),
}
_ZH = {"amount": "金额", "date": "日期"}


def _differs(typed: SpokenPromise, agreed: Promise) -> str | None:
    """The term typed otherwise than said; the day only when it was read back, for days are said in passing too."""
    said = agreed.said
    if None not in (typed.cents, said.cents) and typed.cents != said.cents:
        return "amount"
    if agreed.confirmed_at is None or None in (typed.date, said.date):
        return None
    return "date" if typed.date != said.date else None


def _names_term(reading: Reading, term: str) -> TurnReading | None:
    """The customer's last words that name the term, else the recapitulation."""
    for turn in reversed(reading.party()):
        terms = terms_of(reading, turn)
        if (terms.cents if term == "amount" else terms.day) is not None:
            return turn
    promise = promise_of(reading)
    return reading.turns[promise.confirmed_at or promise.made_at] if promise else None


def _no_promise(reading: Reading) -> TurnReading | None:
    """The customer's first words that decline; None when nothing was declined in so many words."""
    declining = (t for t in reading.party() if speech.declines(t.text, english=reading.english))
    return next(declining, None)


def _gave_code(reading: Reading) -> TurnReading | None:
    requests = _asked_for(reading)
    if requests:
        again = disposition_of(reading) == "THIRD_PARTY_REFUSED"
        return requests[-1 if again else 0].spot.turn
    return reading.party()[-1] if reading.party() else None


def _asked_for(reading: Reading) -> list[Request]:
    """The other side's words that called for the code."""
    kinds = _PROOF.get(disposition_of(reading) or "", ("stop", "attorney", "third_party_refusal"))
    return [r for r in state_of(reading).requests if r.kind in kinds]


def _at(turn: TurnReading | None, why: Text) -> Iterable[tuple[Spot, Text]]:
    if turn is not None and turn.text:
        yield Spot(turn, 0, len(turn.text)), why


DETECTOR = Detector(
    code="RECORD_MISMATCH",
    find=find,
    why=Text("登记内容与通话不符", "What was recorded is not what was said"),
    rule="P12",
)
