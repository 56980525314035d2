"""Frames and the learned model listen together.

What a frame found stands unless the model is nearly sure that the utterance is fine; what the model alone heard stands
only when it is nearly sure of a breach, and nothing quotes, warns or cares there. Facts of the case decide elsewhere:
a claim that only the case makes false (an agency as the lender) is not put to the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shounuo.inspection.detectors._party import language
from shounuo.inspection.frames.kinds import Found, find_kinds
from shounuo.inspection.frames.match import says
from shounuo.inspection.learned import Audience, Opinion, opinion
from shounuo.inspection.reading import Reading, Spot, TurnReading
from shounuo.kernel.text import Text

# Below this probability of a breach a frame is overruled, a weaker frame sooner than a strong one. The English model
# has learned from fewer utterances and overrules less.
_OVERRULED = {"zh": {"strong": 0.15, "weak": 0.35}, "en": {"strong": 0.1, "weak": 0.3}}
_WEAK = 0.7
# At or above this probability the model speaks alone.
_ALONE = {"zh": 0.88, "en": 0.9}
_ALONE_THIRD = 0.9
_ALONE_ANYBODY = 0.95
# Below so many flat characters an utterance has too little in it for the model to speak alone.
_LONG_ENOUGH = {"zh": 9, "en": 24}
# What the model may hear alone in a talk with a third party: it learned from talks with customers.
_TO_ANYBODY = frozenset(("THREAT", "INSULT", "IMPERSONATION"))


def heard(reading: Reading, turn: TurnReading, audience: Audience = "customer") -> Opinion:
    return opinion(turn.text, language(reading), audience)


def to_third_party(reading: Reading, code: str, found: Iterable[Found]) -> Iterator[Found]:
    """`found` on a third-party talk, less what the model overrules, and what the model alone is sure of."""
    found = list(found)
    if reading.english or reading.context.callee_role != "third_party":
        yield from found
        return
    for spot, why, confidence in found:
        if heard(reading, spot.turn, "third_party").sure >= _OVERRULED["zh"]["strong"]:
            yield spot, why, confidence
    reached = _framed(reading) | {spot.turn.at for spot, _, _ in found}
    for turn in reading.agent():
        sure = heard(reading, turn, "third_party")
        if sure.code == code and sure.sure >= _ALONE_THIRD and turn.at not in reached:
            yield Spot(turn, 0, len(turn.text)), _why(sure), round(sure.sure * 0.8, 2)


def both_ears(
    reading: Reading, code: str, found: Iterable[Found], *, alone: bool = True
) -> Iterator[Found]:
    """`found` less what the model overrules and, if it may speak `alone`, what only the model is sure of."""
    for spot, why, confidence in found:
        floor = _OVERRULED[language(reading)]["weak" if confidence < _WEAK else "strong"]
        if heard(reading, spot.turn).sure >= floor:
            yield spot, why, confidence
    if alone:
        yield from _alone(reading, code)


def _alone(reading: Reading, code: str) -> Iterator[Found]:
    if reading.context.callee_role == "third_party" and code not in _TO_ANYBODY:
        return
    framed = _framed(reading)
    for turn in reading.agent():
        if len(turn.text) < _LONG_ENOUGH[language(reading)]:
            continue
        sure = heard(reading, turn)
        if sure.code != code or sure.sure < _sure_enough(reading) or turn.at in framed:
            continue
        if not says(turn.text, language(reading), "care", "register", "quoter", "warner"):
            yield Spot(turn, 0, len(turn.text)), _why(sure), round(sure.sure * 0.8, 2)


def _sure_enough(reading: Reading) -> float:
    """To a third party most of what the customers' model knows is said in another sense."""
    if reading.context.callee_role == "third_party":
        return _ALONE_ANYBODY
    return _ALONE[language(reading)]


def _why(sure: Opinion) -> Text:
    pieces = "」「".join(sure.leaning)
    return Text(
        f"与已判定的同类说法相近，依据「{pieces}」",
        f"Close to utterances judged alike before; it leans on: {' | '.join(sure.leaning)}",
    )


def _framed(reading: Reading) -> set[int]:
    """Turns in which a frame of some code stands; that frame has the word."""
    # Late: these detectors ask this module in turn.
    from shounuo.inspection.detectors import (
        borrow_to_pay,
        conceal_identity,
        false_consequence,
        impersonation,
        insult,
        private_payment,
        public_exposure,
        self_harm_mishandled,
        threat,
    )

    modules = (borrow_to_pay, impersonation, insult, private_payment, public_exposure, threat)
    groups = [module.KINDS for module in modules]
    groups += [false_consequence.NEVER, false_consequence.STAGE, conceal_identity.PRETEXTS]
    framed = {found[0].turn.at for kinds in groups for found in find_kinds(reading, kinds)}
    return framed | {found[0].turn.at for found in self_harm_mishandled.find_mishandled(reading)}
