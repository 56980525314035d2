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
from shounuo.kernel.patterns import quick_pattern

_ZH = {
    "dead": r"(?:他|她|人|本人|机主|我(?:爸|妈|父亲|母亲|老公|老婆|爱人|丈夫|妻子|儿子|女儿|哥|弟|姐|妹|叔)|老头|老伴)(?:本人)?(?:都|已经|早就?|去年|前年|今年|上个?月|前几天|上周|前阵子|.{1,3}月份?)?(?:就)?(?:因.{1,4})?(?:去世|过世|没了(?!钱|工|联|办|法|收|信)|不在了|不在人世|病故|身故|死了|离世|病逝|牺牲|走了(?:$|[一二三两四五六七八九十几半]|有|快|都))|去世|过世|病故|身故|病逝|离世|办(?:完)?丧事|骨灰|出殡|死亡证明",
    "wrong": r"打错|不认识|没(?:有)?这个?人|没听(?:说)?过(?:这(?:个)?人|他|她|名字|$|没有)|查无此人|(?<!是)不是(?:他|她|本人|机主|.{2,3}(?:先生|女士))|找错|号码.{0,8}(?:才|刚|新).{0,4}(?:办|换|用)|(?:才|刚|新)(?:办|买|换)的?(?:号|卡)",
    "paid": r"(?<!能)(?:我|俺|咱)(?:早|都|就|可|不是|昨.|前.)*(?:还|付|交|缴|转|存)(?:了|过了|清了|掉了|上了)(?:呀|啊|的|吧|嘛|$|[一二两三四五六七八九十几上昨前今国]|你们)(?!.{0,4}(?:再|才|之后|以后))|(?:已经|早就?|刚刚?|昨[天晚]|前[天晚]|大前天|上周.?|上个?(?:礼拜|星期).?|上个?月|前几天|今天早上|早上|上午|都|不是)(?:就|已经|都|晚上|早上|夜里|全)*(?:在.{1,6}上?)?(?:还|付|转|存|交|缴|结|打)(?:了|过|清|完|进|掉|上|的)|还(?:过(?:了)?$|过了|完了|清了|进去了)|钱(?:都|已经)?(?:存|转|打)(?:进去|过去|了)|(?:号|月|日|期)(?:那期|那天|已经|就)?(?:还|付|转|交)(?:了|过)|不是(?:还|付)(?:了|过)",
    "autopay": r"(?:自动|代)(?:还款|扣款|扣)(?!.{0,6}(?:好的|没问题))|(?:绑|绑定)(?:的|了)?.{0,6}(?:卡|账户).{0,12}(?:扣|没)|扣款(?:失败|没成功)|(?:卡|户|账户)里(?:我)?(?:明明)?(?:有|放|存|是有)(?:了|着|够)?.{0,8}(?:钱|[一二两三四五六七八九十]|的)|存到.{0,10}(?:那张|另一张|别的卡)|怎么没扣|没扣(?:成功|上|到|走)",
    "refuse": r"(?:我|俺)(?:就|只|还是)?按(?:着|照)?(?:协议|合同|约定|原来的|每月)|按(?:协议|合同)走|(?:不得|不会|不肯|不可能)(?:凑|还|交|垫|代偿|进|多还)|(?:我|俺)(?:回绝|拒绝)|多一分.{0,6}(?:没有|不)|一分(?:钱)?(?:也|都)?不(?:多|给|会|得|还|交)|不(?:替|帮)(?:他|她)(?:还|垫|付|出)|^不愿意|没得谈|(?:等|爱|尽管|随便).{0,3}告(?:去|告|吧)|爱告告|有本事.{0,4}告|(?:我)?(?:不(?:多还|打钱|签|填|进)(?:$|我)|(?<!怎么)(?<!不是)不还了|我?按(?:协议|合同)来|没门|休想|(?:你|你们)(?:广播|报|告|闹|等|看着办)(?:去|吧)|^你(?:去)?(?:广播|报|告|起诉)|法院见|等着吧|谁(?:用|借|花)的(?:钱)?谁还)|(?:就是|我|肯定|坚决|反正)?(?:(?<!可以)不(?:会)?还(?!是|行|了吗)|不打算还|没打算还|不想还|不交|不给|凭什么(?:还|要我)|爱咋咋|起诉(?:就|去|吧)|(?:去|你们?)(?:起诉|告)(?:我|吧|去)|该(?:怎么|咋)(?:办|样)(?:就)?(?:怎么|咋))",
    "whatever": r"随便(?:你|你们|吧)|爱(?:怎么|咋)",
    "no_money": r"没(?:有)?钱|(?:我|俺|也|真的?|确实|实在|现在)没有$|没(?:有)?(?:收入|工资|能力|办法)|拿不出|还不(?:了|起|上)|付不(?:了|起)|手头(?:紧|没)|周转不(?:开|过|动)|揭不开锅|身无分文|没(?:发|开)(?:工资|支)|一分(?:钱)?(?:都|也)?没|没(?:找到)?工作|失业|吃饭都|拿什么还|等.{0,10}(?:下来|到账|发了|有钱)|开销|困难|没得钱|冇钱",
    "plan": r"(?:再|重新|想|要|给我|帮我|记下?)(?:申请|递|报)|我的申请|能不能.{0,6}(?:再)?(?:缓|延|少还|展|拖)|先还(?:着|点)?利息|分期|分(?:成)?(?:几|[二三四五六七八九十两\d]+)(?:期|次|笔)|每个?月(?:还|少|先|能)|一个月(?:还|先)|慢慢还|个性化|延期|宽限|减免|协商|方案",
    "defer": r"(?:明天|后天|回头|晚点|下午|过两天|下周|到时候|再).{0,3}(?:给(?:你|您|恁)|跟你)?(?:们)?(?:个)?(?:答复|回话|回复|准信|回信)|过(?:两|几)天.{0,3}(?:你|您|恁)?(?:们)?再(?:打|说)|(?:我|俺|咱)得.{0,10}(?:才能定|才(?:能|敢)(?:说|答)|以后再定)|(?:我|俺|咱)?(?:先|再|回去|得)?(?:跟|和|同|问问?|找)?.{0,6}(?:商量|合计|琢磨)(?:一下|商量|合计|琢磨)?|再问问|想一想|考虑(?:一下|考虑)|我去想办法",
    "callback": r"(?:分钟|小时|[点半])(?:钟|以后|之后|后)?.{0,3}(?:你|您)?(?:再)?打(?:来|过来|给我|我|$)|^(?:那)?(?:就)?.{0,6}[点半](?:钟)?(?:吧|好了|行|以后|之后)|(?:等我)?.{0,6}(?:下(?:班|课|高速|车|工)|收工|散会|忙完|出来)(?:再|以后|之后|后)|不太?方便|(?:晚点|明儿|改日|下回|等会|待会|回头|下午|晚上|明天|改天|过会|一会|稍后|下班|周.|等下|有空).{0,8}(?:再)?(?:打|联系|说|聊|回)|(?:在|正)(?:开车|开会|上班|上课|忙|医院|手术|飞机|地铁|高铁|带孩子|吃饭)|不方便(?:说|接|讲)|没空|没时间",
    "frail": r"(?:我女儿|我儿子|闺女|孩子).{0,6}(?:管|弄|办|处理)|老年痴呆|记不(?:得|清|住)|不记得|脑子.{0,4}(?:不(?:好使|中|行|灵)|一阵)|糊涂|听不(?:懂|明白)|精神(?:病|分裂)|抑郁|残疾|智力|脑梗|(?:不识|不认)字",
}  # fmt: skip
# What an English call bears out beside its code; the code itself is read by `disposition_en`.
_EN = {
    "refuse": r"\b(?:not (?:going to|gonna) pay|won't pay|refuse to|not paying|ain't paying|not doing (?:it|that|this)|not giving you|sue me|do what you (?:want|have to|gotta)|take me to court|don't care)\b",
    "plan": r"\bplan\b|hardship|a month|each month|per month|smaller payments|split|lower (?:the )?payment|instal|arrangement|spread (?:it )?out",
    "defer": r"\b(?:let me|i(?:'ll| will| need to| have to)) (?:think|talk|ask|check|get back)|get back to you",
}  # fmt: skip
_PATTERNS = {
    "zh": {name: quick_pattern(pattern) for name, pattern in _ZH.items()},
    "en": {name: quick_pattern(pattern) for name, pattern in _EN.items()},
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


def last_said(reading: Reading) -> dict[str, int]:
    """Where the other side last says what the patterns know, by their names."""
    if reading.english:
        return disposition_en.last_said(reading)
    found = _PATTERNS["zh"].items()
    return {name: s.turn.at for name, words in found for s in reading.find(words, "party")}


def last_taken_up(reading: Reading) -> dict[str, int]:
    """Where the collector last takes a thing up, by the code it speaks for."""
    if reading.english:
        return disposition_en.last_taken_up(reading)
    found = _TAKEN_UP.items()
    return {
        code: s.turn.at for code, words in found for s in reading.find(words) if s.scope.asserted
    }


_PASSES_ON = quick_pattern(
    r"我(?:看到|碰到|见到|回头|晚上)?.{0,4}(?:跟|给|和|同)?[他她]?(?:说|讲|转告|告诉|带|喊|叫|让)(?:[他她].{0,4})?(?:一声|一句|一下)|转告一句|我(?:喊|叫|让|告诉)[他她]|记(?:到|着|下)(?:起|了)?|\b(?:i'll|i will) (?:tell|let|pass|give)\b"
)


def _passes_on(reading: Reading, after: int) -> bool:
    """Having refused at first, the other side will take the message all the same."""
    return any(_PASSES_ON.search(t.text) for t in reading.party() if t.at >= after)


def _said(reading: Reading, name: str) -> bool:
    return any(True for _ in reading.find(_pattern(reading, name), "party"))


def _pattern(reading: Reading, name: str) -> re.Pattern[str]:
    return _PATTERNS["en" if reading.english else "zh"][name]


def _third_party(reading: Reading) -> str:
    if (
        _said(reading, "dead")
        or _taken_up(reading, "DECEASED")
        or "deceased" in reading.context.open_flags
    ):
        return "DECEASED"
    refusals = [r for r in state_of(reading).requests if r.kind == "third_party_refusal"]
    if refusals and not _passes_on(reading, refusals[-1].at):
        return "THIRD_PARTY_REFUSED"
    if _said(reading, "wrong"):
        return "WRONG_PERSON"
    if state_of(reading).first("complaint"):
        return "COMPLAINT"
    if steps_done(reading).get("message_request"):
        return "MESSAGE_LEFT"
    return "CALLBACK" if _said(reading, "callback") and closing.close(reading) else "HUNG_UP"


def _customer(reading: Reading) -> str:
    if _deceased(reading):
        return "DECEASED"
    if _not_theirs(reading):
        return "WRONG_PERSON"
    promise = promise_of(reading)
    if _at_risk(reading):
        return "VULNERABLE"
    if (
        state_of(reading).first("stop", "attorney", "write_only")
        and not promise
        and not _angry_hang_up(reading)
    ):
        return "CEASE"
    if _complains(reading) and not promise:
        return "COMPLAINT"
    if promise:
        if promise.said.method == "auto_debit" and _debit_failed(reading):
            return "AUTOPAY_FAILED"
        return "PTP" if promise.said.explicit else "PTP_IMPLIED"
    return _reason(reading)


def _deceased(reading: Reading) -> bool:
    """The one sought is dead: not who has just said to be that one, speaking of a husband."""
    if "deceased" in reading.context.open_flags:
        return True
    theirs = state_of(reading).verified_at is not None and state_of(reading).denied_at is None
    return (_said(reading, "dead") and not theirs) or bool(_taken_up(reading, "DECEASED"))


def _at_risk(reading: Reading) -> bool:
    """Speaks of dying; is old and no longer follows; or a grave illness was taken down and nothing else."""
    if state_of(reading).first("self_harm"):
        return True
    if "elderly" in reading.context.open_flags and _said(reading, "frail"):
        return True
    return not promise_of(reading) and bool(_taken_up(reading, "VULNERABLE"))


def _angry_hang_up(reading: Reading) -> bool:
    """别烦我挂了: the line is cut, nothing is asked for."""
    asked = [r for r in state_of(reading).requests if r.kind in ("stop", "attorney", "write_only")]
    last = reading.party()[-1:]
    return bool(last) and all("烦" in r.spot.said and r.spot.turn is last[0] for r in asked)


def _not_theirs(reading: Reading) -> bool:
    """The number is not, or no longer, that of the one sought."""
    confirmed = state_of(reading).verified_at is not None
    if not confirmed and _said(reading, "wrong"):
        return True
    return reading.context.callee_role == "unknown" and bool(_taken_up(reading, "WRONG_PERSON"))


def _debit_failed(reading: Reading) -> bool:
    failed = _TAKEN_UP["AUTOPAY_FAILED"]
    return any(failed.search(turn.text) for turn in reading.turns) or (
        _said(reading, "autopay") and any(_NOT_DRAWN.search(t.text) for t in reading.turns)
    )


def _complains(reading: Reading) -> bool:
    """A complaint voiced, or taken down whatever the customer called it."""
    asked = state_of(reading).first("complaint")
    if asked and "领导" in asked.spot.said and state_of(reading).first("dispute"):
        return _complaint_registered(reading)  # to the manager, to have the account checked
    on_hold = "complaint_hold" in reading.context.open_flags and any(
        "投诉" in turn.text for turn in reading.turns
    )
    return asked is not None or on_hold or _complaint_registered(reading)


_NOT_DRAWN = quick_pattern(
    r"(?:没(?:有|能)?|未)(?:能)?(?:自动)?(?:扣|划)|扣(?:款)?(?:没|失败|不(?:了|成|到|下来))|余额不足|没成功|失败|差(?:了)?(?:一|几)|\b(?:didn't|did not|fail\w*|bounced|switched off|not go)\b"
)
# What the collector did tells what he understood; used only where no graver duty was heard.
_TAKEN_UP = {
    "REFUSE": quick_pattern(r"(?:登记|记|备注|写).{0,8}(?:拒绝|不同意|不愿意|不还)|(?:本人|您|你)(?:明确)?(?:不同意|拒绝)(?:还款|代偿|履行)|不还是(?:您|你)的(?:态度|意思)"),
    "VULNERABLE": quick_pattern(r"(?:登记|记|标|备注|写).{0,10}(?:病情|住院|治病|特殊(?:情况|客户|关注)|关怀|弱势|老人|认知|记性|危重|重病|透析|化疗)|(?:病情|重病|住院)(?:我)?(?:给您)?(?:登记|记)(?:上|下|好)"),
    "DECEASED": quick_pattern(r"节哀|\bsorry for your loss\b|\bcondolences\b"),
    "WRONG_PERSON": quick_pattern(r"非本人(?:使用|号码)?|号码.{0,8}(?:停用|删|标)|错号|不是我们要(?:联系|找)的|(?:登记|号码).{0,4}错了|登记(?:得)?有误|(?:跟|和|与).{0,8}登记的(?:对不上|不一致|不符)|(?:标记|登记).{0,8}(?:错号|无效|打错)|\bwrong number\b|remove (?:this|your) number|take (?:the|this|your) number (?:out|off)"),
    "DISPUTE": quick_pattern(r"(?:登记|记|列|标)(?:成|为|作)?.{0,4}(?:有)?争议|有争议的|(?:争议|异议|意义).{0,4}登记|本人否认|登记.{0,8}异议|异议.{0,8}登记|(?:盗刷|争议).{0,6}(?:登记|受理|核查)|\b(?:record|note|log|file)\w* (?:your|the|this|a) dispute"),
    "CLAIM_PAID": quick_pattern(r"(?:已还(?:款)?|查账|查入账|入账情况|到账情况).{0,8}(?:核实|登记|查)|登记.{0,6}(?:已还|查账)|(?:查|核实)(?:一下)?.{0,4}(?:入账|到账)|\b(?:trace|look (?:for|into)) (?:that|the|your) payment"),
    "PLAN_REQUEST": quick_pattern(r"(?:按|帮您|给您|登记).{0,6}(?:申请|提交).{0,6}(?:分期|方案|减免|延期|协商|困难)|(?:方案|分期|申请).{0,14}(?:报上去|往上报|审批|批下来)|(?:往上报|报上去|审批过了)"),
    "AUTOPAY_FAILED": quick_pattern(r"(?:没(?:有|能)?|未)(?:能)?(?:自动)?(?:扣|划)(?:款)?(?:成|下来|到|上|走|着|出)|(?:自动|代|系统)?(?:还款|扣款|扣)(?:没|失败|未)(?:有)?(?:扣)?(?:成功|成|到|上)?|autopay (?:failed|didn't|got switched off|did not)"),
    "NO_MONEY": quick_pattern(r"(?:登记|记).{0,8}(?:没(?:有)?钱|没(?:有)?资金|暂无能力|无力|困难)"),
}  # fmt: skip


def _taken_up(reading: Reading, *codes: str) -> str | None:
    for code in codes:
        if any(code == "DECEASED" or s.scope.asserted for s in reading.find(_TAKEN_UP[code])):
            return code
    return None


_REGISTERED = quick_pattern(
    r"(?:登记|受理|提交|记录|记).{0,6}投诉|投诉.{0,6}(?:登记|受理|编号|部门|处理)|\b(?:file|log|open|register|submit|note)\w* (?:a|your|this|the) complaint"
)


def _complaint_registered(reading: Reading) -> bool:
    """The collector took the matter up as a complaint, whatever the customer called it."""
    return any(spot.scope.asserted for spot in reading.find(_REGISTERED))


def _reason(reading: Reading) -> str:
    """No promise: why not, the reason with the gravest duty first."""
    known = reading.to_debtor or state_of(reading).verified_at is not None
    if state_of(reading).first("dispute") and known:
        return "DISPUTE"
    if taken := _taken_up(reading, "CLAIM_PAID", "DISPUTE"):
        return taken
    if _will_ring(reading) and "plan_performing" in reading.context.open_flags:
        return "CALLBACK"  # who performs a plan has paid anyway
    if "plan_performing" in reading.context.open_flags and not _more_time(reading):
        # Asked for more than the plan, who points to it refuses; not asked, there is nothing to settle.
        if not _holds_to_plan(reading) and _said(reading, "paid"):
            return "CLAIM_PAID"
        return "REFUSE" if steps_done(reading).get("ask_payment") else "CALLBACK"
    if _said(reading, "paid"):
        return "CLAIM_PAID"
    if _said(reading, "autopay"):
        return "AUTOPAY_FAILED"
    if closing.ended_by_party(reading) and not _put_off(reading):
        refused = _said(reading, "refuse") or _said(reading, "whatever")
        return "REFUSE" if refused else "HUNG_UP"
    if _plan_asked(reading):
        return "PLAN_REQUEST"
    if _said(reading, "refuse") or _taken_up(reading, "REFUSE"):
        return "REFUSE"
    if taken := _taken_up(reading, "PLAN_REQUEST", "AUTOPAY_FAILED", "NO_MONEY"):
        return taken
    if _put_off(reading) or (_will_ring(reading) and not _said(reading, "no_money")):
        return "CALLBACK"
    if _said(reading, "no_money"):
        return "NO_MONEY"
    return "CALLBACK" if _said(reading, "callback") else "NO_MONEY"


_MORE_TIME = quick_pattern(
    r"(?:再|能不能|可不可以).{0,4}(?:延|缓|少还|减)|\b(?:change|lower|extend) (?:the|my) plan\b"
)


def _more_time(reading: Reading) -> bool:
    """Who performs a plan asks to have it changed."""
    return any(_MORE_TIME.search(turn.text) for turn in reading.party())


_HOLDS = quick_pattern(r"协议|按时|凭什么|合同|约定|每个?月|\b(?:plan|agreement|agreed)\b")


def _holds_to_plan(reading: Reading) -> bool:
    """After the ask, who performs a plan points to it or says no."""
    asked = steps_done(reading).get("ask_payment")
    refuse = _pattern(reading, "refuse")
    after = [t.text for t in reading.party() if asked and t.at > asked.at]
    return any(_HOLDS.search(text) or refuse.search(text) for text in after)


def _put_off(reading: Reading) -> bool:
    """Among the last words of the other side: an answer another day, when they have asked or thought."""
    pattern = _pattern(reading, "defer")
    return any(pattern.search(turn.text) for turn in reading.party()[-3:])


_RINGS_AGAIN = quick_pattern(
    r"[点半](?:[一二三四五]?(?:刻|十)?分?).{0,8}(?:我|还是)(?:再|给[您你])?(?:打|来电|拨)|[点半](?:钟|[一二三四五]十五?分?)?(?:以后|之后)?(?:我|我们)?(?:再|给[您你])?(?:再)?(?:打(?:[您你]|过去|这)|来电|拨|联系[您你])|(?:通完|问好|商量好|忙完).{0,4}我再打|(?:[点半]|上午|下午|晚上|明天|周[一二三四五六日天]|号).{0,14}(?:再|给[您你])(?:给[您你])?打(?:个|一(?:次|个))?|(?:再|给[您你])打(?:个|一(?:次|个))?.{0,10}[点半]"
    r"|\b(?:i'll|we'll) (?:call|ring|try) (?:you )?(?:back|again)?.{0,12}\b(?:at|tomorrow|\w+day)\b"
)


def bears_out(reading: Reading, code: str) -> bool:
    """Whether words of the call bear out this lesser code, though a graver one came first."""
    if code == "REFUSE":
        return _said(reading, "refuse") or bool(_taken_up(reading, "REFUSE"))
    if code == "HUNG_UP":
        return closing.ended_by_party(reading)
    if code == "CALLBACK":
        return _will_ring(reading) or _put_off(reading)
    return code == "PLAN_REQUEST" and (_plan_asked(reading) or bool(_taken_up(reading, code)))


def _will_ring(reading: Reading) -> bool:
    """Among his last words the collector sets the hour of another call."""
    return any(_RINGS_AGAIN.search(turn.text) for turn in reading.agent()[-4:])


def _plan_asked(reading: Reading) -> bool:
    """A plan was asked for, or offered to somebody in hardship; not where want of money is all that was noted."""
    if _taken_up(reading, "NO_MONEY"):
        return False
    plan = _pattern(reading, "plan")
    if reading.party() and plan.search(reading.party()[-1].text):
        return True
    if _said(reading, "plan") and steps_done(reading).get("offer_alternative"):
        return True
    hardship = state_of(reading).first("hardship") is not None
    return hardship and bool(steps_done(reading).get("offer_alternative"))
