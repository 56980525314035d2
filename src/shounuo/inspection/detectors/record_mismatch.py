"""Record mismatch (P12, P14): what the collector typed is not what was said.

Shown at the customer's words that prove it: the last that name the wrong term, or those that gave the call its code.
"""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.domain.disposition.catalogue import name_of
from shounuo.inspection.agreement import answers
from shounuo.inspection.agreement.promise import Promise
from shounuo.inspection.agreement.terms import terms_of
from shounuo.inspection.detector import Detector
from shounuo.inspection.disposition import bears_out
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.reading import Reading
from shounuo.inspection.requests import Request, RequestKind
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.state import state_of
from shounuo.inspection.weighing.ending import (
    PROMISED,
    chance_of_promise,
    chances_of,
    told_disposition,
    told_most,
)
from shounuo.inspection.weighing.evidence import LEAST_TURNS
from shounuo.inspection.weighing.promised import told_promise
from shounuo.kernel.text import Text

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
# How likely the code that was called for must be, and the typed one at most, before a collector is told of it; and how
# likely any promise at most where one was typed. A promise made and not typed is not told: where the engine held so, the
# labels bore it out once in 21 calls.
_SURE, _UNLIKELY, _NO_PROMISE = 0.6, 0.05, 0.02


def find(reading: Reading) -> Iterable[tuple[Spot, Text]]:
    context = reading.context
    if context.recorded_disposition is None:
        return
    promise = told_promise(reading)
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
            _should_be(told_disposition(reading) or "", context.recorded_disposition),
        )
    elif (
        typed
        and promise is None
        and context.recorded_disposition in PROMISED
        and _nothing_promised(reading)
    ):
        yield from _at(
            _no_promise(reading),
            Text("客户没有承诺，却登记为承诺还款", "No promise was made, yet one was recorded"),
        )


def _should_be(said: str, typed: str) -> Text:
    """Both codes by the names the collector picks from."""
    due, recorded = name_of(said), name_of(typed)
    return Text(
        f"应登记“{due.zh}”，却登记为“{recorded.zh}”",
        f"Should be “{due.en}”, was recorded as “{recorded.en}”",
    )


def _graver(reading: Reading, recorded: str) -> bool:
    """A grave code was called for and a lesser one typed that was not true as well."""
    if told_disposition(reading) not in _GRAVE or recorded in _GRAVE:
        return False
    if recorded in PROMISED and not _asked_for(reading):
        return False
    if not _plainly_other(reading, recorded):
        return False
    return told_disposition(reading) not in ("CEASE", "DISPUTE") or not bears_out(reading, recorded)


def _plainly_other(reading: Reading, recorded: str) -> bool:
    if len(reading.turns) < LEAST_TURNS:
        return True  # too short to be weighed: the patterns decide
    chances = chances_of(reading)
    return max(chances.values()) >= _SURE and chances.get(recorded, 0.0) <= _UNLIKELY


def _nothing_promised(reading: Reading) -> bool:
    if len(reading.turns) < LEAST_TURNS:
        return told_disposition(reading) not in PROMISED
    return chance_of_promise(reading) <= _NO_PROMISE


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
    promise = told_promise(reading)
    return reading.turns[promise.confirmed_at or promise.made_at] if promise else None


def _no_promise(reading: Reading) -> TurnReading | None:
    """The customer's first words that decline; None when nothing was declined in so many words."""
    declining = (t for t in reading.party() if answers.declines(t.text, english=reading.english))
    return next(declining, None)


def _gave_code(reading: Reading) -> TurnReading | None:
    """The other side's wish that called for the code, else the words that told most of it."""
    requests = _asked_for(reading)
    if requests:
        again = told_disposition(reading) == "THIRD_PARTY_REFUSED"
        return requests[-1 if again else 0].spot.turn
    return told_most(reading, told_disposition(reading) or "")


def _asked_for(reading: Reading) -> list[Request]:
    """The other side's words that called for the code."""
    kinds = _PROOF.get(told_disposition(reading) or "", ("stop", "attorney", "third_party_refusal"))
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
