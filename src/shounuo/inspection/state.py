"""What had happened by each point of a call: identity confirmed, a wish to be left alone, a hang-up, requests made.

Places (`at`) are positions in `reading.turns`. Nothing here judges the collector.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from shounuo.inspection.reading import Reading, Spot

RequestKind = Literal[
    "stop",
    "write_only",
    "dispute",
    "hardship",
    "complaint",
    "self_harm",
    "attorney",
    "third_party_refusal",
]


@dataclass(frozen=True)
class Request:
    """What the party asked for, and where they said it."""

    kind: RequestKind
    spot: Spot

    @property
    def at(self) -> int:
        return self.spot.turn.at


@dataclass(frozen=True)
class State:
    """`verified_at`: place of the party's turn that confirmed identity, None when never."""

    verified_at: int | None
    requests: tuple[Request, ...]
    hung_up_at: int | None

    def verified_before(self, at: int) -> bool:
        return self.verified_at is not None and self.verified_at < at

    def first(self, *kinds: RequestKind) -> Request | None:
        return next((r for r in self.requests if r.kind in kinds), None)

    def asked_before(self, at: int, *kinds: RequestKind) -> bool:
        first = self.first(*kinds)
        return first is not None and first.at < at


_ASKS_IDENTITY = re.compile(
    r"请问(?:您|你)?是|是.{2,8}(?:吗|吧|不)|本人|身份证|出生|核对.{0,4}(?:身份|信息)|核实.{0,4}身份|您是|你是|贵姓"
    r"|is this|am i speaking|speak with|speaking with|date of birth|last four|confirm your|verify your|social"
)
_CONFIRMS = re.compile(
    r"^(?:对|是|我是|我就是|是我|没错|在|你说|您说|说吧|讲|哪位|喂|行|好|yes|yeah|yep|speaking|this is|it is|that's me|sure|\d|[零一二三四五六七八九幺]{4})"
)
_DENIES = re.compile(
    r"不是|打错|没这个人|不认识|wrong (?:number|person)|not (?:him|her|me)|no such"
)


def read_state(reading: Reading) -> State:
    """The state of the whole call."""
    return State(_verified(reading), (), None)


def _verified(reading: Reading) -> int | None:
    asked = False
    for turn in reading.turns:
        if turn.is_agent:
            asked = asked or bool(_ASKS_IDENTITY.search(turn.text))
        elif asked and not _DENIES.search(turn.text) and _CONFIRMS.search(turn.text):
            return turn.at
    return None
