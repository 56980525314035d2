"""Entangled (P10): the call goes round in circles or past five minutes with no promise and nothing being worked out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.agreement import answers
from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.detector import Detector
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.steps.sentences import asks_payment, frames
from shounuo.inspection.weighing.ending import told_disposition
from shounuo.kernel.text import Text

LONG_S = 300.0  # practice row P10: 300-400 s without a good promise is a failed call
ROUNDS = 4
_KEEPS_ON = re.compile(
    r"考虑|想.{0,4}办法|抓紧|尽快|\b(?:think about it|figure something out|as soon as)\b"
)
_WORTH_IT = frozenset(
    {"PLAN_REQUEST", "COMPLAINT", "DISPUTE", "VULNERABLE", "DECEASED", "CLAIM_PAID"}
)


def find(reading: Reading) -> Iterable[Spot]:
    if promise_of(reading) or not reading.to_debtor:
        return
    turn = _fruitless_round(reading) or _past_the_time(reading)
    if turn is not None and turn.text:
        yield Spot(turn, 0, len(turn.text))


def _fruitless_round(reading: Reading) -> TurnReading | None:
    """The fourth time he asks straight after a refusal."""
    rounds = 0
    for before, turn in zip(reading.turns, reading.turns[1:], strict=False):
        refused = not before.is_agent and answers.declines(before.text, english=reading.english)
        if refused and turn.is_agent and asks_payment(turn, frames(reading)):
            rounds += 1
            if rounds == ROUNDS:
                return turn
    return None


def _past_the_time(reading: Reading) -> TurnReading | None:
    if told_disposition(reading) in _WORTH_IT or not reading.turns:
        return None
    start = reading.turns[0].turn.t0 or 0.0
    late = [t for t in reading.agent() if t.turn.t0 is not None and t.turn.t0 - start >= LONG_S]
    pressing = (t for t in late if _presses(reading, t))
    return next(pressing, late[0] if late else None)


def _presses(reading: Reading, turn: TurnReading) -> bool:
    return asks_payment(turn, frames(reading)) or bool(_KEEPS_ON.search(turn.text))


DETECTOR = Detector(
    code="ENTANGLED",
    find=find,
    why=Text(
        "反复索要无果仍纠缠，未及时结束通话",
        "Kept on after repeated refusals instead of ending the call",
    ),
    rule="P10",
)
