"""Concealed identity (ID-1): a pretext, or a refusal to say who calls.

To a third party the house's name may be withheld where the law wants it withheld; a false errand may not be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._party import last_party, said_lately
from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Found, Kind, find_kinds
from shounuo.inspection.names import named
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

_PRETEXT = Text(
    "以虚假身份或事由掩盖催收来意", "Hides the purpose behind a false identity or errand"
)
_SILENT = Text("被问及身份时拒不说明", "Refuses to say who is calling")
_GOES_ON = Text("继续以虚假事由套取信息", "Keeps up the false errand to get information")
PRETEXT = Kind(
    _PRETEXT,
    zh=frames(
        "zh",
        """
        courier: (?:我|我们|这(?:边|里))(?:是|这(?:边|里)是|们是)?..(?:快递|送快递|外卖|送外卖|物流|送货|邮政|邮局|顺丰|京东|圆通|中通|送餐|跑腿|闪送)(?!.{0,4}(?:也|都|欠|公司(?:的)?贷))
        errand: (?:有|给)(?:[他她您你].{0,4})?(?:一?个|件)?..(?:快递|包裹|到付件|挂号信|礼品|奖品|礼物|中奖|退款要|退税|补贴|快件)
        trade: 我(?:是|们是|这边是|这里是)..(?:人口登记|登记人口|社区做|移动|联通|电信|燃气|自来水|电力公司|供电|物业|保险公司|房产中介|中介|招聘|猎头|人才市场|学校|老师|幼儿园|医院|社区医院|疾控|人口普查|派单|客户回访|问卷|调查公司|婚介|售后|装修|驾校|培训|搞装修|搞工程|做生意的|背调|背景调查|人事部|人力资源)(?!.{0,8}(?:贷款|账单|分期|委托))
        headhunt: 我?(?:猎头|背调|背景调查)(?:这边|公司|的)
        mate: 我(?:是|们是|这边是)(?:他|她)?[^您你吗吧公司行]{0,6}(?:室友|同学|前辈|学长|学姐|一个村的?|闺蜜|发小)
        party: (?:办酒|请柬|喜酒|同学聚会|一起喝(?:早茶|酒)的)
        friend: 我(?:是|们是)(?:他|她|[您你]).{0,6}(?:老?同学|老?朋友|哥们|战友|老乡|亲戚|同事|表哥|表弟|表姐|表妹|生意伙伴|发小)
        job: (?:有(?:个|份)|给(?:他|她)|想(?:找|请)(?:他|她)).{0,8}(?:工作|岗位|面试|活|生意|项目|订单|合作|好事)(?:要|想|给|找|谈|介绍)
        """,
    ),
    en=frames(
        "en",
        """
        courier: (?:i'm|i_am|this_is|it's|we're|calling_from|with|from)_(?:\\w+\\s+){0,4}?(?:ups|fedex|usps|amazon|dhl|delivery|a_delivery|courier|the_post_office|doordash|a_florist|the_florist|flower\\w*)
        errand: (?:have|got|has|with|deliver|delivering|drop_off)_(?:a|an|his|her|some|this)_(?:\\w+\\s+){0,2}(?:package|parcel|delivery|prize|gift|refund|flowers|certified_letter|check_for)
        friend: (?:i'm|i_am|this_is|it's|just)_(?:\\w+\\s+){0,3}?(?:an_old_friend|a_friend_of|a_buddy_of|old_friend|his_friend|her_friend|his_cousin|her_cousin|from_high_school|old_classmate|college_friend|went_to_school)
        trade: (?:i'm|this_is|we're|calling_from|with)_(?:\\w+\\s+){0,4}?(?:the_census|a_survey|the_survey|the_doctor's_office|the_hospital|the_school|hr_department|a_recruiter|recruiting|a_staffing|the_utility|the_electric_company|the_insurance|a_radio_station|the_pharmacy|the_lottery|a_contest)
        job: (?:job_offer|job_opportunity|a_job_for|interview_for|reference_check|employment_verification|background_check|prize|won_a|winner)
        """,
    ),
    confidence=0.8,
    shelters=frozenset(("denied", "denied_inside", "quoted", "warned")),
)
SILENT = Kind(
    _SILENT,
    zh=frames(
        "zh",
        """
        mind: (?:别|不用|不必|甭|不要|用不着|少)(?:管|问|打听|知道|查)(?:那么多|这么多)?(?:(?:我|我们)..(?:是谁|是哪|哪(?:里|儿|家|个)|公司|姓|叫|名字|工号|什么人|单位|身份)|(?:是谁|哪家公司|哪里的|什么人|工号|那么多))
        no_right: (?:我(?:们)?(?:是谁|哪家|是哪|叫什么|姓什么|的?(?:公司|工号|身份|名字))).{0,10}(?:跟[您你]没关系|不重要|不用|没必要|不需要|无所谓|不方便(?:说|透露)?|[您你](?:别|不用|没必要|管不着)|不能(?:说|告诉)|不告诉)
        not_say: (?:公司名|我(?:的)?名字|名字|我(?:的)?工号|工号|哪家公司|哪个公司|我(?:的)?身份|全名|我(?:们)?单位)(?:也|就|都|是|这)?(?:不方便|不能|没法|不给|不告诉|保密|不需要|没必要|不用)..(?:说|透露|提供|告诉|讲|知道|报|给)
        later: [您你](?:还了|先还|把钱还了)(?:钱)?(?:就|再|才)?(?:知道|告诉[您你])我?(?:是谁)?
        coy: (?:单位不单位|什么单位不单位|哪家不哪家)..|甭管(?:我)?哪(?:家|个|里)|我你都不记得|[您你]猜猜看?$
        guess: (?:我是谁|哪家的|哪里的).{0,4}(?:[您你]心里|[您你]自己|[您你]不清楚|[您你]猜|[您你]还不知道)
        """,
    ),
    en=frames(
        "en",
        """
        not_say: (?:doesn't_matter|does_not_matter|don't_worry_about|never_mind|not_important|none_of_your_business|you_don't_need_to_know|don't_need_to_know|no_need_to_know|can't_tell_you|won't_tell_you|not_going_to_tell_you|not_gonna_tell_you|i_can't_give)..(?:who|my_name|company|where_i'm|calling_from|what_company|name)
        you_know: you_know_(?:exactly_|damn_well_)?who_(?:this_is|i_am|we_are)
        """,
    ),
    confidence=0.8,
    shelters=frozenset(("quoted", "warned")),
    when=lambda reading, turn: (
        reading.context.callee_role != "third_party"
        or said_lately(reading, turn.at, "asks_who", reach=1)
    ),
)
PRETEXTS, _SILENCES = (PRETEXT,), (SILENT,)
_COMPLAINS = quick_pattern(r"投诉|举报|complain|report you|file a")
_KEEPS_UP = quick_pattern(
    r"快递|包裹|到付|签收|贵重|单号|派送|礼品|奖品|领奖|面试|岗位|老同学|同学聚会|请柬|办酒|大单子|这(?:一)?单|名片|背调|跳槽|我们见过|年货|叫我[阿小老]|说[阿小老].找|package|deliver|parcel|sign for|prize|reunion|old friend|interview"
)


def find_concealed(reading: Reading) -> Iterable[Found]:
    """Pretexts, what keeps them up, and refusals to say who calls."""
    places = []
    for found in find_kinds(reading, PRETEXTS):
        places.append(found[0].turn.at)
        yield found
    for spot in chain(_as_a_friend(reading), _another_hat(reading)):
        if spot.turn.at in places:
            continue
        places.append(spot.turn.at)
        yield spot, _PRETEXT, 0.8
    for found in find_kinds(reading, _SILENCES):
        # A name withheld from somebody who wants to complain is a complaint refused.
        if not any(_COMPLAINS.search(t.text) for t in last_party(reading, found[0].turn.at)):
            yield found
    for turn in reading.agent():
        match = _KEEPS_UP.search(turn.text) if places and turn.at > min(places) else None
        if match and turn.at not in places and not _admits(turn):
            yield Spot(turn, match.start(), match.end()), _GOES_ON, 0.65


# 我是做建材的, 我这边是他老家的: another hat, where no house is named and none of the trade's own words stands.
_OTHER_HAT = quick_pattern(
    r"我(?:们)?(?:就)?(?:是|这边是|这里是|这边|这儿是)(?!.{0,2}姓|小.$|[您你])([^您你]{2,14}?)(?:的|吧|呀|嘛|$)"
)
_OWN_HAT = quick_pattern(
    r"司法|法院|公安|派出所|街道|政府|调解|[市区县]局|银行|行里|支行|金融|信用|贷|卡|委托|催收|公司|集团|中心|客服|工作人员|客户经理|信息|商务|咨询|服务|社里|资产|来电|打电话|找|想|有(?:点|个)?事|联系|麻烦|通知|叫|不是|没|这样|说|打"
)


def _another_hat(reading: Reading) -> Iterable[Spot]:
    """The opening of a talk with somebody who does not owe, in which the collector passes for somebody else."""
    if reading.english or reading.context.callee_role not in ("third_party", "unknown"):
        return
    context = reading.context
    for turn in reading.agent()[:2]:
        if any(named(h, turn.text, english=False) for h in (context.lender, context.agency or "")):
            return
        for spot in reading.within(_OTHER_HAT, turn):
            hat = spot.match.group(1) if spot.match else ""
            known = context.debtor_name and hat.endswith(context.debtor_name)
            if not (_OWN_HAT.search(hat) or known or spot.scope.negated):
                yield spot


def _as_a_friend(reading: Reading) -> Iterable[Spot]:
    """我是翟磊的朋友: a friend of the one sought."""
    name = reading.context.debtor_name
    said = "".join(turn.text for turn in reading.agent())
    if not name or reading.english or not (f"我是{name}" in said or f"我们是{name}" in said):
        return ()
    pattern = re.compile(
        rf"我(?:是|们是){re.escape(name)}(?:的)?.{{0,3}}(?:朋友|同学|同事|哥们|战友|老乡|亲戚|表[哥弟姐妹]|发小)"
    )
    return reading.find(pattern)


def _admits(turn: TurnReading) -> bool:
    """Evading a question about the errand adds nothing to it."""
    return bool(re.search(r"不方便查|查不了|路上|银行|委托|消费金融|can't look", turn.text))


DETECTOR = Detector(
    code="CONCEAL_IDENTITY",
    find=find_concealed,
    why=_PRETEXT,
    rule="ID-1",
    citation="CBA 指引 告知规范; 12 CFR 1006.18(d), 1006.14(g)",
)
