"""Cease ignored (FREQ-5; 12 CFR 1006.6(b)(2), (c), 1006.14(h)): asked to stop, to write, or to speak with a lawyer,
the collector goes on collecting or announces another call.

A short word of what will happen next, and the parting, are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._collecting import announces_call, collecting
from shounuo.inspection.detectors._party import agent_after, language, party_said
from shounuo.inspection.detectors._reply_ear import with_replies
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.frames.match import says
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.state import state_of
from shounuo.kernel.text import Text

_WHY = Text(
    "对方已要求停止来电、改书面或找律师，仍继续催收",
    "Goes on collecting after a request to stop, to write, or to deal with a lawyer",
)
_SELF_RESERVED = re.compile(
    r"(?:现在|开会|开车|上班|忙|睡觉|吃饭|等会|一会|晚点|稍后|白天|上班时间|午休|at work|driving|in a meeting|right now)"
)


def asked_to_stop(reading: Reading, turn: TurnReading) -> bool:
    """The party's turn asks for no more calls at all (not only "not now"), for letters only, or names counsel."""
    if turn.is_agent:
        return False
    asked = [r.kind for r in state_of(reading).requests if r.at == turn.at]
    wished = "stop" in asked
    if reading.english and not wished:
        return bool({"write_only", "attorney"} & set(asked))
    if reading.english:
        return not _SELF_RESERVED.search(turn.text) or _again(turn)
    if wished or party_said(reading, turn, "says_stop"):
        return not _SELF_RESERVED.search(turn.text) or _again(turn)
    if reading.context.jurisdiction == "US" and party_said(reading, turn, "says_write_only"):
        return bool(
            re.search(
                r"only|instead|don't call|from now on|not (?:by|on the) phone|want (?:it|this|everything)|put it in|i said mail",
                turn.text,
            )
        )
    if "attorney" in asked:
        return True
    return bool(re.search(r"(?:只|以后|都|请|要).{0,6}(?:书面|写信|寄信|发函|邮件)", turn.text))


def _again(turn: TurnReading) -> bool:
    return bool(
        re.search(r"以后|再也|永远|任何|不准|不许|ever|anymore|any more|at all|again", turn.text)
    )


def find_ignored(reading: Reading) -> Iterable[Found]:
    """Collecting turns after the request. A third party's refusal has its own code."""
    if reading.context.callee_role == "third_party":
        return
    place = next((t.at for t in reading.turns if asked_to_stop(reading, t)), None)
    if reading.context.open_flags & {"cease", "cease_request", "attorney", "represented"}:
        place = reading.turns[0].at if reading.turns else None
    for turn in agent_after(reading, place):
        found = _in_turn(reading, turn)
        if found:
            yield found


def _in_turn(reading: Reading, turn: TurnReading) -> Found | None:
    if says(turn.text, language(reading), "stop_accept"):
        return None
    span = collecting(reading, turn) or announces_call(reading, turn)
    return (Spot(turn, *span), _WHY, 0.8) if span else None


DETECTOR = Detector(
    code="CEASE_IGNORED",
    find=with_replies("CEASE_IGNORED", find_ignored),
    why=_WHY,
    rule="FREQ-5",
    citation="民法典 1033(一); 12 CFR 1006.6(b)(2), (c), 1006.14(h)",
)
