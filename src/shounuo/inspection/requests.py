"""What the other side asks for, so that it becomes a task even when the collector passes over it.

Only wishes said as the speaker's own count: 以前有人投诉过 is no complaint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from shounuo.inspection import wishes_en
from shounuo.inspection.counsel import represented
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.patterns import quick_pattern

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


_STOP = (
    r"(?:别|不要|甭|莫|不准|不许|(?<!多)少|停止)(?:再|老|总|一直|天天)?(?:给我|跟我|往我|向我|来)?(?:这)?(?:打|联系|找|骚扰|烦)(?!扰|开|错|算|工|断|我?(?:的)?(?:辅导员|老师|妈|爸|老婆|老公|媳妇|单位|公司|同事|老板|领导|家里|家人|孩子|儿子|女儿|朋友))(?:我|给我|电话|过来|来|了|扰|这个)?"
    r"|(?:以后|今后|往后|从今).{0,6}(?:别|不要|不用|不许).{0,4}(?:打|联系|找)|把我.{0,6}(?:号码|电话).{0,4}(?:删|拉黑|去掉|屏蔽)|(?:别|不要)打(?:了|来)"
)
_PATTERNS: dict[str, tuple[tuple[RequestKind, re.Pattern[str]], ...]] = {
    "zh": (
        ("stop", quick_pattern(_STOP)),
        ("write_only", quick_pattern(
            r"(?:只|就|请|要|麻烦|以后|有事|有什么事|改)(?:用|走|通过|发|给我发|给我寄|寄)?.{0,4}(?:书面|信函|短信|邮件|邮寄|寄信|发函|寄函)(?!了|没)|写信(?:给我|过来|来)|(?:^|(?<!连)(?:我|俺)|以后|今后|你们(?:的|这)?|再打|来的)电话(?:我|俺)?(?:都|也|一律|就|是|再也)*不接|(?:书面|信件|邮件).{0,6}(?:联系|沟通|通知|方式|就行|就可以)"
        )),
        ("dispute", quick_pattern(
            r"(?:不是|又不是|根本不是|从来不是)(?:我|俺|本人)(?:本人)?(?:刷|借|办|贷|用|签|消费|操作|花|欠)|(?:没|没有|从来没|从没|未)(?:有)?(?:办|借|贷|刷|申请|用|开|签|消费|收到|拿到|买|订|去)过?(?:过)?(?:这|那|你们|什么|任何|一分|钱|款|卡|贷|呀|啊)?[^我]{0,6}(?:卡|贷|钱|款|笔|字)|我不认(?!识|得)|(?:我|俺|咱|本人|我们)(?:可|从来|根本|压根|真|都|就|也|从)*没(?:有)?(?:给.{1,6})?(?:办|借|贷|刷|签|担保|申请)过|(?<!他跟我说)(?<!他说)没(?:借|贷|刷|担保)过(?:$|去年|前年|这|那|你们|呀|啊|嘛)|盗刷|被盗|冒(?:用|名)|冒我的名|(?<!不是)(?:不认|不承认|有异议|有争议|对不上(?!怎么办|咋办|咋搞)|不对|算错|多算|乱收|搞错)(?:这|那|的|了|呀|啊)?.{0,6}(?:账|钱|笔|金额|费用|利息|数|$)|(?:账|金额|利息|费用|数目|数).{0,6}(?:不对|有问题|对不上(?!怎么办|咋办|咋搞)|算错|不认|错了)|(?:重复|多|又)(?:扣|收|算)(?:了)?(?:我)?(?:一|两|几|好几)?(?:次|笔|遍|钱|期|块|百|千)|扣(?:了)?(?:我)?(?:两|三|几|好几)(?:次|遍|笔)|多收(?:的|了|我)|(?:算|核|对)出来.{0,6}(?:不一样|是(?:三|四|百分)|多)|(?:手印|签名|字|签字)(?:也|都)?不是(?:我|俺|本人)的?|保险.{0,8}(?:给还|该赔|会赔|替我还|代偿)"
        )),
        ("hardship", quick_pattern(
            r"(?:能不能|可不可以|可以|能|想|要|申请|帮我|给我|有没有).{0,8}(?:分期|分(?:成)?(?:几|[二三四五六七八九十两\d]+)(?:期|次|笔|个月)|减免|延期|缓|宽限|停息|少还|每个?月(?:还|少|先)|一个月(?:还|少|先)|慢慢还|协商|个性化|方案)|(?:失业|下岗|裁员|破产|住院|化疗|透析|重病|癌|残疾|低保|没有?收入|没了收入|没有?工作|丢了工作|停工|没开(?:支|工资)|店关|厂关|生意(?:不好|亏|黄|倒))"
        )),
        ("complaint", quick_pattern(
            r"(?:我|俺|咱)(?!.{0,3}都想).{0,6}投诉|(?:要|去|正要|就要|会|马上|现在|一定|准备|想|打电话)(?:去)?投诉|投诉(?:你|你们|电话|渠道|部门|到|热线)|举报(?:你|你们)|12378|一二三七八|幺二三七八|12345|(?:打|找|告到|告诉)(?:银监|银保监|金融监管|人民银行|消协|消保)|(?:你们?|你的)领导(?:电话|是谁|呢)|找你们?领导"
        )),
        ("self_harm", quick_pattern(
            r"(?:不想|不愿|没法|没心思|活着没|活不)(?:再)?(?:活|下去)|(?:猫|狗|宠物|鱼|花).{0,4}(?:送人|送走|托人|托付)|(?:信|后事|墓地|寿衣|遗像).{0,8}(?:写好|烧了|安排好|交代好|买好|拍好|留好|看好)|(?:写|留)(?:了|好)?.{0,4}(?:封|几封)信.{0,8}(?:走|留给|你们)|(?:每个人|家里人|孩子|爸妈|老婆)都?(?:写|留)了.{0,3}信|睡(?:一觉|过去|着).{0,6}(?:不(?:用|想|再|要)?醒|不起来|起不来)|(?:不(?:想|用|愿)再?醒)|长眠|(?:煤气|燃气|天然气|液化气)(?:阀|罐|灶|管)?.{0,8}(?:开|拧)|(?:炭|煤球).{0,6}(?:买好|点上|点了|备好|烧)|(?:门窗|窗户|门缝).{0,6}(?:糊|封|堵|贴)|(?:过了|等过|熬过)?(?:今天|今晚|今夜|零点|这(?:个)?礼拜|这周|这几天|明天)(?:以后|过后|之后|一过)?.{0,6}(?:你们|谁|再)?(?:也|都|就)?(?:不用|不必|没人|找不(?:到|着)|打不(?:通|着)).{0,4}(?:再)?(?:打|找|催|接|联系)我?了?|没有明天(?:了|$)|(?:打完|说完|交代完|安顿好|安排好|忙完).{0,10}(?:就)?(?:走|算了|上路|了断|结束|随.{0,2}去)(?:了|哩|咧|$)|(?:从|往)(?:这|那|楼|窗|桥|崖)(?:儿|里|上|边|台)?.{0,3}(?:下去|一跳|跳)|(?:跟|和|与)你们?(?:道|告)(?:个)?别|(?:一了|全|都)(?:都)?(?:清|了)了.{0,4}(?:人|命)|人(?:都|要是)?(?:没|死|不在)了.{0,4}(?:账|债|钱).{0,3}(?:没|清|消|了)|(?:没人|谁也不?)(?:等我|在乎我|要我|会想我)|(?:药|安眠药).{0,6}(?:攒|存|藏|搁).{0,6}|(?:江堤|大坝|悬崖|铁轨|窖口|水库).{0,10}(?:站|坐|风|走|看好|跳)|(?:楼顶|天台|桥上|河边|江边|海边)(?!.{0,10}(?:抽烟|晾|钓|干活|送货|开车|散步|跑步|溜|听不|信号|吃|收|修|摆摊|装))|(?:站|坐|待|走|来)(?:在|到|上)?.{0,4}(?:江堤|大坝|悬崖|铁轨|水库边|海边)|活(?:不下去|着(?:真)?(?:没|(?:还)?有(?:什么|啥)(?:意思|意义|劲|用)|还有什么|干什么|干啥)|够了|腻)|不(?:如)?(?:去)?死(?:了)?(?:算|得)?了|死了(?:算|得|一了|干净|就)|想死|去死(?!的|吧|了)|寻死|自杀|轻生|自尽|一了百了|(?:往下|想|要)跳(?!槽|过|票)|跳(?:楼|河|江|桥|下去|湖|海|井)|(?<!手)(?<!早)(?<!晚)上吊(?![机车装物灯东着针瓶水])|割腕|喝(?:药|农药|百草枯|敌敌畏)|(?:安眠药|农药|百草枯).{0,8}(?:买|吃|喝)|吃下去|(?:药|绳子|刀).{0,6}(?:买好|准备好)|遗书|遗言|(?:了结|结束).{0,4}(?:生命|自己|这一?切|算了)|解脱|(?:药|安眠药|农药|刀|绳子).{0,6}(?:倒|摆|拿|放|准备|攥|握)(?:出来|在|好|着|了)|(?:站|坐|爬|走|跑)(?:在|到|上)?.{0,5}(?:江边|河边|湖边|桥上|桥边|天台|楼顶|阳台(?:上)?(?:半天|边|栏|外)|栏杆|窗台|轨道)|(?:真(?:的|是)?|我|俺|实在)(?:撑|熬|挺)不(?:下去|住)了?|没(?:有)?(?:想法|念想|盼头|我这个人)了|以后(?:也|就)?没我|走(?:了)?(?:绝路|那条路)|等不到那天|这辈子(?:就)?(?:到头|完)|从.{0,6}(?:楼|桥).{0,4}跳"
        )),
    ),
    "en": (
        ("stop", quick_pattern(wishes_en.STOP)),
        ("write_only", quick_pattern(wishes_en.WRITE_ONLY)),
        ("dispute", quick_pattern(wishes_en.DISPUTE)),
        ("hardship", quick_pattern(wishes_en.HARDSHIP)),
        ("hardship", wishes_en.PLAN_WISHED),
        ("complaint", quick_pattern(wishes_en.COMPLAINT)),
        ("self_harm", quick_pattern(wishes_en.SELF_HARM)),
        ("attorney", wishes_en.BANKRUPT),
    ),
}  # fmt: skip
_OTHERS = quick_pattern(r"(?:你|您|他|她|有人|对方|别人|客服|之前|上次).{0,6}$")
_DENIED = quick_pattern(
    r"(?:不会|不是(?:要|想|来)?|没(?:有)?(?:想|要|说要)|不想|不打算|不至于)(?:去|再|真)?$|\b(?:not|never|n't)(?: going to| gonna)? $"
)
_REFUSES = quick_pattern(
    r"(?:跟|和|与)我(?:没|没有|无|没得|有什么|有啥)(?:半点|任何|一点|什么)?(?:关系|相干|干系|瓜葛)|(?:不|别)(?:方便|想|愿意?|会|能)(?:帮|给|替|再)?(?!瞎|乱|随便|给你)[^瞎乱]{0,4}(?:转告|转达|带话|传话|管|掺和|插手)|不(?:关|干)我(?:的)?事|(?:我)?管不着|不想(?:再)?(?:听|接)|不归我管"
)


# Said in anger, not of dying: 把人逼死不罢休, 要命一条.
RHETORIC = quick_pattern(
    r"逼死.{0,4}(?:不罢休|才|甘心|我(?:们)?吗|人)|要命一条|拿命还|(?:我|俺)死了(?:办|用|买)"
)

_REFUSES_EN = quick_pattern(wishes_en.THIRD_PARTY_REFUSAL)


# 别天天打 asks a third party's caller for fewer calls, not for none.
_TOO_OFTEN = quick_pattern(r"天天|老|总|一直")


def requests(reading: Reading) -> Iterator[Request]:
    """In order of place; several kinds can share a turn."""
    found = [
        r
        for kind, pattern in _PATTERNS["en" if reading.english else "zh"]
        for r in _of(reading, kind, pattern)
    ]
    found += [Request("attorney", spot) for spot in represented(reading)]
    if reading.english:
        found = [r for r in found if not _somebody_elses(reading, r)]
    if reading.context.callee_role == "third_party":
        refused = [r for r in found if r.kind == "stop" and not _TOO_OFTEN.search(r.spot.said)]
        found += [Request("third_party_refusal", r.spot) for r in refused]
        refuses = _REFUSES_EN if reading.english else _REFUSES
        found += list(_of(reading, "third_party_refusal", refuses))
    yield from sorted(found, key=lambda r: (r.at, r.spot.start))


def _somebody_elses(reading: Reading, request: Request) -> bool:
    """What is no wish about one's own debt: a third party's hardship, a plan that is being kept."""
    if reading.context.callee_role == "third_party":
        return request.kind in {"hardship", "dispute"}
    kept = "plan_performing" in reading.context.open_flags
    return kept and request.kind == "hardship" and not wishes_en.CHANGE.search(request.spot.said)


def _of(reading: Reading, kind: RequestKind, pattern: re.Pattern[str]) -> Iterator[Request]:
    for spot in reading.find(pattern, "party"):
        if kind in {"complaint", "self_harm"} and _past(spot):
            continue
        if kind == "stop" and reading.to_debtor and _in_part(spot):
            continue
        yield Request(kind, spot)


# 别打我单位 bars a place, 另一半别找我 a part of the debt: neither asks for no more calls.
_PLACE = quick_pattern(
    r"(?:别|不要|不许|不准|莫|甭|少)(?:再|老|总)?(?:在|打|往)?(?:我|俺)?(?:的|们)?.{0,2}(?:单位|公司|工位|座机|办公室|前台|干活|上班|工地|店里|厂里|半夜|大晚上|大清早|凌晨|中午|饭点|吃饭|开会|号|打手机)|(?:打|换)(?:我|另)?(?:外一?个|一个)?手机"
)
_PART = quick_pattern(r"(?:另一半|另外一半|剩下|剩余|其余|余下|后面的|多的).{0,6}$")


def _in_part(spot: Spot) -> bool:
    text = spot.turn.text
    before = text[max(0, spot.start - 10) : spot.start]
    reach = text[spot.start : spot.end + 8]
    return bool(_PART.search(before)) or bool(_PLACE.search(reach) and spot.turn.lang == "zh")


def _past(spot: Spot) -> bool:
    """Told of somebody else, or denied: 我不是要投诉."""
    before = spot.turn.text[max(0, spot.start - 8) : spot.start]
    if _DENIED.search(before) or RHETORIC.search(
        spot.turn.text[max(0, spot.start - 6) : spot.end + 6]
    ):
        return True
    if re.match("投诉(?:电话|渠道|部门|热线)", spot.said):
        return False
    before = before.replace("你说", "").replace("您说", "")
    return spot.said[0] not in "我俺咱" and spot.turn.lang == "zh" and bool(_OTHERS.search(before))
