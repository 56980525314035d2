"""What had happened by each point of a call: identity confirmed, requests made, the line cut.

Places (`at`) are positions in `reading.turns`. Nothing here judges the collector.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from shounuo.inspection.reading import Reading, once
from shounuo.inspection.requests import Request, RequestKind, requests
from shounuo.inspection.steps import closing, opening


@dataclass(frozen=True)
class State:
    """`verified_at`: place of the party's turn that confirmed identity, None when never."""

    verified_at: int | None
    requests: tuple[Request, ...]
    hung_up_at: int | None
    known: bool = False
    denied_at: int | None = None

    def verified_before(self, at: int) -> bool:
        """Identity was confirmed in an earlier turn (or before the call, for a sentence by itself)."""
        return self.known or (self.verified_at is not None and self.verified_at < at)

    def first(self, *kinds: RequestKind) -> Request | None:
        return next((r for r in self.requests if r.kind in kinds), None)

    def asked_before(self, at: int, *kinds: RequestKind) -> bool:
        first = self.first(*kinds)
        return first is not None and first.at < at


_ASKS_IDENTITY = re.compile(
    r"请问(?:您|你)?是|是.{2,8}(?:吗|吧|不)|本人|身份证|出生|核对.{0,4}(?:身份|信息)|核实.{0,4}身份|您是|你是|贵姓|先生|女士|[总哥姐]$"
    r"|is this|am i speaking|speak with|speak to|speaking with|date of birth|last four|confirm your|verify your|social"
)
_CONFIRMS = re.compile(
    r"^(?:喂)?(?:对|是|我是|俺是|我就是|没错|在的?|你说|您说|恁说|说吧|讲|你讲|请讲|什么事|啥事|怎么了|咋了|行|好|嗯|知道|晓得|yes|yeah|yep|yup|speaking|this is|it is|it's|that's me|sure|uh huh|who's|what's|\d|[零一二三四五六七八九幺]{4})"
)
_OWNS = re.compile(r"我(?:就)?是(?:本人|他|她|机主)|我就是|that's me|this is (?:him|her|he|she)")
_DENIES = re.compile(
    r"不是(?!.{0,4}(?:诈骗|骗子|说))|打错|没这个人|查无此人|不认识|找错|wrong (?:number|person)|not (?:him|her|me|here)|no such|who\?$"
)


@once
def state_of(reading: Reading) -> State:
    """What had happened by each turn of the whole call."""
    ended = reading.turns[-1].at if closing.ended_by_party(reading) else None
    verified, denied = _verified(reading)
    return State(verified, tuple(requests(reading)), ended, reading.context.identity_known, denied)


def _verified(reading: Reading) -> tuple[int | None, int | None]:
    """Where identity was confirmed, and where it was denied; a denial stands until the name itself is owned."""
    asked, denied, before = False, None, None
    for turn in reading.turns:
        if turn.is_agent:
            asked = asked or bool(_ASKS_IDENTITY.search(turn.text))
            before = turn
        elif before and opening.answers_identifier(before, turn, english=reading.english):
            return turn.at, denied
        elif asked and denied is None and _DENIES.search(turn.text):
            denied = turn.at
        elif asked and (_OWNS if denied is not None else _CONFIRMS).search(turn.text or "嗯"):
            return turn.at, denied
    return None, denied
