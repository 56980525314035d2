"""Ways of pushing somebody to new borrowing, or to others' money."""

from __future__ import annotations

import re

from shounuo.inspection.detectors._party import language
from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Kind
from shounuo.inspection.frames.match import says
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.text import Text

_ADVISES_AGAINST = re.compile(
    r"(?:不要|别(?![的人家处])|不建议|不能|不可|千万别|请勿)(?:再)?(?:去|向|跟|找)?.{0,4}(?:借|贷|套现)|不可取|划不来|越滚越大|\b(?:don't|do not|please don't|never|avoid)\b.{0,20}\b(?:borrow|loan|payday|advance)"
)


def _not_advised_against(reading: Reading, turn: TurnReading) -> bool:
    return not _ADVISES_AGAINST.search(turn.text)


KINDS = (
    Kind(
        Text(
            "诱导以新增借贷、套现或抵押来还款",
            "Pushes new borrowing, cash advances or pledges to pay",
        ),
        zh=frames(
            "zh",
            """
            advise_source: {advise}....{lend_source}
            source_borrow: {lend_source}....{borrow}
            borrow_source: (?:{borrow}|先|去|从|找|用|上|到)..{lend_source}....(?:还|补|填|出来|先|过|垫|顶|用|救|借|贷|周转|应|弄|上)
            limit: (?:还有|剩|没用完|提额|临时|可用|总有|应该有|肯定有|没有)(?:点|些|的|别的)?..额度....(?:提|刷|取|借|用|套|出来|先|转|还|填|点|补|周转)?
            old_new: (?:借新还旧|以贷养贷|以卡养卡|拆东(?:墙)?补西(?:墙)?|先借(?:点|一笔|出来|着|来|过来|了)|借(?:一|出)?(?:笔|点|些)(?:钱|来|出来|过来)?(?:先)?(?:还|填|补|垫|把))
            click: (?:点|申请|注册|下载|办|开)(?:一下|个|一个|一张|几下|一笔)..(?:就|马上|立刻|秒|当天|几分钟|五分钟|十分钟)..(?:到账|下款|放款|批|出来|下来|有钱)
            introduce: (?:我|我们|这边)(?:可以)?(?:给|帮|跟)?[您你]?(?:介绍|推荐|找|联系|认识)(?:一?个|几个|家|一家)?..(?:人|渠道|平台|公司|朋友|口子|中介|放款|路子|产品|老板)....(?:放款|下款|借|贷|利息|当天|周转|钱|到账|不看征信|快|过桥)
            pawn_off: (?:把|拿)..(?:车|房|链子|戒指|手机|首饰|东西|电脑).{0,6}(?:当了|押了|押出去|卖了|抵了|出手|典当|当掉)
            pawn: (?:车|房子|房|首饰|金|手机|电脑|家电|东西|牛|猪|设备).{0,8}(?:抵押|抵出去|抵了|押了|当了|典当|变卖|卖了|卖掉|出手).{0,8}
            card_swap: (?:别的|其他|另外|另一张|其它|那张|新办).{0,4}(?:卡|信用卡).{0,8}(?:刷|取|套|提(?!前)|倒|垫)
            swipe: (?:卡|信用卡)..(?:刷|套|取|倒)(?!不)(?:一?个|一?点|[一二两三几五]千)?..(?:出来|补|填|垫|先)
            can_borrow: (?:就能|都能|能|可以|随便|点两下|几分钟)(?:就)?(?:借|贷|下款|下)(?:出|到|点|几|五|三|一|两|钱|款)
            elsewhere: (?:从|去|找)(?:别家|别处|别的地方|其他地方|哪儿|哪里|别人那)..(?:挪|倒|借|凑|转|弄|拿)
            juggle: (?:先|再)?(?:倒|挪|腾|拆)(?:个|一倒|一挪|一下|[一二两三几五]千|点)..(?:就|先|出来|过去|嘛|来|呗|还|,)
            take_loan: (?:办|申请|弄|做|搞|贷|借)(?:个|一个|笔|一笔|点|出)..(?:消费贷|贷款|网贷|信用贷|平台|出来)..(?:把|来|先|还|清|补|平)
            fast_loan: (?:借钱|贷款|借款)..(?:多方便|很方便|方便得很|容易|简单|快得很|很快)
            minutes: (?:刷(?:个|一下)脸|几分钟|五分钟|十分钟|半小时|当天|秒)..(?:到账|下款|放款|批下来|批)
            pledge: (?:保单|公积金(?!贷款)|房产证|行驶证|社保(?!卡)|保险|房本|大本).{0,6}(?:可以|能|去)?..(?:质押|抵押|贷|借|信用贷)
            roll: (?:这张还那张|那张还这张|先转起来|转起来|滚动|先滚|倒着还|来回倒)
            apply_then_pay: (?:申请|批|下款|放款|到账)..(?:下来|了|以后|完)..(?:直接)?(?:还我们|还这边|还进来|填|还银行)
            advance: 先?(?:支|预支|透支)(?:个|点|[一二两三四五六七八几])?(?:千|百|个月|点|一部分)
            lend_out: (?:贷|借)(?:一笔|点|个|一点)(?:出来|来|先|过来|把|还)
            cash_out: (?:取现(?!金)|套现|预借现金)
            platforms: (?:网上|手机上|到处|现在).{0,6}(?:平台|软件|口子|app)..(?:申请|点|借|下|贷|随便)
            blood: (?:卖血|卖肾|卖房|砸锅卖铁)
            """,
        ),
        en=frames(
            "en",
            """
            advise_source: {advise}....{lend_source}
            borrow_source: {borrow}....{lend_source}
            source_borrow: {lend_source}....(?:pay|cover|borrow|use|take|get|send|right_there|easy|approved|minutes|same_day|and_then|square)
            loan: (?:take_out|get|apply_for|grab|pick_up)_(?:a|another|one_of_those|an)_(?:\\w+\\s+){0,2}(?:loan|advance|line_of_credit)
            source_there: (?:there's|there_is|they'd|they'll|they)..{lend_source}....(?:give|cash|money|today|right|easy|quick|minutes|cut_you|front_you|spot_you)
            room: (?:room|space|credit|limit|available)_(?:left_)?on..(?:your|that|the)..(?:card|discover|visa|mastercard|amex|line|capital_one)
            run_it: (?:run|put|throw|charge)_(?:it|this|that)_(?:through|on|to)_(?:that|another|your_other|a_different|the_other)
            apps: (?:apps?|places?|companies|lenders?)..(?:that'll|that_will|who'll|will|that|can)..(?:give|lend|front|advance|spot|loan)_you
            pawn: (?:pawn|sell|hock|sell_off|get_rid_of)_(?:your|the|that|some|something)....
            plasma: (?:sell|donate|donating|selling)_(?:your_)?(?:plasma|blood)
            """,
        ),
        confidence=0.8,
        shelters=frozenset(("denied", "denied_inside", "denied_after", "quoted", "warned")),
        when=_not_advised_against,
    ),
    Kind(
        Text("逼客户向亲友借款来还", "Pushes the customer to borrow from family or friends"),
        zh=frames(
            "zh",
            """
            people_borrow: (?:找|跟|向|问|让|叫|请|管|求|从){lend_people}..(?:们|那|那里|那边|都|先|帮|那儿)*..(?:借|凑|周转|垫|拿|挪|支持|帮(?:您|你|忙|一?把)|转|要|开口|张口|支援|想想办法|先还|打|救急|出)
            people_around: (?:身边|家里|老家|周围|朋友|亲戚|兄弟|同事|亲朋好友|圈子)(?:里|那么多|这么多|总有|就|都|总|有没有|难道|肯定|也)*..(?:没(?:有)?(?:一个|人|能)|有(?:个|人|能)|能|可以|肯)..(?:借|凑|周转|帮|垫|拿|出)
            mouth: (?:张|开)(?:个|不了|一下|一次|张)?(?:口|嘴)..(?:借|跟|找|问|凑|周转|就有|不就有)
            kin_mouth: (?:找|跟|向|问){lend_people}(?:们|那边|那儿)?(?:去)?(?:张|开)(?:个|下|一下)?(?:口|嘴)
            ask_mouth: (?:跟|找|向|问)(?:他|她|他们|她们|人家)(?:张|开)(?:个|张|一下|一次)?(?:口|嘴)
            borrow_around: (?:(?:去|出去|到处|四处|怎么不|赶紧)(?:借|凑)|(?:先|再|想办法|不会|可以|能不能|能|试着)借)(?:一借|一凑|一下|借|凑|点|钱|个|几|出|来|过来|到|齐|三|五|一|两|得)....
            borrow_even: (?:借|凑|抢|偷|卖)(?:也|都)(?:要|得|给我)(?:借|凑|还|弄|抢)....
            prepay: (?:预支|提前(?:支|领|预支)|跟(?:老板|公司|单位)(?:借|支|预支))..(?:工资|薪水|一个月|点|钱)?
            """,
        ),
        en=frames(
            "en",
            """
            people_borrow: (?:borrow|get_it|get_the_money|get_some|ask|hit_up|call|lean_on|tap|go_to|turn_to|reach_out_to|talk_to|beg|come_up_with_it)..(?:from_|to_)?(?:your_|a_|some_|any_|one_of_your_)?{lend_people}....(?:borrow|loan|lend|spot|help|cover|money|float|front|from|it|cash|for_it|chip_in|hundred|pay)
            people_could: (?:your_|a_|somebody|someone|any|anyone|anybody|no_one){lend_people}?..(?:could|can|can't|who_could|who_can|willing_to|to)..(?:lend|loan|spot|front|float|help_you_out|cover_you|chip_in|borrow)
            borrow_from: (?:borrow|borrow_it|borrow_the|borrow_some|borrow_money)..from....
            """,
        ),
        confidence=0.75,
        shelters=frozenset(("denied", "denied_after", "quoted", "warned")),
        when=lambda reading, turn: (
            not says(turn.text, language(reading), "care")
            and not _ADVISES_AGAINST.search(turn.text)
        ),
    ),
)
