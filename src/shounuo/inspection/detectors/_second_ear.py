"""Frames and the learned model listen together.

What a frame found stands unless the model is nearly sure that the utterance is fine; what the model alone heard stands
only when it is nearly sure of a breach, and nothing quotes, warns or cares there. Facts of the case decide elsewhere:
a claim that only the case makes false (an agency as the lender) is not put to the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shounuo.inspection.detectors import (
    cease_ignored,
    collect_during_plan,
    conceal_identity,
    continue_after_refusal,
    deny_hardship,
    false_amount,
    false_promise,
    ignore_dispute,
    limitation_mislead,
    private_channel,
    refuse_complaint,
    self_harm_mishandled,
)
from shounuo.inspection.detectors._frames import (
    borrow_to_pay,
    false_consequence,
    impersonation,
    insult,
    private_payment,
    public_exposure,
    threat,
)
from shounuo.inspection.detectors._party import language
from shounuo.inspection.frames.kinds import Found, find_kinds
from shounuo.inspection.frames.match import says
from shounuo.inspection.learned import Audience, Opinion, leaning, opinion
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.kernel.text import Text

# Chosen by hearing each writer of the corpus with a model taught by the others alone, on lines that are hard to tell.
# Below this probability of a breach a frame is overruled, a weaker frame sooner than a strong one.
_OVERRULED = {"zh": {"strong": 0.25, "weak": 0.45}, "en": {"strong": 0.2, "weak": 0.4}}
_OVERRULED_THIRD = {"zh": 0.3, "en": 0.25}
_WEAK = 0.7
# At or above it the model speaks alone: of hard lawful lines one in two hundred is that suspect.
_ALONE = {"zh": 0.9, "en": 0.84}
_ALONE_THIRD = 0.88
_ALONE_ANYBODY = 0.95
# Where the call is hostile otherwise, or the other side cries out at once, less is enough.
_ALONE_HOSTILE = {"zh": 0.8, "en": 0.75}
_PLAINLY = 0.92
_BOTH = 0.5
# A second code beside the likelier one, in talks with a third party: a demand gives the debt away too.
_BESIDE = 0.35
# Below so many flat characters an utterance has too little in it for the model to speak alone.
_LONG_ENOUGH = {"zh": 9, "en": 24}
# What the model may hear alone in a talk with a third party: it learned from talks with customers.
_TO_ANYBODY = frozenset(("THREAT", "INSULT", "IMPERSONATION"))
# How people answer to being threatened, insulted or lied to.
_OUTCRY = re.compile(
    r"威胁|恐吓|吓唬|别吓|吓我|什么意思|你敢|关(?:我|他|她|人家).{0,6}什么事|骂(?:我|人)|还是人吗|报警|幺幺零|太过分|过分了|凭什么|没完|拼命|(?:别|不要|不准|不许)(?:去)?(?:找|打|动|告诉|碰|惹|烦|提)(?:我)?(?:家|妈|爸|爹|娘|老婆|老公|媳妇|孩子|儿子|女儿|闺女|单位|同事|领导|邻居|父母|亲戚)|跟踪|骗(?:人|我)|真的假的"
    r"|\b(?:threat\w*|are you serious|how do you know|what (?:is that|'s that|do you|does that) (?:supposed to )?mean|(?:leave|keep) (?:my|her|him|them)\b|what did you|you can't (?:do|say)|don't you dare|call(?:ing)? the (?:cops|police)|harass\w*|excuse me|for a credit card)"
)


def heard(reading: Reading, turn: TurnReading, audience: Audience = "customer") -> Opinion:
    return opinion(turn.text, language(reading), audience)


def to_third_party(reading: Reading, code: str, found: Iterable[Found]) -> Iterator[Found]:
    """`found` on a third-party talk, less what the model overrules, and what the model alone is sure of."""
    found = list(found)
    tongue = language(reading)
    if reading.context.callee_role != "third_party":
        yield from found
        return
    for spot, why, confidence in found:
        if heard(reading, spot.turn, "third_party").sure >= _OVERRULED_THIRD[tongue]:
            yield spot, why, confidence
    reached = _framed(reading) | _found_otherwise(reading) | {spot.turn.at for spot, _, _ in found}
    for turn in reading.agent():
        sure = heard(reading, turn, "third_party")
        if sure.sure < _ALONE_THIRD or turn.at in reached:
            continue
        if sure.code == code or sure.share(code) >= _BESIDE:
            yield (
                Spot(turn, 0, len(turn.text)),
                _why(reading, turn, "third_party"),
                round(sure.sure * 0.8, 2),
            )


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
    for turn in _only_heard(reading):
        sure = heard(reading, turn)
        if sure.code == code:
            yield Spot(turn, 0, len(turn.text)), _why(reading, turn), round(sure.sure * 0.8, 2)


@once
def _only_heard(reading: Reading) -> list[TurnReading]:
    """Turns that no detector has claimed and of which the model is sure enough; the same for every code."""
    claimed = _framed(reading) | _found_otherwise(reading)
    least = _ALONE_HOSTILE[language(reading)]  # no turn is asked for less
    return [
        turn
        for turn in reading.agent()
        if turn.at not in claimed
        and (sure := heard(reading, turn).sure) >= least
        and not _excused(reading, turn)
        and sure >= _sure_enough(reading, turn)
    ]


def _excused(reading: Reading, turn: TurnReading) -> bool:
    """Too short to judge by itself, or it quotes, warns, cares or registers."""
    tongue = language(reading)
    return len(turn.text) < _LONG_ENOUGH[tongue] or says(
        turn.text, tongue, "care", "register", "quoter", "warner"
    )


def _sure_enough(reading: Reading, turn: TurnReading) -> float:
    """To a third party most of what the customers' model knows is said in another sense."""
    if reading.context.callee_role == "third_party":
        return _ALONE_ANYBODY
    tongue = language(reading)
    if _cried_out(reading, turn) or _hostile(reading) - {turn.at}:
        return _ALONE_HOSTILE[tongue]
    return _ALONE[tongue]


def _cried_out(reading: Reading, turn: TurnReading) -> bool:
    after = reading.turns[turn.at + 1 : turn.at + 2]
    return any(not t.is_agent and _OUTCRY.search(t.text) for t in after)


@once
def _hostile(reading: Reading) -> frozenset[int]:
    """Turns that both ears hold to be a breach, or of which the model alone is all but certain."""
    framed = _framed(reading)
    return frozenset(
        turn.at
        for turn in reading.agent()
        if heard(reading, turn).sure >= (_BOTH if turn.at in framed else _PLAINLY)
        and not _excused(reading, turn)
    )


# Detectors whose code, once found in a turn, says better what is wrong there.
_OTHERS = (
    cease_ignored, collect_during_plan, conceal_identity, continue_after_refusal, deny_hardship, false_amount,
    false_promise, ignore_dispute, limitation_mislead, private_channel, refuse_complaint,
    self_harm_mishandled,
)  # fmt: skip


@once
def _found_otherwise(reading: Reading) -> frozenset[int]:
    """Turns in which one of the other detectors has found something."""
    return frozenset(
        spot.turn.at for module in _OTHERS for spot, _, _ in module.DETECTOR.spots(reading)
    )


def _why(reading: Reading, turn: TurnReading, audience: Audience = "customer") -> Text:
    told = leaning(turn.text, language(reading), audience)
    return Text(
        f"与已判定的同类说法相近，依据「{'」「'.join(told)}」",
        f"Close to utterances judged alike before; it leans on: {' | '.join(told)}",
    )


@once
def _framed(reading: Reading) -> frozenset[int]:
    """Turns in which a frame of some code stands; that frame has the word."""
    modules = (borrow_to_pay, impersonation, insult, private_payment, public_exposure, threat)
    groups = [module.KINDS for module in modules]
    groups += [false_consequence.NEVER, false_consequence.STAGE, conceal_identity.PRETEXTS]
    framed = {found[0].turn.at for kinds in groups for found in find_kinds(reading, kinds)}
    framed |= {found[0].turn.at for found in self_harm_mishandled.find_mishandled(reading)}
    return frozenset(framed)
