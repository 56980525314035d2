"""Impersonation (COND-1, COND-1b): the collector speaks as an authority, a lawyer, or (an agency) as the lender.

Decided by who the house knows the collector to be: a lender's own law department is not one, nor is an agency that
says on whose behalf it calls.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._frames.impersonation import KINDS
from shounuo.inspection.detectors._names import spoken_names
from shounuo.inspection.detectors._second_ear import both_ears
from shounuo.inspection.frames.kinds import Found, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.kernel.text import Text

_AS_LENDER = Text(
    "外包机构人员以贷款机构自己的名义催收",
    "Agency staff speak as if they were the lender",
)
_DELEGATE = re.compile(
    r"委托|受托|授权|合作|(?<!不是)外包|服务商|代表|on behalf|for the|hired by|agency|debt collector|third party|contracted|collect\w* for|handl\w+ .{0,20}for|with {0}"
)


def _as_lender(reading: Reading) -> Iterable[Found]:
    """Turns that name the lender as one's own house before any mandate or the agency itself was named."""
    if reading.context.agent_type != "agency_staff":
        return
    names = spoken_names(reading.context.lender, reading.english)
    agency = spoken_names(reading.context.agency or "", reading.english)
    for turn in reading.agent():
        if _DELEGATE.search(turn.text) or any(name in turn.text for name in agency):
            return  # from here on the other side knows who speaks for whom
        if spot := _own_house(turn, names, reading.english):
            yield spot, _AS_LENDER, 0.85


def _own_house(turn: TurnReading, names: tuple[str, ...], english: bool) -> Spot | None:
    heads = (
        r"(?:i'm|i am|this is|we're|we are|calling from|with|from|here at|my name is)\s+(?:\w+\s+){0,4}?(?:with |from |at |of |over at |here at )?(?:the )?"
        if english
        else r"(?:^(?:喂|你好|您好)*(?=.{2,10}的)|我们?是|我们?这边是|我这里是|这里是|这边是|这儿是|我们?代表|我是?.{1,4})"
    )
    for name in names:
        tail = (
            r"\b(?!'s)(?! (?:card|account|loan|bill|balance|credit|visa|debt))"
            if english
            else r"(?!委托|的贷款|的借款|的信用卡|的账|的卡|贷款|欠款|卡|逾期)(?:信用卡中心|信用卡部|总行|分行|支行|贷后|资产部|客服|金融)*(?:的)?(?:[^不]{0,8})"
        )
        match = name in turn.text and re.search(heads + re.escape(name) + tail, turn.text)
        if match:
            return Spot(turn, match.start(), match.end(), match)
    return None


def framed(reading: Reading) -> Iterable[Found]:
    """Claims to be somebody the collector is not."""
    return find_kinds(reading, KINDS)


def find(reading: Reading) -> Iterable[Found]:
    """What frames and the learned model find together."""
    yield from both_ears(reading, "IMPERSONATION", framed(reading))
    yield from _as_lender(reading)


DETECTOR = Detector(
    code="IMPERSONATION",
    find=find,
    why=Text("冒充身份", "Impersonation"),
    rule="COND-1",
    citation="CBA 指引 禁止言行①; 刑法 279; 12 CFR 1006.18(b)(1), (c)(4)",
)
