"""Dispute ignored (COMP-3): the customer disputes the debt and the collector waves it away instead of noting it."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._collecting import collecting
from shounuo.inspection.detectors._party import language, last_party, party_said
from shounuo.inspection.detectors._reply_ear import with_replies
from shounuo.inspection.frames import find, frames
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.state import state_of
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

_WHY = Text("收到异议不登记、不核实，要求先还", "Waves a dispute away and asks for payment first")
WAVE = {
    "zh": frames(
        "zh",
        """
        pay_first: (?:先|得先|也得|也要|还是得|还是要|必须|都得|都要|照样|就得|就要)..(?:还|换|处理|付|交)..(?:再说|以后|后面|再|了|进来|上|掉|款|清)?
        your_name: (?:在|是|挂|记)..[您你](?:的)?(?:名下|头上|账上|卡|账户|名字|身份证|签).{0,8}(?:就|[您你]|得|要|还)?
        who_cares: (?:谁(?:刷|借|用|办|花|签)的?|怎么(?:来|刷|借)的?|是不是[您你]).{0,8}(?:不管|管不着|不重要|没关系|跟我|跟我们|无所谓|我们?只|都得|都要|后面|以后|慢慢)
        not_noted: (?:登记|记录|受理|处理|查|核实|核查|反映|提交)..(?:不了|不到|没用|没必要|不归我|不是我|不在我|不能)
        self_check: [您你]?(?:自己|自个)(?:去)?(?:查|核|找|问|打|联系|报警|想办法|跟|上网).{0,10}
        system: (?:系统|电脑|账单|记录|后台|我这边)(?:里|上)?(?:显示|写|就是|是)..(?:就是|没还|欠|逾期|多少|[您你])..
        no_place: (?:没地方|没这个(?:按钮|选项|功能)|没有?这一?栏)..(?:记|填|登|查)?
        proof_useless: (?:回执|录音|流水|小票|截图|凭证|收条|明细|单子).{0,10}(?:自己(?:收|留|看|存)|没用|不算|不收|不看|越看越)
        not_counted: (?:给|交给|还给).{1,8}(?:那)?不算|系统(?:里|上)?(?:没有(?!问题)|没看到|查不到)|没看到钱..没还
        later: (?:账|数)?对不对的?..(?:还|交)完再|查不查的?..(?:后面|再说|以后)
        no_need: 不用(?:念|报|发给我|给我看)..
        no_use_to_me: 发给我没用
        not_believe: (?:谁都这么说|都这么说|哪有那么|怎么可能|不可能|编|借口|找理由|抵赖|想赖|赖账|狡辩|推脱|证据呢|拿证据|我只管|我只负责|我们只管|我们只负责).{0,10}
        """,
    ),
    "en": frames(
        "en",
        """
        dismiss: {careless}
        pay_first: (?:pay|send|take_care_of)_(?:it|this|something|the_balance|now)?..(?:first|now|then|and_then|and_we'll|either_way|anyway|regardless)
        system: (?:system|screen|computer|records?|file|account|paperwork)_(?:says|shows|shows_you|is_showing|has)..
        your_name: (?:your_name|your_social|you_signed|in_your_name|on_you)....
        prove: (?:you'd_have_to|you_need_to|you'll_have_to|you_can|you_should|go)..(?:prove|take_it_up|call_them|deal_with|dispute_it_with|contact_the_bank|call_the_bank|file_a_police|figure)..
        excuse: (?:everybody_says|everyone_says|heard_that|that's_what_they_all|nice_try|sure_you|convenient|likely_story|too_late_to|too_late|can't_dispute|no_disputing|not_how_it_works)..
        """,
    ),
}
_HANDLED = quick_pattern(
    r"(?:给|帮|替)[您你].{0,8}(?:登记|记录|查|核实|核查|反映|提交|上报|申请|备注|转)|(?:我|先|马上|现在|这就|已经).{0,6}(?:登记|记录|备注|记下|核实|核查|查一下|提交|上报|反馈)(?!不)|暂停|暂不|停(?:止)?催|不催|先不(?:还|谈|用还|催)|核查期间|异议期间|争议"
    r"|\b(?:i'll|i will|let me|we'll|i'm going to|i've|i can|going to|i have)\b.{0,30}\b(?:note|mark|log|record|dispute|look into|investigate|verify|validation|pull|check|send|flag|put (?:it|that|this) in|open)\b|\bi'm (?:opening|putting|sending|marking|noting|filing|recording|forwarding)\b|stop collect|pause|hold on (?:this|the|your)|in writing|marked? (?:as )?disput|sorry"
)
_REAL_DISPUTE = quick_pattern(
    r"异议|盗刷|冒用|冒名|不是我|没(?:借|刷|办|用|签|贷|收到)|不认|早(?:就)?还|已经还|还过|还清|结清|明明还|对不上|不对|算错|多算|凭证|查清楚|核实|有人用|别人用|乱收"
    r"|not mine|isn't mine|wasn't me|not my|never (?:had|open|took|borrow|sign|heard)|don't owe|disput|identity|stolen|someone|somebody|fraud|already paid|paid (?:that|it|this)|wrong|not right|isn't right|prove|validat|proof|don't recogni|overcharg|returned|sent (?:it|that) back|incorrect|not correct"
)


def find_ignored(reading: Reading) -> Iterable[Found]:
    """Replies to a dispute that wave it away, or go on collecting without a word on it."""
    disputed = _alone_and_restated(reading)
    for turn in reading.turns:
        if not turn.is_agent:
            disputed = disputed or _disputes(reading, turn)
        elif disputed and not _HANDLED.search(turn.text) and (spot := _waves(reading, turn)):
            yield spot
        elif disputed and _HANDLED.search(turn.text):
            disputed = False


_RESTATED = quick_pattern(
    r"[您你](?:是)?说.{0,10}(?:不是[您你]|没(?:有)?(?:借|刷|办|用)|不认|不对)|\byou(?:'re)? say(?:ing)?\b.{0,30}\b(?:not|isn't|wasn't|never|didn't)\b"
)


def _alone_and_restated(reading: Reading) -> bool:
    """A sentence by itself can carry the dispute it answers."""
    return not reading.party() and any(_RESTATED.search(t.text) for t in reading.agent())


def _disputes(reading: Reading, turn: TurnReading) -> bool:
    if reading.english and reading.context.callee_role == "third_party":
        return False
    if any(r.kind == "dispute" and r.at == turn.at for r in state_of(reading).requests):
        return True
    if not reading.english and _PAID_IN.search(turn.text):
        return True
    return party_said(reading, turn, "says_dispute") and bool(_REAL_DISPUTE.search(turn.text))


# 在你们柜台还的，盖了章: paid, with something to show for it.
_PAID_IN = quick_pattern(
    r"(?:柜台|网点|营业厅|现金|手机(?:银行)?|信贷员|业务员).{0,8}(?:还|交|存|付)(?:的|了|过)|(?:小票|收条|回单|流水号|盖了章|打的收条)"
)


# A question after the facts of the dispute looks into it.
_ASKS_AFTER_IT = quick_pattern(
    r"哪(?:一)?(?:天|笔)的|大概(?:是)?哪|多少.{0,4}不(?:对|认)|\b(?:do you show|what (?:date|day|amount) (?:did|was)|which (?:charge|fee|payment))\b"
)


def _waves(reading: Reading, turn: TurnReading) -> Found | None:
    tongue = language(reading)
    hit = next(find(turn.text, tongue, WAVE[tongue]), None)
    if hit:
        return Spot(turn, hit.start, hit.end), _WHY, 0.75
    if _ASKS_AFTER_IT.search(turn.text):
        return None
    before = next(iter(last_party(reading, turn.at)), None)
    span = collecting(reading, turn) if before and _disputes(reading, before) else None
    return (Spot(turn, *span), _WHY, 0.6) if span else None


DETECTOR = Detector(
    code="IGNORE_DISPUTE",
    find=with_replies("IGNORE_DISPUTE", find_ignored),
    why=_WHY,
    rule="COMP-3",
    citation="信用卡办法 69; 12 CFR 1006.38(d)",
)
