"""The one code a call ends in (P12), by what was said: not by what the collector typed.

Order of decision, first that holds: wrong person and death; a person at risk; a wish to be left alone or a complaint;
a promise; then the reasons a customer gave, the gravest duty first; then how the call ended.
"""

from __future__ import annotations

import re

from shounuo.inspection import disposition_en
from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.reading import Reading, once
from shounuo.inspection.state import state_of
from shounuo.inspection.steps import closing
from shounuo.inspection.steps.done import steps_done

_ZH = {
    "dead": r"(?:他|她|人|本人|机主|我(?:爸|妈|父亲|母亲|老公|老婆|爱人|丈夫|妻子|儿子|女儿|哥|弟|姐|妹|叔)|老头|老伴)(?:本人)?(?:都|已经|早就?|去年|前年|今年|上个?月|前几天|上周|前阵子|.{1,3}月份?)?(?:就)?(?:因.{1,4})?(?:去世|过世|没了(?!钱|工|联|办|法|收|信)|不在了|不在人世|病故|身故|死了|离世|病逝|牺牲|走了(?:$|[一二三两四五六七八九十几半]|有|快|都))|去世|过世|病故|身故|病逝|离世|办(?:完)?丧事|骨灰|出殡|死亡证明",
    "wrong": r"打错|不认识|没(?:有)?这个?人|没听(?:说)?过|查无此人|(?<!是)不是(?:他|她|本人|机主|.{2,3}(?:先生|女士))|找错|号码.{0,8}(?:才|刚|新).{0,4}(?:办|换|用)|(?:才|刚|新)(?:办|买|换)的?(?:号|卡)",
    "paid": r"(?:已经|早就?|刚刚?|昨[天晚]|前[天晚]|大前天|上周.?|上个?(?:礼拜|星期).?|上个?月|前几天|今天早上|早上|上午|都|不是)(?:就|已经|都|晚上|早上|夜里|全)*(?:在.{1,6}上?)?(?:还|付|转|存|交|缴|结|打)(?:了|过|清|完|进|掉|上|的)|还(?:过(?:了)?$|过了|完了|清了|进去了)|钱(?:都|已经)?(?:存|转|打)(?:进去|过去|了)|(?:号|月|日|期)(?:那期|那天|已经|就)?(?:还|付|转|交)(?:了|过)|不是(?:还|付)(?:了|过)",
    "autopay": r"(?:自动|代)(?:还款|扣款|扣)(?!.{0,6}(?:好的|没问题))|(?:绑|绑定)(?:的|了)?.{0,6}(?:卡|账户).{0,12}(?:扣|没)|扣款(?:失败|没成功)|怎么没扣|没扣(?:成功|上|到|走)",
    "refuse": r"(?:我)?(?:不(?:多还|打钱|签)(?:$|我)|(?<!怎么)(?<!不是)不还了|我?按(?:协议|合同)来|没门|休想|(?:你|你们)(?:广播|报|告|闹|等|看着办)(?:去|吧)|^你(?:去)?(?:广播|报|告|起诉)|法院见|等着吧|谁(?:用|借|花)的(?:钱)?谁还)|(?:就是|我|肯定|坚决|反正)?(?:(?<!可以)不(?:会)?还(?!是|行|了吗)|不打算还|没打算还|不想还|不交|不给|凭什么(?:还|要我)|爱咋咋|起诉(?:就|去|吧)|(?:去|你们?)(?:起诉|告)(?:我|吧|去)|该(?:怎么|咋)(?:办|样)(?:就)?(?:怎么|咋))",
    "whatever": r"随便(?:你|你们|吧)|爱(?:怎么|咋)",
    "no_money": r"没(?:有)?钱|(?:我|俺|也|真的?|确实|实在|现在)没有$|没(?:有)?(?:收入|工资|能力|办法)|拿不出|还不(?:了|起|上)|付不(?:了|起)|手头(?:紧|没)|周转不(?:开|过|动)|揭不开锅|身无分文|没(?:发|开)(?:工资|支)|一分(?:钱)?(?:都|也)?没|没(?:找到)?工作|失业|吃饭都|拿什么还|等.{0,10}(?:下来|到账|发了|有钱)|开销|困难|没得钱|冇钱",
    "plan": r"分期|分(?:成)?(?:几|[二三四五六七八九十两\d]+)(?:期|次|笔)|每个?月(?:还|少|先|能)|一个月(?:还|先)|慢慢还|个性化|延期|宽限|减免|协商|方案",
    "defer": r"(?:明天|后天|回头|晚点|下午|过两天|下周|到时候|再).{0,3}(?:给(?:你|您|恁)|跟你)?(?:们)?(?:个)?(?:答复|回话|回复|准信|回信)|(?:我|俺|咱)?(?:先|再|回去|得)?(?:跟|和|同|问问?|找)?.{0,6}(?:商量|合计|琢磨)(?:一下|商量|合计|琢磨)?|再问问|想一想|考虑(?:一下|考虑)|我去想办法",
    "callback": r"(?:分钟|小时|[点半])(?:以后|之后|后)?.{0,3}打(?:来|过来|给我)|不太?方便|(?:晚点|明儿|改日|下回|等会|待会|回头|下午|晚上|明天|改天|过会|一会|稍后|下班|周.|等下|有空).{0,8}(?:再)?(?:打|联系|说|聊|回)|(?:在|正)(?:开车|开会|上班|上课|忙|医院|手术|飞机|地铁|高铁|带孩子|吃饭)|不方便(?:说|接|讲)|没空|没时间",
    "frail": r"(?:我女儿|我儿子|闺女|孩子).{0,6}(?:管|弄|办|处理)|老年痴呆|记不(?:得|清)|糊涂|听不(?:懂|明白)|精神(?:病|分裂)|抑郁|残疾|智力|脑梗|(?:不识|不认)字",
}  # fmt: skip
_EN = {
    "dead": r"\b(?:passed away|passed on|(?<!truck )(?<!car )(?<!van )(?<!phone )(?<!battery )(?<!engine )(?<!laptop )(?<!business )(?<!dog )(?<!cat )died|deceased|is dead|no longer with us|funeral|buried|estate|death certificate)\b",
    "wrong": r"\bwrong (?:number|person|guy)|no ?(?:one|body) (?:here )?(?:by|with) that name|don't know (?:him|her|them|any|who that)|never heard of|(?:just|new|recently) got this (?:number|phone)|not (?:him|her|them|\w+)$|isn't (?:his|her) number",
    "paid": r"\b(?:already|just) (?:paid|sent|made|took care)|\bi (?:paid|sent|made the payment|mailed)|\bpaid (?:it|that|this|you)|it (?:cleared|went through|posted)|took it out of my account",
    "autopay": r"\bauto ?-?pay|automatic payment|auto draft|supposed to come out|didn't (?:come out|go through)|autodraft",
    "refuse": r"\b(?:not (?:going to|gonna) pay|won't pay|refuse to|not paying|ain't paying|not doing (?:it|that|this)|not giving you|sue me|do what you (?:want|have to|gotta)|take me to court|don't care)\b",
    "whatever": r"\bwhatever\b",
    "no_money": r"\b(?:don't have (?:it|the money|any|anything|that)|no money|broke|can't (?:pay|afford|do|swing)|lost my job|laid off|out of work|unemployed|hours (?:got )?cut|nothing left|paycheck to paycheck|strapped|tapped out)\b",
    "plan": r"\bplan\b|hardship|a month|each month|per month|smaller payments|split|lower (?:the )?payment|instal|arrangement|spread (?:it )?out",
    "defer": r"\b(?:let me|i(?:'ll| will| need to| have to)) (?:think|talk|ask|check|get back)|get back to you",
    "callback": r"\bcall (?:me )?(?:back|later|again)|bad time|at work|driving|in a meeting|busy|can't talk|another time|not a good time",
    "frail": r"\bmy (?:daughter|son|granddaughter|grandson|niece|nephew|caregiver) (?:handles|does|takes care)|(?:ask|talk to) my (?:daughter|son)|i'm not good with|dementia|alzheimer|confused|don't understand|oxygen|hospice|blind|deaf\b",
}  # fmt: skip
_PATTERNS = {
    "zh": {name: re.compile(pattern) for name, pattern in _ZH.items()},
    "en": {name: re.compile(pattern) for name, pattern in _EN.items()},
}


@once
def disposition_of(reading: Reading) -> str | None:
    """The canonical code; None when nobody spoke."""
    if not reading.turns:
        return None
    if reading.english:
        return disposition_en.read(reading)
    third = reading.context.callee_role == "third_party"
    return _third_party(reading) if third else _customer(reading)


def _said(reading: Reading, name: str) -> bool:
    pattern = _PATTERNS["en" if reading.english else "zh"][name]
    return any(True for _ in reading.find(pattern, "party"))


def _third_party(reading: Reading) -> str:
    if (
        _said(reading, "dead")
        or _taken_up(reading, "DECEASED")
        or "deceased" in reading.context.open_flags
    ):
        return "DECEASED"
    if state_of(reading).first("third_party_refusal"):
        return "THIRD_PARTY_REFUSED"
    if _said(reading, "wrong"):
        return "WRONG_PERSON"
    if state_of(reading).first("complaint"):
        return "COMPLAINT"
    if steps_done(reading).get("message_request"):
        return "MESSAGE_LEFT"
    return "CALLBACK" if _said(reading, "callback") and closing.close(reading) else "HUNG_UP"


def _customer(reading: Reading) -> str:
    if (
        _said(reading, "dead")
        or _taken_up(reading, "DECEASED")
        or "deceased" in reading.context.open_flags
    ):
        return "DECEASED"
    if state_of(reading).verified_at is None and _not_theirs(reading):
        return "WRONG_PERSON"
    if state_of(reading).first("self_harm") or (
        "elderly" in reading.context.open_flags and _said(reading, "frail")
    ):
        return "VULNERABLE"
    promise = promise_of(reading)
    if state_of(reading).first("stop", "attorney", "write_only") and not promise:
        return "CEASE"
    if _complains(reading) and not promise:
        return "COMPLAINT"
    if promise:
        if promise.said.method == "auto_debit" and _debit_failed(reading):
            return "AUTOPAY_FAILED"
        return "PTP" if promise.said.explicit else "PTP_IMPLIED"
    return _reason(reading)


def _not_theirs(reading: Reading) -> bool:
    """The number is not, or no longer, that of the one sought."""
    if _said(reading, "wrong"):
        return True
    return reading.context.callee_role == "unknown" and bool(_taken_up(reading, "WRONG_PERSON"))


def _debit_failed(reading: Reading) -> bool:
    failed = _TAKEN_UP["AUTOPAY_FAILED"]
    return any(failed.search(turn.text) for turn in reading.turns) or (
        _said(reading, "autopay") and any(_NOT_DRAWN.search(t.text) for t in reading.turns)
    )


def _complains(reading: Reading) -> bool:
    """A complaint voiced, or taken down whatever the customer called it."""
    return state_of(reading).first("complaint") is not None or _complaint_registered(reading)


_NOT_DRAWN = re.compile(
    r"没(?:有)?扣|扣(?:款)?(?:没|失败|不(?:了|成|到))|余额不足|没成功|失败|差(?:了)?(?:一|几)|\b(?:didn't|did not|fail\w*|bounced|switched off|not go)\b"
)
# What the collector did tells what he understood; used only where no graver duty was heard.
_TAKEN_UP = {
    "DECEASED": re.compile(r"节哀|\bsorry for your loss\b|\bcondolences\b"),
    "WRONG_PERSON": re.compile(r"非本人(?:使用|号码)?|号码.{0,8}(?:停用|删|标)|错号|(?:标记|登记).{0,8}(?:错号|无效|打错)|\bwrong number\b|remove (?:this|your) number|take (?:the|this|your) number (?:out|off)"),
    "DISPUTE": re.compile(r"(?:登记|记|列|标)(?:成|为|作)?.{0,4}(?:有)?争议|有争议的|(?:争议|异议|意义).{0,4}登记|本人否认|登记.{0,8}异议|异议.{0,8}登记|(?:盗刷|争议).{0,6}(?:登记|受理|核查)|\b(?:record|note|log|file)\w* (?:your|the|this|a) dispute"),
    "CLAIM_PAID": re.compile(r"(?:已还(?:款)?|查账|查入账|入账情况|到账情况).{0,8}(?:核实|登记|查)|登记.{0,6}(?:已还|查账)|(?:查|核实)(?:一下)?.{0,4}(?:入账|到账)|\b(?:trace|look (?:for|into)) (?:that|the|your) payment"),
    "PLAN_REQUEST": re.compile(r"(?:按|帮您|给您|登记).{0,6}(?:申请|提交).{0,6}(?:分期|方案|减免|延期|协商|困难)|(?:方案|分期|申请).{0,14}(?:报上去|往上报|审批|批下来)|(?:往上报|报上去|审批过了)"),
    "AUTOPAY_FAILED": re.compile(r"(?:自动|代|系统)?(?:还款|扣款|扣)(?:没|失败|未)(?:有)?(?:扣)?(?:成功|成|到|上)?|autopay (?:failed|didn't|got switched off|did not)"),
    "NO_MONEY": re.compile(r"(?:登记|记).{0,8}(?:没(?:有)?钱|没(?:有)?资金|暂无能力|无力|困难)"),
}  # fmt: skip


def _taken_up(reading: Reading, *codes: str) -> str | None:
    for code in codes:
        if any(spot.scope.asserted for spot in reading.find(_TAKEN_UP[code])):
            return code
    return None


_REGISTERED = re.compile(
    r"(?:登记|受理|提交|记录|记).{0,6}投诉|投诉.{0,6}(?:登记|受理|编号|部门|处理)|\b(?:file|log|open|register|submit|note)\w* (?:a|your|this|the) complaint"
)


def _complaint_registered(reading: Reading) -> bool:
    """The collector took the matter up as a complaint, whatever the customer called it."""
    return any(spot.scope.asserted for spot in reading.find(_REGISTERED))


def _reason(reading: Reading) -> str:
    """No promise: why not, the reason with the gravest duty first."""
    if state_of(reading).first("dispute"):
        return "DISPUTE"
    if taken := _taken_up(reading, "CLAIM_PAID", "DISPUTE"):
        return taken
    if _will_ring(reading) and "plan_performing" in reading.context.open_flags:
        return "CALLBACK"  # who performs a plan has paid anyway
    if _said(reading, "paid"):
        return "CLAIM_PAID"
    if _said(reading, "autopay"):
        return "AUTOPAY_FAILED"
    if closing.ended_by_party(reading) and not _put_off(reading):
        refused = _said(reading, "refuse") or _said(reading, "whatever")
        return "REFUSE" if refused else "HUNG_UP"
    if _plan_asked(reading):
        return "PLAN_REQUEST"
    if _said(reading, "refuse"):
        return "REFUSE"
    if taken := _taken_up(reading, "PLAN_REQUEST", "AUTOPAY_FAILED", "NO_MONEY"):
        return taken
    if _put_off(reading) or (_will_ring(reading) and not _said(reading, "no_money")):
        return "CALLBACK"
    if _said(reading, "no_money"):
        return "NO_MONEY"
    return "CALLBACK" if _said(reading, "callback") else "NO_MONEY"


def _put_off(reading: Reading) -> bool:
    """Among the last words of the other side: an answer another day, when they have asked or thought."""
    pattern = _PATTERNS["en" if reading.english else "zh"]["defer"]
    return any(pattern.search(turn.text) for turn in reading.party()[-3:])


_RINGS_AGAIN = re.compile(
    r"(?:[点半]|上午|下午|晚上|明天|周[一二三四五六日天]|号).{0,14}(?:再|给[您你])(?:给[您你])?打(?:个|一(?:次|个))?|(?:再|给[您你])打(?:个|一(?:次|个))?.{0,10}[点半]"
    r"|\b(?:i'll|we'll) (?:call|ring|try) (?:you )?(?:back|again)?.{0,12}\b(?:at|tomorrow|\w+day)\b"
)


def _will_ring(reading: Reading) -> bool:
    """Among his last words the collector sets the hour of another call."""
    return any(_RINGS_AGAIN.search(turn.text) for turn in reading.agent()[-4:])


def _plan_asked(reading: Reading) -> bool:
    """A plan was talked of and the collector took it up."""
    return bool(steps_done(reading).get("offer_alternative")) and (
        _said(reading, "plan") or state_of(reading).first("hardship") is not None
    )
