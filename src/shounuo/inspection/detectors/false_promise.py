"""False promise: the collector grants what only the lender can, and no approved offer says so.

Waivers, withdrawal of a suit, deletion or non-report of credit data, release of a guarantor, new credit.
Telling of an application, of what the lender will decide, or of an approved offer at its own figure is not a promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shounuo.inspection.detector import Detector
from shounuo.inspection.model import Offer
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

_PAY = r"(?:还|付|转|交|缴|存|处理|结清|进来|到账|弄)"
_CHARGE = r"(?:罚息|违约金|滞纳金|利息|费用|手续费|零头|尾款|尾数|剩(?:下|余)(?:的|那)?(?:部分|钱|欠款|本金|利息)?|余款|后面的|其他的|本金)"
_FORGIVE = r"(?:免(?!费)|减(?:掉|免|半|一|了)|抹|退(?:给|还|回)|不(?:用|要|需要|必)(?:再)?(?:还|付|交|管)|一笔勾销|清零|作废|不算|不收|不要了|勾掉|划掉|核销|(?:给|帮|替)(?:您|你)(?:处理|搞定|弄掉|想办法|省|去掉|消))"
_ZH = {
    "waiver": rf"剩(?:下|余)?(?:的|那)?.{{0,10}}(?:就)?(?:给[您你](?:家)?)?(?:免了|一笔勾销|核销|不要了|没人找)|{_CHARGE}.{{0,12}}{_FORGIVE}|剩(?:下|余)?(?:的|那)?[一二两三四五六七八九十百千万\d]*.{{0,16}}(?:给|帮|替)(?:您|你)(?:抹|免|减|划|勾|消)|(?:我)?.{{0,8}}这点(?:权限|面子|主)(?:还是)?(?:有|能|做)(?:掉|了|吧|您|你|去|些|一些|一半)*|(?:给|帮|替)(?:您|你).{{0,6}}(?:免|减|抹|退)(?:掉|去|了|除|一)?.{{0,6}}{_CHARGE}|(?:免|减|抹|退)(?:掉|除|去|了)?(?:您|你)?(?:的|那)?.{{0,4}}{_CHARGE}",
    "no_suit": rf"{_PAY}.{{0,30}}(?:不会|不再|就不|保证不|肯定不|绝对不|不用|不至于)(?:再)?.{{0,6}}(?:起诉|告(?:您|你)|诉讼|走法律|立案|上法院|强制执行|打官司)|(?:保证|肯定|一定|包|绝对|我).{{0,6}}(?:不会|不)(?:再)?.{{0,4}}(?:起诉|告(?:您|你)|立案|走法律|诉讼)(?!.{{0,6}}(?:这回事|计划))"
    rf"|(?:撤诉|撤案|撤回|撤销|抽回|抽出|压下|压住|压一压|拦下|按住|拿掉).{{0,12}}|(?:案子|起诉|件|诉讼).{{0,10}}(?:撤(?:了|掉|回)|抽(?:回|出)|压(?:下|住)|拿掉|停掉)",
    "credit": r"(?:逾期|预期|余期|记录|不良).{0,10}(?:给[您你])?(?:抹|删|消|洗)(?:掉|了|干净)|跟没有过一样|当没发生过|(?:经手|帮人)(?:抹|删|消)(?:过|掉)|报告上?.{0,4}(?:干干净净|干净|没有|看不见)|(?:当|就当)(?:没(?:有)?(?:过|逾期|发生))|(?:拦|压|按)(?:一道|下来|住).{0,16}(?:报|征信|记录)|(?:征信|信用记录|逾期记录|不良记录|记录|污点|黑名单).{0,14}(?:删|消(?:掉|除|了)|抹|洗(?:白|掉|干净)|清(?:掉|除|零|空)|恢复(?:正常)?|没了|干净|修复|看不到|不显示|撤(?:掉|下|销|回)|去掉|改(?:掉|回|成正常|好)|盖(?:掉|住))|(?:删|消|抹|洗|清除|修复|撤)(?:掉|除)?(?:您|你)?(?:的)?.{0,6}(?:征信|信用记录|逾期记录|不良)|(?:保证|肯定|一定|绝对|我|包|这边|给您|帮您)(?:.{0,6})(?:不会?|不给您|不给你|不)(?:再)?(?:上|报|送|影响|上报|报送|进)(?:您|你)?(?:的)?征信",
    "release": r"担保.{0,10}(?:拿掉|撤掉|去掉|解掉)|(?:跟|和|与)[您你]再无关系|(?:担保|保证|连带)(?:人)?(?:的)?(?:责任|义务)?.{0,12}(?:没(?:有)?关系|解除|免(?:除|掉)?|没事|不用|脱|结束|作废)|(?:剩下|其余|余下).{0,10}(?:跟|与|和)(?:您|你)(?:就)?(?:没|无|不).{0,3}(?:关系|相干)|(?:以后|往后|后面).{0,6}(?:谁也不|没人|不会有人|再也不).{0,6}(?:找|要|催|打扰)(?:您|你)",
    "credit_new": r"(?:保证|肯定|一定|马上|立刻|立马|包|当天|第二天|就能|就可以|就给|帮您|给您|帮你|给你).{0,10}(?:提额|提升额度|提高额度|恢复额度|涨额度|重新(?:开卡|激活|放款|批|授信)|再(?:贷|借|批|放|给您批)|续贷|放款|新(?:的)?(?:额度|贷款|卡)|解冻|额度.{0,4}(?:恢复|放|提))|额度.{0,6}(?:恢复|提|涨|放)(?:出来|给您|回来|了)?.{0,6}(?:保证|肯定|一定|没问题)|(?:还(?:清|了|上|进来)|结清).{0,14}(?:(?:马上|立刻|立马|就|当天).{0,4})?(?:再(?:借|贷|批|放)|恢复(?:额度|使用)|提额|放款|续贷)",
    "vague": r"(?:还|进来|处理)(?:了|完|清|上|好)?.{0,14}(?:亏不了|不会亏|不让(?:您|你)吃亏|少不了(?:您|你)的好处)|懂的都懂.{0,6}|(?:我)?(?:说了算|可以拍板|能拍板|能做主|可以做主|打包票|拍胸脯)",
}  # fmt: skip
_EN = {
    "waiver": r"\bmake (?:the |that )?(?:other|rest|remaining|difference)\b.{0,20}\b(?:vanish|disappear|go away)|\b(?:waive|forgive|knock off|write off|wipe (?:out|away)|erase|drop|cancel|take off|forget(?: about)?)\b.{0,24}\b(?:fees?|interest|rest|remaining|balance|penalt\w+|charges|difference)\b|\b(?:rest|remaining|balance|fees?|interest)\b.{0,24}\b(?:waived|forgiven|gone|go(?:es)? away|disappears?|wiped|forget about it|won't owe)\b|\b(?:settle|take|accept)\b.{0,30}\b(?:half|less|pennies)\b",
    "no_suit": r"\b(?:won't|will not|never|not going to|not gonna|no one will|nobody will|promise not to|guarantee).{0,24}\b(?:sue|lawsuit|court|legal action|take you to|garnish)\b|\b(?:won't|will not|never|not going to|don't|not gonna) report (?:it|this|you|that)\b|\bmake\b.{0,14}\b(?:lawsuit|case|legal|suit)\b.{0,10}\bgo away|\b(?:drop|pull|withdraw|cancel|stop|kill|call off)\b.{0,16}\b(?:suit|lawsuit|case|filing|legal|judgment|garnishment)\b",
    "credit": r"\b(?:wiped?|scrubb?ed|cleared|gone|taken) (?:off|from) (?:all )?(?:three |the |your )*(?:bureaus?|credit|report)|\b(?:delet\w+|remov\w+|erase\w*|wip\w+|clean\w*|clear\w*|fix\w*|take\w*|taken|scrub\w*|get(?:ting)? rid of|pull\w*|come\w*|disappear\w*|vanish\w*|drop\w*)\b.{0,40}\b(?:lates?|credit|bureaus?|report|score|record|history|off)\b.{0,20}\b(?:off|credit|bureaus?|report|score|clean|record|file|history)\b|\b(?:won't|will not|never|not going to|doesn't|don't|not gonna)\b.{0,14}\b(?:report|show|hit|affect|hurt|touch|be on)\b.{0,16}\b(?:credit|bureaus?|report|score)\b|\b(?:credit|score)(?:'s| is| will be| gets)? (?:all )?(?:clean|fixed|repaired|restored|like (?:it )?never)|like it never happened",
    "release": r"\b(?:off the hook|no longer (?:liable|responsible|owe)|released from|nobody will (?:ever )?(?:call|contact|bother)|never hear from (?:us|anyone))\b",
    "credit_new": r"\b(?:i'll|i can|we'll|we can|guarantee|you'll|you will|right away|automatically)\b.{0,24}\b(?:new (?:loan|card|credit|line)|reopen|re-open|reinstate|raise your (?:limit|credit)|increase your (?:limit|credit)|approve you|higher limit)\b",
}  # fmt: skip
_PATTERNS = {
    "zh": {kind: quick_pattern(p) for kind, p in _ZH.items()},
    "en": {kind: quick_pattern(p) for kind, p in _EN.items()},
}
_HEDGED = quick_pattern(
    r"系统规则|不是我(?:自己)?许|按规则|申请|审批|评估|报上去|上报(?:给)?(?:领导|总部|银行)|以(?:系统|短信|审批|实际|报告|银行).{0,6}为准|由.{0,8}(?:决定|定)|争取|尽量|试(?:试|一下|着)|看(?:看)?能不能|可能|不(?:能|敢|可以)(?:答应|保证|承诺)|没(?:有)?(?:权限|这个权)|无权|不代表|不等于|不保证|不一定|批(?:下来|准)|系统里|预审|核实后|能否|是否|需要(?:您)?提交|政策|规定|协议(?:里|正常|约定)|五年|5年"
    r"|\btoo old\b|\b(?:its|the|this debt's) age\b|\bage of (?:this|the|your)\b|\bhow long you can be sued\b|\bbeing looked (?:at|into)\b|\bwhile (?:it's|the dispute|that's)\b|\b(?:can't promise|cannot promise|can't guarantee|no guarantee|not guarantee|apply|application|subject to|may|might|if (?:it's |they |the \w+ )?approv\w*|approved|under review|request|credit team|up to the|eligible|policy)\b"
)
_CANNOT = quick_pattern(
    r"(?:不能|无法|没法|不可能|不可以|没(?:有)?(?:办法|权)|谁也不能|任何人)|[改删消洗](?:不了|不掉)|\b(?:can't|cannot|can not|unable|not able|no one can|nobody can)\b"
)
_ASKS_AGAIN = quick_pattern(
    r"真的|真能|当真|抹不掉|文件|写个|确定|能.{0,6}吗|是不是|可以.{0,4}吗|没骗|靠谱|保证|书面|说话算|\b(?:really|for real|are you sure|seriously|promise|they just|you can do that|is that (?:true|right)|wait|guarantee)\b"
)
_YES = quick_pattern(
    r"^(?:能|可以|当然|肯定|放心|对|是|没问题|真|保证|绝对|百分之?百|我(?:手上|做|办|说|骗)|这(?:个)?(?:你|您)?放心|一定|包|骗(?:你|您)|\b(?:yeah|yes|yep|absolutely|for sure|definitely|of course|totally|trust me|100|sure|all the time|mm hmm))"
)
_VOUCHES = quick_pattern(
    r"说话算数|我说.{1,3}就(?:能)?|(?:文件|白纸黑字|书面).{0,6}(?:形式|麻烦|没必要)|经手.{0,4}过|放一百个心|靠(?:的是)?信任|在(?:这个)?位子上|干(?:了|这行).{0,3}年"
)
_OFFERS = {
    "waiver": ("waive", "discount", "settle", "reduc", "减", "免"),
    "credit_new": ("reopen", "limit", "credit_line", "relend", "new_credit", "renew"),
    "no_suit": ("withdraw",),
    "release": ("release",),
}


def find(reading: Reading) -> Iterable[tuple[Spot, Text]]:
    """Each grant, and each turn that affirms it when the customer asks again."""
    if reading.context.callee_role == "third_party":
        return
    made: set[int] = set()
    for kind, pattern in _PATTERNS["en" if reading.english else "zh"].items():
        for spot in reading.find(pattern):
            if _is_promise(reading, kind, spot):
                made.add(spot.turn.at)
                yield spot, _WHY[kind]
    yield from _affirmed(reading, made)


def _is_promise(reading: Reading, kind: str, spot: Spot) -> bool:
    text = spot.turn.text
    around = text[max(0, spot.start - 26) : spot.end + 20]
    if _HEDGED.search(around) or spot.scope.reported or _asked_only(spot):
        return False
    if kind not in {"no_suit", "vague", "credit"} and spot.scope.negated:
        return False
    if kind == "credit" and _CANNOT.search(text[max(0, spot.start - 6) : spot.end + 6]):
        return False
    if kind == "vague" and not _money_talk(text):
        return False
    return not _approved(reading.context.approved_offers, kind)


def _money_talk(text: str) -> bool:
    return bool(re.search(r"罚息|利息|违约金|减|免|责任|剩下|起诉|征信|额度|还|进来", text))


def _asked_only(spot: Spot) -> bool:
    return bool(
        spot.turn.lang == "zh"
        and re.search(
            r"(?:您|你)(?:想|要|希望|是想|是说)",
            spot.turn.text[max(0, spot.start - 6) : spot.start],
        )
    )


def _approved(offers: tuple[Offer, ...], kind: str) -> bool:
    return any(word in offer.kind for offer in offers for word in _OFFERS.get(kind, ()))


def _affirmed(reading: Reading, made: set[int]) -> Iterator[tuple[Spot, Text]]:
    for at in sorted(made):
        if at + 2 < len(reading.turns):
            asked, answer = reading.turns[at + 1], reading.turns[at + 2]
            if (
                answer.is_agent
                and not asked.is_agent
                and _ASKS_AGAIN.search(asked.text)
                and (_YES.search(answer.text) or _VOUCHES.search(answer.text))
                and not _HEDGED.search(answer.text)
                and answer.at not in made
            ):
                yield Spot(answer, 0, len(answer.text)), _WHY["again"]


_WHY = {
    "waiver": Text(
        "没有已批准的减免，却承诺减免", "Promises a waiver that no approved offer grants"
    ),
    "no_suit": Text(
        "无权限承诺不起诉或撤诉", "Promises not to sue or to withdraw a suit without authority"
    ),
    "credit": Text(
        "承诺删除、修复或不报送征信记录",
        "Promises to delete, repair or not report accurate credit data",
    ),
    "release": Text("无权限承诺免除责任", "Promises release from liability without authority"),
    "credit_new": Text(
        "没有已批准的方案，却承诺新授信", "Promises new credit that no approved offer grants"
    ),
    "vague": Text("以个人名义暗示好处", "Hints at a favour in his own name"),
    "again": Text("客户追问时再次肯定该承诺", "Affirms the promise when asked again"),
}
DETECTOR = Detector(
    code="FALSE_PROMISE",
    find=find,
    why=Text("无授权的承诺", "A promise without authority"),
    rule="COND-3; COND-15",
    citation="GB/T 45251-2025 / 12 CFR 1006.18",
)
