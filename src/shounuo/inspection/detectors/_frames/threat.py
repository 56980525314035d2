"""Ways of menacing, to whoever is on the line."""

from __future__ import annotations

import re

from shounuo.inspection.detectors._lawful_visit import courteous_visit
from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Kind
from shounuo.inspection.frames.match import says
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.text import Text


def _not_welfare(reading: Reading, turn: TurnReading) -> bool:
    """Help lines and safety words for the person on the line are care, not menace."""
    return not says(turn.text, "en" if reading.english else "zh", "care")


_KINDLY = re.compile(
    r"节哀|好些了|好点了|好转|要紧|照顾好|恭喜|祝[您你福]|保重|辛苦|早日|理解|方便(?:吗|接|的话|再|听|说)|回(?:[您你])?(?:电|个电话)|再(?:给[您你]打|联系|打)|避开|打给[您你]|给[您你]打电话|您说您|登记|记(?:下|录)|安心|养病|恢复|没有(?:跟|对|向)|征信|政审|考公|信用|录取|退回|老师|黑名单|核对|还款|资料|分期|开销|负担|多少钱|收入|补助|医保|报销|费用"
    r"|congrat|take care of|feel better|i'm sorry|sorry to hear|call (?:you )?(?:back|another)|better time|good time|hope (?:she|he|they|you)|recover|expenses|income|childcare|budget|who (?:handles|helps)|helps? you|handle it|handles the"
)


def _no_business_with_kin(reading: Reading, turn: TurnReading) -> bool:
    """Neither sympathy, nor a time for the next call, nor the household's means: then why name them?"""
    return _not_welfare(reading, turn) and not _KINDLY.search(turn.text)


def _menacing_visit(reading: Reading, turn: TurnReading) -> bool:
    return not courteous_visit(reading, turn)


KINDS = (
    Kind(
        Text("直接以暴力或人身伤害相威胁", "Threatens violence or bodily harm outright"),
        zh=frames(
            "zh",
            """
            violence: {violence}
            break: (?:打|敲|卸|剁|砍|弄)(?:断|掉|下|折)?[您你他她](?:的|家|一)?.{0,4}(?:腿|手(?![机上头里续])|胳膊|指头|脚(?!步))
            blood: (?:见|放)点?血(?!豆腐|[肠压糖型检])
            cannot_leave: 让[您你].{0,6}(?:出不了|走不出|进不了|回不了|下不了).{0,4}(?:门|家|城|村|厂|床)
            """,
        ),
        en=frames("en", "violence: {violence}"),
        confidence=0.95,
        shelters=frozenset(("denied", "denied_after", "quoted", "warned")),
    ),
    Kind(
        Text("以不明说的后果恐吓", "Menaces with consequences left unsaid"),
        zh=frames(
            "zh",
            """
            menace: {vague_menace}
            wait: (?:[您你]|那)(?:就|给我)?(?:等着(?!我|接|短信|通知|收|法院)|等着(?:吧|看|瞧)|走着瞧|掂量掂量)
            ways: (?:有的是|多的是|有一百种|有很多)(?:办法|法子|手段|路子|招|人).{0,8}(?:治|对付|收拾|找|弄|让|叫|陪|整|请)?
            other_client: (?:之前|以前|上次|上回|上个月|上一个|前一个|有个|也有).{0,10}(?:客户|人|哥们|老板|那个|那位).{0,24}(?:腿断|断了|拄着?拐|打着?石膏|躺着|摔|车祸|住院|进了医院|出事|出了事|跳楼|家破|离了|没了)
            hang_up: 再(?:敢)?(?:挂|拉黑|不接|关机|躲).{0,8}(?:试试|看看|一次)
            method: (?:办法|法子|手段)(?:多的是|多得很|有的是)
            not_just_calls: (?:就|可|就可|可就|到时候)?(?:不是|不会是|不只是|不光是|不止是|不仅仅是)(?:我)?(?:打(?:打|几)?(?:电话|几通)|在?电话里).{0,8}(?:简单|的事|了|讲|说)
            only_calls: (?:以为|觉得|当)..我(?:们)?(?:就)?只(?:会|能|敢|是)(?:打|在).{0,3}电话
            polite_now: (?:我|我们)?现在?(?:是|还)(?:好好|客客气气|跟[您你]好好|好声好气|好言好语|在?跟[您你]客气|给[您你](?:留|面子|机会|脸)).{0,20}(?:再|换|下次|以后|到时候|别|就|不)
            good_words: (?:好话|丑话|难听的?话?|狠话|话)(?:我)?(?:说|讲|撂|放)(?:在)?(?:前头|前面|尽|完|这儿|这里|到这)
            dare: [您你](?:敢|有种|有本事)(?:就)?(?:不还|挂|试|躲|再|跑|拖|关机|别接|不接|报警|赖)
            make_regret: (?:让|叫|要|会让|会叫)[您你]....(?:后悔|好看|难看(?!出)|知道(?:什么叫|厉害|滋味|下场|后果)|尝尝|长长记性|长记性|不敢|这辈子|一辈子|没法|过不|睡不|翻不了身|活不|没好|哭)
            try: (?:不信|不然|不服)(?:的话)?[您你]?(?:就)?(?:试试|等着|走着|看看)
            no_peace: (?:别想|休想|甭想|不要想|就别).{0,8}(?:过安生|安生|安稳|好过|消停|清净|清静|过年|过个好年|睡|太平|过好日子)
            others_come: 有(?:专门|专业|别|其他|另外)的?人.{0,4}(?:去|来|到|上门)(?:家|单位|府上)?找[您你]
            live_with: (?:这事|事情|我们|我)(?:跟[您你])?没完
            """,
        ),
        en=frames(
            "en",
            """
            menace: {vague_menace}
            or_else: or_else(?!\\s+(?:can|could|would|should|do|is|might|has|did))
            not_mine: what_happens..(?:isn't|is_not|won't_be|not)..(?:responsib\\w*|on_me|my_problem|my_fault|up_to_me|my_concern)
            games: (?:don't|do_not|stop|quit)_(?:you_)?(?:play|playing)_(?:games|with_me|dumb_with_me)
            pity: (?:be|such|real|what)_a_(?:real_)?(?:pity|shame)
            again: (?:call|calling|dial)..again..again
            knocking: (?:he'll|they'll|he_will|they_will|someone_will|somebody_will|guys?)..(?:knocking|knock|waiting|paying_you|drives_by|drive_by|watching)
            know_what: (?:you|u)_(?:know|don't_know)_what_(?:happens|we_do|i_do|can_happen)_(?:to|when)....(?:people|folks|guys|don't|ignore)
            last_one: (?:the|my|our)_last_(?:guy|person|one|lady|fella|man|woman|customer)_(?:who|that)....(?:found_out|finds_out|learned|wishe\\w+|regret\\w*|hospital|sorry|hard_way|limp\\w*)
            behind: (?:check|checking|watch|watching|look|looking)_(?:(?:in|over|behind)_)?(?:my|your|the)_(?:rearview_)?(?:mirrors?|shoulder|back)
            same_way: (?:take|walk|drive|jog|ride)_(?:the_same|that_same|that|the_back)_(?:road|route|way|path|street)_home....(?:night|dark|alone|quiet)
            nice_now: (?:i'm|i_am|we're|i've_been|we've_been)_(?:being|trying_to_be)?\\s*(?:real|very|so|pretty)?\\s*(?:nice|polite|patient|friendly)....(?:now|so_far|but|next|won't|until|yet)
            ways: (?:we|i)_(?:have|got|'ve_got)_(?:ways|other_ways|our_ways|methods)_(?:of|to)....
            """,
        ),
        confidence=0.85,
        shelters=frozenset(("denied", "denied_after", "quoted", "warned")),
        when=_not_welfare,
    ),
    Kind(
        Text(
            "点出家人的行踪、处境或弱点，与还款无关，暗示可及其人身",
            "Brings up a relative's whereabouts or frailty, which the debt has no need of: a veiled menace",
        ),
        zh=frames(
            "zh",
            """
            kin_where: {child|parent|spouse} & {school|routine|watch} & {mishap|frail|routine}
            kin_place: (?:[您你]|家|那|他|她).{0,6}{child|parent|spouse}..(?:在|去|到|上|是)..{school}
            kin_frail: {parent|spouse|child|kin} & {frail} & {mishap|arrive|other_hands|not_so_kind|routine}
            kin_frail_you: [您你](?:家|们家|的)?.{0,4}{parent|spouse|child}.{0,12}{frail}
            kin_mishap: {child|parent|spouse} & (?:出(?:点|了|什么|个)?(?:事|意外|闪失|状况)|三长两短|磕着|碰着|有(?:个|什么)?闪失|碰(?:上|到)(?:点)?(?:什么|事)|吓(?:着|到|出|得)|受(?:惊|不得)|半夜|敲门|惊吓|走丢|落单|一个人(?:走|回|在家|坐))
            near_home: {parent|spouse|child|kin} & (?:离|就在|隔|住)..(?:家|那|县|村|小区|学校|很近|不远) & (?:分钟|骑车|开车|几步|我们(?:有|的)?(?:人|同事|兄弟|朋友)|过去|随时)
            watch_kin: (?:看好|看紧|看住|照看好|盯好|看好了)[您你]?(?:的|家|们家)?{child|parent|spouse}
            kin_school_out: {child}(?:是不是)?.{0,6}(?:几点放学|点半放学|几点下课|哪个班|几班|读几年级|上几年级|谁接|谁去接|谁送)
            route_care: (?:放学|下夜班|晚上|夜里|出门|回家|走夜路|上下班|接送|路口|那段路|那条路|巷子).{0,10}(?:车多|小心(?!驾驶)|当心|留神|上点心|不(?:好走|安全|太平)|没(?:路灯|监控)|黑|挺乱|别抄|走大路|留个?心眼|多留)
            property: {property} & {property_hint}
            """,
        ),
        en=frames(
            "en",
            """
            kin_where: {child|family} & {school|routine|watch} & {mishap|frail|routine}
            kin_school: (?:your|the|those)_(?:\\w+_){0,2}{child} ..(?:goes|go|at|over_at|attends|in|gets_out|get_out|gets_off|rides|walks|are_at)_..{school}
            kin_frail: {child|family} & {frail} & {mishap|arrive|routine|watch}
            kin_mishap: {child|family} & (?:be_a_shame|real_shame|hate_for|hate_to_see|god_forbid|something_(?:to_)?happen\\w*|anything_(?:to_)?happen\\w*|get_hurt|gets_hurt|things_happen|watch_out_for|accident\\w*|get_upset)
            watch_kin: (?:keep|better_keep)_(?:a_close_|an_)?eye_on_(?:your|those|that|the)_{child|family}
            property: {property} & {property_hint}
            """,
        ),
        confidence=0.85,
        shelters=frozenset(("quoted", "warned", "denied")),
        when=_no_business_with_kin,
    ),
    Kind(
        Text("以换人或他人的手段相威胁", "Menaces with others who will be less kind"),
        zh=frames(
            "zh",
            """
            hands_unkind: {other_hands} & {not_so_kind}
            hands_arrive: {other_hands} & {arrive}
            face_to_face: (?:到|去|上|在)[您你].{0,5}(?:楼下|门口|家|单位|公司)..(?:当面|面对面)....
            unkind: (?:换|来|派|叫|找|让|交|转|给)..(?:个|谁|别人|人|同事|一组|一批|一拨|部门).{0,10}{not_so_kind}
            arrive_hands: (?:带|派|叫|喊|找|安排|招呼|拉)(?:着)?(?:几|一|两|三|些|一帮|一车|人|兄弟|弟兄|小伙|社会|朋友|当地)..(?:个)?(?:人|兄弟|弟兄|小伙子|朋友|伙计)?....(?:家|单位|公司|学校|村|厂|店|找[您你]|坐|住|堵|门口|楼下|聊聊|看看|会会|走一趟|转转)
            send_stay: (?:派|安排|叫|找|让|带)..(?:人|同事|兄弟|伙计)..(?:去|到|上|住|坐|吃|睡|蹲)..[您你]?(?:们)?(?:家|店|单位|公司|楼下|门口).{0,6}
            stay: (?:住|坐|睡|待|呆|吃|蹲|守)(?:在|到)?[您你](?:们)?(?:家|单位|公司|店|厂|门口|楼下).{0,6}(?:不走|里|门口|去|着|喝|吃|几天|到)?
            block: (?<!不)(?:堵|蹲|围|守|拦)(?:在|着|住)?[您你](?:的|家|们|单位|公司)?.{0,3}(?:门|人|车|路|楼下|上下班)?
            friends_there: (?:我|我们)(?:在)?[您你].{0,6}(?:有人|有朋友|有兄弟|有的是人|有熟人|认识人)
            """,
        ),
        en=frames(
            "en",
            """
            hands_unkind: {other_hands} & {not_so_kind}
            hands_arrive: {other_hands} & {arrive}
            arrive_unkind: {arrive} .... {not_so_kind|vague_menace}
            send: (?:send|sending)_(?:some|a_couple|a_few|two|three|the|our|my|couple)..(?:guys|boys|people|friends|men|fellas|dudes)
            """,
        ),
        confidence=0.85,
        when=_menacing_visit,
    ),
    Kind(
        Text(
            "以掌握行踪、无处可躲相恐吓", "Menaces by saying the person is watched and cannot hide"
        ),
        zh=frames(
            "zh",
            """
            know_where: (?:我|我们|这边)?(?:都|早就|可是|也|全|当然)?(?:知道|清楚|掌握|查到|摸清|查得到|打听到)..(?:[您你](?:家|住|老家|爸|妈|父母|老婆|老公|孩子|儿子|女儿|小孩|每天|几点|在哪|人在|现在|开|停|的?车|的?快递|常去)).{0,10}
            kin_known: [您你]..(?:家|老婆|老公|爸妈|父母|孩子|儿子|女儿|车).{0,12}(?:我们?)(?:都|全|早)?(?:清楚|知道|掌握|查|有数|门儿清|一清二楚)
            think_lost: 以为.{0,14}(?:找不到|找不着|查不到|拿[您你]没办法|没办法|奈何不了|怕[您你])
            find: (?:我们?|照样|总|也|早晚|迟早|随时)(?:都)?(?:能|会|可以)?(?:找得到|找得着|找到|逮得到|逮到|堵到)[您你].{0,8}
            nowhere: (?:[您你])?(?:躲|跑|逃|藏)(?:到)?(?:哪|天边|天涯|哪儿|哪里|老家|外地|国外).{0,10}(?:都|也|没用|找|能)
            hide_useless: (?:(?:躲|逃|藏)(?:是)?(?:没用|不掉|不了|不过|得了初一|得掉|得了吗|得过)|[您你](?:是)?跑不(?:了|掉))
            watched: (?:盯着|盯上|盯住|跟踪|尾随|一直跟着|有人(?:看|跟)着)[您你](?!的(?:账|短信|还款)|图|吃).{0,8}
            moves: [您你].{0,4}(?:一举一动|行踪|动向|去哪|见了谁).{0,10}(?:知道|清楚|掌握|看|盯)
            parcel: (?:快递|外卖|收货|送餐)地址.{0,12}(?:查|知道|有|掌握|拿到)
            inner_source: (?:内部|关系|特殊|熟人)(?:关系|渠道|路子)?.{0,8}(?:查到|查了|拿到|弄到|搞到|调出).{0,12}
            seen_car: (?:[您你]那?(?:辆|台)?.{0,6}车).{0,8}(?:停在|停的|天天停|每天停).{0,10}
            """,
        ),
        en=frames(
            "en",
            """
            know_where: {watch} ....(?:live|lives|work|works|house|kids|wife|park|parks|drive|hang|eat|school|sleep|stay|door|car|truck|doing|are|mom|mother|you)
            watched: (?:we're|i'm|we've_been|been|someone's|somebody's)_(?:watching|following|tracking)_(?:you|your)
            saw: (?:i|we)_(?:saw|see|noticed|drove_by|drove_past|went_by)_....your_(?:house|car|truck|place|porch|kids|wife|driveway|lights)
            """,
        ),
        confidence=0.85,
        shelters=frozenset(("denied", "denied_inside", "quoted", "warned")),
    ),
    Kind(
        Text("以反复来电滋扰相威胁", "Threatens to harass with calls"),
        zh=frames(
            "zh",
            """
            bombard: {harass_call}
            every_day: (?:天天|每天|一天|半夜|凌晨|二十四小时|没日没夜|随时)..(?:打[您你]|给[您你](?:打|call)|打到|轰|骚扰)....(?:到|几十|几百|个|次|遍|为止|[您你]|不停|接)?
            numbers: (?:换|用)(?:着|个|几十个|不同的?|无数个?)..(?:号|号码|手机|电话)..(?:打|轰|联系)
            until: 打到[您你]....(?:为止|接|还|关机|停机|崩溃|疯|烦|换号)
            """,
        ),
        en=frames("en", "bombard: {harass_call}"),
        confidence=0.85,
        shelters=frozenset(("denied", "denied_inside", "denied_after", "quoted", "warned")),
    ),
    Kind(
        Text("以上门滋扰相威胁", "Threatens a visit as a menace"),
        zh=frames(
            "zh",
            """
            visit_menace: {arrive} ....(?:坐坐|聊聊|喝茶|会会|看看|好好|问问|要个说法|讨个说法|闹|拉|搬|抵|住下|不走|热闹|见见|让大家|当面|脸|难看|就知道|等着|算账|要人|过年)
            visit_kin: {arrive} ....(?:跟|找|和|问|让|见|看看|拜访)..{parent|spouse|child|neighbourhood|workplace}
            visit_or: (?:不还|不接|再不|还不|不处理|不来|不然|否则|不交)....(?:我们|我|就|只能|只好|直接|派人|让人|有人)..{arrive}
            enter: (?:让开|别挡|进去看看|进去搜|翻一翻|搬东西|拉东西|抵债|值钱的)....(?:抵|搬|拉|进|值钱|看看)?
            tomorrow: (?:明天|今晚|晚上|后天|马上|过两天|这两天).{0,6}(?:派人|带人|叫人|有人|兄弟|我们的人|我带|我们就|就有人)....(?:找[您你]|[您你]家|单位|公司|门口|楼下|老家|上门|到|去)
            """,
        ),
        en=frames(
            "en",
            """
            visit: (?:we'll|we_will|i'll|i_will|gonna|going_to|have_to|somebody_will|someone_will|they'll)_(?:just_)?{arrive}
            visit_or: (?:or|unless|otherwise|if_you_don't|if_i_don't)_....{arrive}
            """,
        ),
        confidence=0.75,
        when=_menacing_visit,
    ),
)
