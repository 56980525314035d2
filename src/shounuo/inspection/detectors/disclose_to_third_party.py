"""Disclosure to a third party (3P-1, 3P-5): words from which somebody who does not owe can tell that another does.

Plain words of debt are the easy half. The other half never says "debt": a matter left for months, what it will do
to him, "you know what I mean" to a direct question. To a third party only who is sought and that he should ring
back may be said, so anything beyond is read closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors import false_consequence, public_exposure
from shounuo.inspection.detectors._frames.demand_third_party import demands
from shounuo.inspection.detectors._names import spoken_names
from shounuo.inspection.detectors._party import language, last_party, party_said
from shounuo.inspection.detectors._second_ear import to_third_party
from shounuo.inspection.detectors._third_party import (
    for_the_heirs,
    third_party_turns,
    without_names,
)
from shounuo.inspection.frames import find, frames
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.frames.shelter import Shelter, sheltered
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.sums_on_file import fits
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

_SHELTERS: frozenset[Shelter] = frozenset(("denied", "quoted", "warned", "address"))
_PLAIN = Text("向无关第三人说出欠款", "Tells somebody who does not owe of the debt")
_HINT = Text(
    "未说欠款，但时长、后果或躲避足以让第三人推知",
    "Names no debt, but lets a third party infer one from delay, consequence or avoidance",
)
_TACIT = Text("第三人问是否欠款，以暗示坐实", "Confirms by a hint that a debt exists when asked")
_AGENCY = Text(
    "未经对方明确询问即说出催收机构名称",
    "Names the collection agency to a third party who had not expressly asked",
)
PLAIN = {
    "zh": frames(
        "zh",
        "debt: {debt_word}\namount: [一二两三四五六七八九十百\\d]+(?:千|万|百).{0,6}(?:块|元|钱)",
    ),
    "en": frames(
        "en",
        "debt: {debt_word}\namount: (?:\\$\\s*\\d[\\d,.]*|(?:hundred|thousand|grand|\\d[\\d,.]*)_(?:\\w+\\s+){0,3}(?:dollars|bucks))",
    ),
}
HINT = {
    "zh": frames(
        "zh",
        """
        hint: {debt_hint}
        left_undone: {matter} .... {unsettled}
        undone_for: {unsettled} .... (?:[一二两三四五六七八九十几半多]+(?:个)?(?:月|年|礼拜|天)|好久|很久)
        for_his_good: {settle} .... {his_good}
        good_settle: {his_good} .... {settle|matter}
        matter_effect: {matter} .... {his_good}
        sooner: (?:早(?:点|些|日)|尽快|尽早|赶紧|赶快|快点|抓紧|再不|不要再|别再)(?:把)?.{0,8}{settle}
        come_forward: (?:让|叫|劝|请)?(?:他|她).{0,6}(?:出来|主动|不要再躲|别躲|别再躲|露个面|露面).{0,6}(?:面对|解决|处理|说清|了结|联系)?
        overdue_date: (?:到期|到了期|过了期|过期|逾期|超期|超了|过了日子|到日子|期限|截止|最后期限|限期).{0,8}(?:了|没|还|不|已|天|月)
        drags_on: (?:拖|耗)(?:久|得久|长|下去|着|得越久).{0,6}对(?:他|她|谁|本人|孩子).{0,10}(?:不好|没好处|没有好处|不利|影响)
        his_use: (?:他|她)(?:在)?(?:我们|银行|公司|外头|外面|那边|平台|这边)..(?:用了|拿了|借|贷|办的?(?:卡|贷|分期)|花了|刷了|透了|签了|留下|捅|惹|摊上).{0,10}
        """,
    ),
    "en": frames(
        "en",
        """
        hint: {debt_hint}
        settle_good: {settle} .... {his_good}
        good_settle: {his_good} .... {settle}
        undone: {matter} .... {unsettled}
        should_settle: (?:needs_to|has_to|should|better|want_to|wants_to|ought_to|got_to|gotta|got_himself|got_herself)..{settle}
        """,
    ),
}
_CERTAIN = 0.6  # of a sum heard
_HEARERS = quick_pattern(
    r"(?:[您你](?:们|自己|个人)?(?:跟|和)?.{0,4}|往后|以后|将来|自己)(?:办|申请|想)?贷|等法院|\b(?:your own|you try to get a) "
)
_NEAR = {"zh": 12, "en": 24}  # characters before what was said in which its owner is looked for
_TACIT_YES = quick_pattern(
    r"^(?:对|嗯|是|是的|没错|差不多|可以这么说|算是|有一点|有点|多少有点|你猜|您猜|猜)|心里有(?:个)?数|心里清楚|不少|好几(?:万|千|百)|挺多|可没这么说|我没这么说|我可没说|懂的|你懂|明白就好|明白就行|知道就好|知道就行|猜[得到对]|说对了|八九不离十|那个意思|那意思|那方面|明白人|聪明人|差不离|不能说太|话不能说|点到为止|还能是什么|还能有什么|您说呢|你说呢|你自己想|您想"
    r"|^(?:yes|yeah|yep|correct|right|pretty much|something like that|kind of|sort of|basically|i guess)\b|guess|read between|do the math|put two and two|not wrong|not far off|you're close|pretty close|warm\b|call us\b|better call|get the (?:idea|picture)|said it|right track|what do you think|let's just say|hear (?:it|that) from me"
)
_WINKS = quick_pattern(
    r"心里有(?:个)?数|心里清楚|猜|懂|八九不离十|不能说太|点到为止|far off|guess|in so many words|between the lines|the math|two and two"
)
_REFUSES_TO_SAY = quick_pattern(
    r"不(?:方便|便|能|可以|好)(?:跟[您你]|向[您你]|对[您你])?(?:说|透露|讲|告诉|多说|细说|回答)|无法透露|不透露|隐私|保密|只能跟(?:他|她)?本人|本人(?:核实|沟通|才能|说)|不是(?:的|这个|欠)|涉及(?:个人|客户)"
    r"|can't (?:discuss|share|say|disclose|go into|get into|tell|talk|give)|cannot|not able to|unable|private|personal matter|only (?:discuss|speak|talk)|not at liberty|confidential"
)
# What a third party may hear: whom is sought, how to reach him, that he ring back, courtesies, that nothing can be said.
_OF_HIM = {
    "zh": quick_pattern(
        r"(?<![其给替帮跟让请叫找对向把和与等劝])[他她](?!们|本人)|(?<![给替帮跟让请叫找对向把和与])[您你](?:儿子|女儿|老公|老婆|爱人|先生|太太|哥|弟|姐|妹|孩子|同事|朋友)"
    ),
    "en": quick_pattern(
        r"\b(?:he|she|he's|she's|he'd|she'd|your (?:son|daughter|husband|wife|brother|sister|friend|coworker))\b"
    ),
}
_MAY_BE_SAID = {
    "zh": quick_pattern(
        r"在哪|哪(?:儿|里|个)|什么(?:地方|时候|单位)|老家|对不对|是不(?:是)?$|[吗吧哈伐]$|没错|同学|室友|表[哥弟姐妹]|老乡|一个村|姐夫|妹夫|嫂|老伴|闺女|女儿|儿子|爸|租|带班|合伙|打小|看大|难过|节哀|当面|露面|出主意|[您你](?:不用|不需要|没有|无需|不必|怎么|是[他她])|送|电话|号码|手机|联系|接通|打不通|没接|接听|回(?:个)?(?:电|话|复)|转告|转达|带(?:个|句)话|本人|在家|在不在|在吗|不在|认识|关系|上班|下班|回来|回去|方便|留(?:了|的|过)|预留|找[他她]|登记|隐私|透露|保密|告诉|跟[他她]|让[他她]|请[他她]|叫[他她]|通知|拨打|客服|同[一]?(?:车间|单位|公司)|同事|朋友|同学|亲戚|母亲|父亲|爱人|夫妻|孩子|妈|爸|贵姓|称呼|知道|见过|最近|住|工作|地址|放心|没(?:有)?(?:什么|犯|出)|不是|没事|普通|业务|别多想|请假|出差|忙|谢谢|麻烦|不好意思|抱歉|号"
    ),
    "en": quick_pattern(
        r"\b(?:call|calls|called|number|phone|cell|reach|contact|contacted|message|tell|ask|speak|talk|available|home|back|around|there|know|live|lives|address|work|works|have (?:him|her)|let (?:him|her)|expect|in\b|privacy|private|personal|discuss|share|confidential|name|please|thank|sorry|nothing like|not in|trouble|mail|listed|gave|answer|touch|your (?:son|brother|sister|husband|wife|friend|mother)|when|where|if)\b"
    ),
}
# A collector may give the name of the house that calls and its product line as part of that name.
_HOUSE_WORDS = quick_pattern(
    r"信用卡中心|信用卡部|消费金融|小额贷款公司|小贷公司|贷款公司|贷后管理(?:中心|部)|信贷部|个贷部|credit union|collections? department|credit card services"
)
_SELF_INTRO = quick_pattern(
    r"我(?:是|们是|这边是|这里是)|这里是|这边是|this is|calling from|i'm with"
)


def framed(reading: Reading) -> Iterable[Found]:
    """One finding a turn: the plainest words that give the debt away."""
    turns = third_party_turns(reading)
    if not turns or _stands_for_the_dead(reading):
        return
    demanded = {found[0].turn.at for found in false_consequence.framed(reading)}
    demanded |= {found[0].turn.at for found in demands(reading)}
    exposed = {found[0].turn.at for found in public_exposure.framed(reading)}
    for turn in turns:
        if for_the_heirs(reading, turn):
            continue
        found = _in_turn(reading, turn)
        # Asking for a public notice or for money is reported as such, not a second time as the hint within it.
        if found and not (turn.at in exposed | demanded and found[1] is not _PLAIN):
            yield found


_REPRESENTS = quick_pattern(r"\b(?:execut\w+|administrat\w+|personal representative)\b", re.I)
_SURVIVES = quick_pattern(r"\b(?:spouse|husband|wife|widow\w*)\b", re.I)
_DEAD = quick_pattern(r"\b(?:estate|passed|died|death|deceased|late)\b")


def _stands_for_the_dead(reading: Reading) -> bool:
    """12 CFR 1006.6(a)(1), (4): who represents the estate, or was married to the dead, is spoken to as the consumer."""
    context = reading.context
    relation = (context.third_party.relation if context.third_party else None) or ""
    if context.jurisdiction != "US" or not (
        _REPRESENTS.search(relation) or _SURVIVES.search(relation)
    ):
        return False
    dead = "deceased" in context.open_flags or any(_DEAD.search(t.text) for t in reading.party())
    return dead or bool(_REPRESENTS.search(relation))


def find_disclosures(reading: Reading) -> Iterable[Found]:
    """What frames and the learned model find together, and an agency's name told unasked."""
    if _stands_for_the_dead(reading):
        return
    for found in to_third_party(reading, "DISCLOSE_TO_THIRD_PARTY", framed(reading)):
        if not for_the_heirs(reading, found[0].turn):
            yield found
    yield from _agency_volunteered(reading)


def _in_turn(reading: Reading, turn: TurnReading) -> Found | None:
    text = _blanked(reading, turn.text)
    tongue = language(reading)
    for candidates, why, confidence in ((PLAIN, _PLAIN, 0.9), (HINT, _HINT, 0.7)):
        for hit in find(text, tongue, candidates[tongue]):
            if _of_the_hearer(text[max(0, hit.start - _NEAR[tongue]) : hit.start + 2]):
                continue
            if not sheltered(turn.flat, hit.start, hit.end, reading.english, _SHELTERS):
                return Spot(turn, hit.start, hit.end), why, confidence
    return _sum_due(reading, turn) or _tacit(reading, turn) or _tells_of_him(reading, turn)


def _sum_due(reading: Reading, turn: TurnReading) -> Found | None:
    """A sum that the ledger holds against the one sought gives the debt away: 七千三也不算多."""
    for amount in reading.heard(turn).amounts:
        if amount.confidence >= _CERTAIN and fits(amount.minor, reading.context.owed_cents):
            return Spot(turn, 0, len(turn.text)), _PLAIN, 0.8
    return None


def _of_the_hearer(before: str) -> bool:
    """您自己办贷款都会卡住: of the hearer's own dealings, not of the debt of the one sought."""
    return bool(_HEARERS.search(before))


def _tells_of_him(reading: Reading, turn: TurnReading) -> Found | None:
    """A clause that says something of the one who owes, other than how to reach him."""
    marks = sorted({0, *turn.flat.breaks, len(turn.text)})
    for start, end in pairwise(marks):
        clause = turn.text[start:end]
        if end in turn.flat.questions or not _OF_HIM[language(reading)].search(clause):
            continue
        if _MAY_BE_SAID[language(reading)].search(clause) or _REFUSES_TO_SAY.search(turn.text):
            continue
        if not sheltered(turn.flat, start, end, reading.english, _SHELTERS):
            return Spot(turn, start, end), _HINT, 0.6
    return None


def _blanked(reading: Reading, text: str) -> str:
    named = without_names(reading, text)
    return _HOUSE_WORDS.sub(lambda m: "〇" * len(m.group()), named)


def _tacit(reading: Reading, turn: TurnReading) -> Found | None:
    """An answer that says yes without saying it, right after "does he owe money?"."""
    asked = next(iter(last_party(reading, turn.at)), None)
    if asked is None or asked.at != turn.at - 1 or not party_said(reading, asked, "says_owes"):
        return None
    match = _TACIT_YES.search(turn.text)
    if match is None or (_REFUSES_TO_SAY.search(turn.text) and not _WINKS.search(turn.text)):
        return None
    return Spot(turn, match.start(), len(turn.text)), _TACIT, 0.75


def _agency_volunteered(reading: Reading) -> Iterator[Found]:
    """12 CFR 1006.10(b)(1): the employer is named only if expressly asked."""
    context = reading.context
    if context.callee_role != "third_party" or context.jurisdiction != "US":
        return
    if context.agent_type != "agency_staff":
        return
    names = [name for name in spoken_names(context.agency or "", True) if len(name) > 3]
    for turn in reading.agent():
        if any(party_said(reading, t, "asks_who") for t in reading.turns[: turn.at]):
            return
        named = next((n for n in names if n in turn.text), None)
        if named:
            place = turn.text.index(named)
            starts = [m.start() for m in _SELF_INTRO.finditer(turn.text) if m.start() <= place]
            yield Spot(turn, starts[-1] if starts else place, place + len(named)), _AGENCY, 0.75
            return


DETECTOR = Detector(
    code="DISCLOSE_TO_THIRD_PARTY",
    find=find_disclosures,
    why=_PLAIN,
    rule="3P-5",
    citation="GB/T 45251 5.3; CBA 指引; 12 CFR 1006.6(d)(1), 1006.10(b)",
)
