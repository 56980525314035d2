"""A customer's private life brought up by the collector for no purpose of the call.

Honest collectors name a customer's child, parent, spouse, home or boss in a few ways only: to answer what the customer
said of them, to check an address or a time, to plan a household's means, or to wish well. Named otherwise, the words
press. What they press with is told by what stands beside them: being told to others, being asked for money, or (when
nothing else is said) the mere knowledge of them, which is a menace.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from shounuo.inspection.detectors._frames import borrow_to_pay, false_consequence, insult
from shounuo.inspection.detectors._party import language, last_party, party_said
from shounuo.inspection.frames.kinds import find_kinds
from shounuo.inspection.frames.lexicon import alternation
from shounuo.inspection.frames.match import says
from shounuo.inspection.frames.shelter import Shelter, sheltered
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.kernel.patterns import quick_pattern

Pressure = Literal["menace", "exposure", "borrow"]
_SHELTERS: frozenset[Shelter] = frozenset(
    ("denied", "denied_inside", "denied_after", "quoted", "warned", "address")
)
_WINDOW = {"zh": 30, "en": 80}


def _union(lang: str, *concepts: str) -> str:
    return "|".join(alternation(c, lang) for c in concepts)


_NAMED = {
    "zh": quick_pattern(
        rf"[您你](?!好)(?:们|的|那|这|家|现在)*.{{0,4}}(?:{_union('zh', 'child', 'parent', 'spouse')}|岳父|岳母|亲家|妹妹|弟弟|姐姐|哥哥|女朋友|男朋友|(?<![大是过当做])老板|领导|同事|邻居|街坊|校长|班主任)"
        r"|[您你](?:们)?(?:家|租的|住的|小区|单元|楼下|村)(?:那|里|门口|门|附近|楼下|在哪|几)|(?:睡觉|晚上).{0,6}(?:门|窗)|(?:到|来|去|在)[您你](?:们)?.{0,4}(?:家门|门口|楼下|店门)"
    ),
    "en": quick_pattern(
        r"\byour (?:\w+ ){0,2}(?:kids?|child|children|sons?|daughters?(?:'s)?|little (?:girl|boy|ones?)|wife(?:'s)?|husband(?:'s)?|mother|mom|dad|father|parents|family|girlfriend|boyfriend|landlord|neighbors?|boss|coworkers|church|street|porch|driveway|door|house|home|place|apartment|photo|family photo)\b"
        r"|\b(?:which|what|your) apartment\b|\bwhere you (?:live|sleep|park)\b"
    ),
}
# Purposes an honest call has for such words.
_PURPOSE = {
    "zh": quick_pattern(
        r"节哀|名下|地址|核对|核实|确认|方便|登记|记(?:下|录)|备注|投诉|理解|辛苦|照顾|保重|祝|恭喜|网点|柜台|手机银行|分期|方案|收入|开销|工资|流水|材料|证明|短信|信函|隐私|保密|本人|身份证|预约|您看|可以吗|好吗|行吗|客服|到账|审批|利息|身体要紧|安心|恢复|商量|一起听|知道(?:这|您).{0,6}(?:吗|么)|负担|不容易的|几点(?:下班|放学|有空|方便)|回(?:个)?电|再(?:给|联系|打)|征信|政审|接的(?:电话)?|转告|面谈|经营|设备|库存|订单|货款|生意(?:上|怎|还好)|保证人|担保|没有义务|不会受|您说|您刚才|避开|证明|盖章|配偶(?:签|共)|外访"
    ),
    "en": quick_pattern(
        r"sorry|understand|hospital|hope (?:she|he|they|you|your)|take care|congrat|handle|helps? you|budget|income|expenses|number|reach you|mail|address|confirm|verify|schedule|off work|paid|payday|talk (?:it|this) over|on file|better time|good time|listed|co-?sign|guarant|disclos|we (?:won't|don't|only)|joint|no one|nobody|never|branch|feel better|caller|complain|do you (?:rent|own)"
    ),
}
_TOLD = {
    "zh": quick_pattern(
        r"知道|晓得|告诉|通知|问问|问一(?:下|圈)|打一?圈|说说|聊|讲讲|讲一|跟(?:他|她)|给(?:他|她|老师|领导|老板)|打给|发(?:个|条|给|到|消息)|贴|海报|看热闹|看看|看见|听见|评|传出去|传开|好听|好看|笑话|丢|脸|面子|议论|敲锣|喊|顾客|来来往往|号码|电话|怎么想|怎么看|汇报|反映|教育"
    ),
    "en": quick_pattern(
        r"\b(?:know|tell|told|call|letter|mail|hear|see|think|talk|ask|page|post|share|email|visit|speak|find out|like to)\b"
    ),
}
_LENT = {
    "zh": quick_pattern(
        r"条件(?:不错|好|可以)|有钱|做生意|帮(?:一把|忙|衬|帮)|支持|开(?:个)?口|张(?:个)?口|积蓄|存款|退休金|养老金|借|凑|垫|周转|拿(?:个|点|出|几)|先支|预支|出点|娘家|救急|应急|想想办法|不算(?:事|什么)|帮您|帮你"
    ),
    "en": quick_pattern(
        r"\b(?:borrow|lend|loan|spot|float|help (?:you )?out|cover|front|chip in|got money|has money|doing well|savings|retire\w*)\b"
    ),
}
_KNOWS = {
    "zh": quick_pattern(
        r"我(?:都|也|全|可)?(?:知道|清楚|熟|有数|掌握|查)|照片|一清二楚|我这(?:里|儿)?有|我手上有"
    ),
    "en": quick_pattern(
        r"\b(?:know exactly|we know|i know|photo|picture|i've got your|looking at)\b"
    ),
}
_RAISED = ("child", "parent", "spouse", "kin", "workplace", "neighbourhood", "family")


@once
def pressures(reading: Reading) -> dict[int, tuple[Pressure, Spot]]:
    """Place of turn → what presses there, and where. Only in talks with the one who owes."""
    if reading.context.callee_role == "third_party":
        return {}
    found = {}
    named = _plainly_wrong(reading)
    for turn in reading.agent():
        if turn.at in named:
            continue
        spot = next(_unasked(reading, turn), None)
        if spot:
            found[turn.at] = (_by(reading, spot), spot)
    return found


def _plainly_wrong(reading: Reading) -> set[int]:
    """Turns whose words are a plainer fault already: an insult, an invented consequence, a call to borrow."""
    groups = (insult.KINDS, false_consequence.NEVER, false_consequence.STAGE, borrow_to_pay.KINDS)
    return {found[0].turn.at for kinds in groups for found in find_kinds(reading, kinds)}


def pressed(reading: Reading, pressure: Pressure) -> Iterator[Spot]:
    """The places where private life is used in one of the three ways."""
    for kind, spot in pressures(reading).values():
        if kind == pressure:
            yield spot


def _unasked(reading: Reading, turn: TurnReading) -> Iterator[Spot]:
    lang = language(reading)
    for match in _NAMED[lang].finditer(turn.text):
        spot = Spot(turn, match.start(), match.end(), match)
        around = _around(spot, lang)
        if _PURPOSE[lang].search(around) or _well_meant(reading, spot, around):
            continue
        yield spot


def _around(spot: Spot, lang: str) -> str:
    reach = _WINDOW[lang]
    return spot.turn.text[max(0, spot.start - reach) : spot.end + reach]


def _well_meant(reading: Reading, spot: Spot, around: str) -> bool:
    lang = language(reading)
    if says(spot.turn.text, lang, "care"):
        return True
    if sheltered(spot.turn.flat, spot.start, spot.end, reading.english, _SHELTERS):
        return True
    raised = any(
        party_said(reading, t, *_known(lang)) for t in last_party(reading, spot.turn.at, 3)
    )
    return raised and not _KNOWS[lang].search(around)


def _known(lang: str) -> tuple[str, ...]:
    absent = {"zh": {"family"}, "en": {"parent", "spouse", "kin"}}[lang]
    return tuple(c for c in _RAISED if c not in absent)


def _by(reading: Reading, spot: Spot) -> Pressure:
    lang = language(reading)
    around = _around(spot, lang)
    if _LENT[lang].search(around):
        return "borrow"
    if _KNOWS[lang].search(around):
        return "menace"
    return "exposure" if _TOLD[lang].search(around) else "menace"
