"""Collecting during a plan (HARD-2): a plan is performed, yet money beyond it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._collecting import collecting
from shounuo.inspection.detectors._reply_ear import with_replies
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.frames.shelter import Shelter, sheltered
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.steps.sentences import asks_payment, frames
from shounuo.kernel.text import Text

_WHY = Text(
    "分期协议正在履行，仍要求协议外还款",
    "Asks for money beyond a plan that the customer is performing",
)
_PLAN_FLAGS = frozenset(("plan_performing", "plan_active", "instalment_performing"))
_SHELTERS: frozenset[Shelter] = frozenset(
    ("denied", "denied_inside", "denied_after", "quoted", "warned")
)
# The plan's own instalment may be spoken of: that is serving the plan, not collecting beyond it.
_PLAN_TERM = re.compile(
    r"按(?:照)?(?:协议|约定|计划|方案)|协议(?:约定|里|上|的)?(?:每期|每月|约定)|每(?:个)?月.{0,4}号|每期|这一期|下一期|下期|本期分期|照常|继续按|只要按期|不(?:需要|用|必|会要求)|明细|证明|留言|回您|按时"
    r"|per (?:the|your) (?:plan|agreement)|as agreed|(?:next|monthly|regular|scheduled) (?:plan )?(?:payment|installment)|you don't (?:need|have) to|nothing (?:else|more)|on the plan|no need"
)
_BEYOND = re.compile(
    r"提前.{0,10}(?:打|进|还|结|放|交|付)|并到一起|(?:除了|之外).{0,12}(?:再|多)|(?:再|另外|多)(?:多)?(?:压|放|打|进|凑)|后[一二两三四]期|一次(?:性)?(?:结|清|拿|要)|不认分期|没写归没写|协议是协议|方案是方案|额外|再多还|多还(?:点|一|些|几)|另外再|除了(?:分期|协议)|on top of|another|in addition|ahead of|beyond|extra|outside the plan|regardless of|plan or no plan|forget the plan"
)


def find_beyond(reading: Reading) -> Iterable[Found]:
    """Asks that go beyond the plan's own instalments."""
    if not reading.context.open_flags & _PLAN_FLAGS:
        return
    for turn in reading.agent():
        span = collecting(reading, turn) or _beyond(reading, turn)
        if span is None or sheltered(turn.flat, *span, reading.english, _SHELTERS):
            continue
        beyond = _BEYOND.search(turn.text) and not _LEFT_FREE.search(turn.text)
        if beyond or not _PLAN_TERM.search(turn.text):
            yield Spot(turn, *span), _WHY, 0.85


_LEFT_FREE = re.compile(
    r"自由|自愿|随[您你]|不(?:是|会|用|需要|必|要求).{0,6}(?:要求|多还|提前|额外)"
)


def _beyond(reading: Reading, turn: TurnReading) -> tuple[int, int] | None:
    """An ask in other words, that names what goes beyond the plan."""
    found = None if _LEFT_FREE.search(turn.text) else _BEYOND.search(turn.text)
    return found.span() if found and asks_payment(turn, frames(reading)) else None


DETECTOR = Detector(
    code="COLLECT_DURING_PLAN",
    find=with_replies("COLLECT_DURING_PLAN", find_beyond),
    why=_WHY,
    rule="HARD-2",
    citation="信用卡办法 70",
)
