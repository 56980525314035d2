"""Continued after refusal (3P-3): a third party said no, and the collector asks, relays or announces another call."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._frames.demand_third_party import demands
from shounuo.inspection.detectors._party import agent_after, first_said, language
from shounuo.inspection.detectors._reply_ear import with_replies
from shounuo.inspection.frames import find, frames
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.frames.match import says
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.state import state_of
from shounuo.kernel.text import Text

_WHY = Text("第三人已明确拒绝，仍继续追问或要求转告", "Goes on asking after a third party refused")
ASK = {
    "zh": frames(
        "zh",
        """
        relay: {relay_ask}
        ask: (?:您|你|他|她|那|家里|单位|孩子|哪|什么|多少|几).{0,22}(?:吗|呢|呗|有没有|知不知道|在哪|是不是|对吧|对不对|行不行|可不可以|能不能|什么时候|哪里|多少|几号|几点|您有|你有)
        still: (?:还是|只能|只好|照样|继续|一直)(?:会|要|得|往)?..(?:打|联系|找)
        him: (?:他|她)(?:的)?..(?:微信|号码|电话|地址|单位|住|在哪|新)
        again: (?:再|还会|还要|继续|改天|下次|回头|明天|下周|过几天|过两天|随后|后续).{0,6}(?:打|联系|找|来电|拨|问|给[您你])
        press: (?:不说|不配合|不转告|不帮|拒绝).{0,10}(?:就|我们|只能|那|后果|的话)
        """,
    ),
    "en": frames(
        "en",
        """
        relay: {relay_ask}
        whats: (?:what's|where's|who's|when's|how's)_(?:the|his|her|he|she|a|best|your)....
        ask: (?:do|does|did|is|are|was|can|could|would|will|where|what|when|who|how|have|has|which)_(?:you|he|she|his|her|him|they|there|it's|else|that|the|i)....
        once: (?:once|if|as_soon_as|after|when)_you_(?:tell|give|help|let)....
        again: (?:call|calling|try|trying|reach|check|contact)..(?:back|again|tomorrow|next_week|later|monday|friday|another_time|in_a_few)
        """,
    ),
}
_PARTING = re.compile(
    r"^(?:好的?|行|嗯|明白了?|理解|抱歉|不好意思|打扰了?|谢谢|再见|拜拜|您忙|那就这样|没关系|知道了?)+$|祝您"
)
_PERMITTED = re.compile(
    r"标(?:上|记)|(?:要是|如果)?不愿意.{0,12}(?:告诉|说)|投诉|登记(?:您|好)|记录(?:您|下来)|(?:我|这就|现在|马上).{0,6}(?:登记|标记|删除|停用)|不(?:会)?再|不往|complaint|remove|won't|take (?:you|your)|sorry"
)


def refused_at(reading: Reading) -> int | None:
    """Place where the third party refused; before the call when the house already knew."""
    if "third_party_refused" in reading.context.open_flags:
        return -1
    wished = state_of(reading).first("third_party_refusal")
    said = first_said(reading, "says_stop", "says_no_relation")
    places = [wished.at] if wished else []
    return min([*places, said] if said is not None else places, default=None)


def find_continued(reading: Reading) -> Iterable[Found]:
    """Questions, requests to relay and announced calls after the refusal."""
    if reading.context.callee_role != "third_party":
        return
    for turn in agent_after(reading, refused_at(reading)):
        found = _in_turn(reading, turn)
        if found:
            yield found


def _in_turn(reading: Reading, turn: TurnReading) -> Found | None:
    tongue = language(reading)
    if _PARTING.search(turn.text) or says(turn.text, tongue, "stop_accept"):
        return None
    if _PERMITTED.search(turn.text):
        return None
    hit = next(find(turn.text, tongue, ASK[tongue]), None)
    if hit:
        return Spot(turn, hit.start, hit.end), _WHY, 0.8
    demanded = (spot for spot, _, _ in demands(reading) if spot.turn is turn)
    spot = next(demanded, None)
    return (spot, _WHY, 0.75) if spot else None


DETECTOR = Detector(
    code="CONTINUE_AFTER_REFUSAL",
    find=with_replies("CONTINUE_AFTER_REFUSAL", find_continued),
    why=_WHY,
    rule="3P-3",
    citation="GB/T 45251 5.3; CBA 指引; 12 CFR 1006.10(c), 1006.14(h)",
)
