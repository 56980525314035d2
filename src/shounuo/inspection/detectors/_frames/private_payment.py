"""Ways of asking for money into a person's own hands, or for a favour."""

from __future__ import annotations

from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Kind
from shounuo.kernel.text import Text

KINDS = (
    Kind(
        Text("要求把钱付到个人手中", "Asks for payment into somebody's own hands"),
        zh=frames(
            "zh",
            """
            to_private: {transfer}..{private_owner}(?!行|们行)..{pay_channel}
            cash_visit: (?:现金|现钱|钱).{0,10}(?:过去|上门|下午|晚上|明天|我来|我去|等下)..(?:拿|取|收)(?!到)
            is_ours: (?:转|打|存|付|汇)(?:到|给|进)?....(?:是|叫|写的?)我(?:们)?(?:会计|主管|经理|同事|财务|老婆|老公|朋友|自己|领导|组长)的?
            by_me: (?:钱|款|[千百万])(?:先)?(?:打|转|给|放|存|交)(?:到|在|给)?我(?:这|这里|这儿|这边|手上|手里|名下)(?!行)
            private_to: {private_owner}(?!行)..{pay_channel}....(?:转|打|付|扫|存|汇|发|充|收|先)
            private_direct: (?:转|打|付|汇|存|交|扫|充)(?:到|给|进|一下|一个|个)?..(?:我(?:个人|私人|自己|本人|名下|的)?(?:的)?(?:卡|账户|账号|微信|支付宝|收款码|二维码|户头|银行卡)|个人账户|个人账号|个人卡|私人账户|私人卡|私账|私户|我(?:们)?(?:主管|经理|领导|财务|会计|同事|老婆|老公|朋友|组长)(?:的|个人)?(?:卡|账户|账号|微信|支付宝|收款码|户头|名下)?)
            my_code: (?:我|我这边|我这|我自己)(?!行)..(?:给|发|报|念|把)[您你]?..(?:收款码|二维码|付款码|卡号|账号|收款)....(?:扫|转|付|打|就行|过来)?
            scan_me: (?:扫|加)(?:一下)?我(?:的|这个|个人)?(?:微信|支付宝|码|二维码|收款码)....(?:转|付|打|还|发|红包)
            wx_pay: (?:微信|支付宝)(?:上|里)?(?:直接)?(?:转|发|打|付)(?:给|个|一?个)?(?:我|红包)
            cash_me: (?:现金|现钱|钱)(?:直接)?(?:给我|交我|交给我|拿给我|塞给我|放我|我来收|我上门收|我去拿|我过去取|我来拿|我代收|我帮[您你](?:交|存|还))
            me_relay: (?:先)?(?:转|打|付|交|给|发)(?:给|到|过)?我(?:这(?:里|儿|边)?|们?主管|们?经理|老婆|朋友)?(?:就行|就可以|就好|再|来|帮[您你]|替[您你]|代[您你]|给[您你]|统一|先)....(?:还|存|交|入|进去|处理|办|操作|入账|平)?
            help_pay: 我(?:来)?(?:帮|替|代|给)[您你](?:存|还|交|充|入|垫|操作)(?:进去|进系统|掉|上|款|账)?....(?:转|打|给|付|发)(?:给|到)?我
            ceo_card: (?:户名|收款人|开户名|持卡人)(?:是|写|叫|姓)?..(?:我(?!行|们公司|司|们行)|我们?主管|经理|个人|一个人|王|李|张|刘|陈|杨|赵|周|吴|孙)..
            otp: (?:验证码|密码|短信码|动态码)..(?:给我|报给我|告诉我|念给我|发给我|发我|报一下|念一下)
            my_way: (?:走|从|通过|经)我(?:这|这里|这儿|这边|个人|手上|手里)(?!行)..(?:走|还|给|少|优惠|快|便宜|处理|操作|就|我)
            gift_me: 给我(?:买|送|带|拿|搞)..(?:条|包|瓶|箱|点|两|一)?(?:烟|酒|茶|礼|东西|水果|红包)
            skip_official: (?:不要|别|不用)(?:走|打|转|还|存)..(?:对公|公司|app|系统|官方|银行).{0,10}(?:转|打|付|走|给|到)..(?:我|个人|私人|微信|这个)
            """,
        ),
        en=frames(
            "en",
            """
            my_channel: (?:my|my_own|my_personal|my_supervisor's|my_manager's|my_wife's|my_husband's|my_buddy's|a_friend's|my_boss's|my_coworker's)_(?:\\w+_)?{pay_channel}
            to_me: (?:send|wire|pay|zelle|venmo|cash_app|cashapp|paypal|transfer|mail|hand|bring|make_it_out|made_out|shoot|put_it|deposit|write_it|western_union)_(?:it_|the_money_|that_|cash_|the_cash_|me_|payment_|the_payment_|a_check_|money_)?(?:\\w+_){0,3}?(?:to_me|me_directly|to_my|straight_to_me|directly_to_me|out_to_me|in_my_name|to_my_name|into_my|me_personally|on_my|through_my)
            that_is_mine: (?:zelle|venmo|cash_app|cashapp|paypal|send|wire)_it_to....(?:that's|it's|that_is|which_is)_(?:mine|my_own|me)
            app_me: (?:zelle|venmo|cash_app|cashapp|paypal)_(?:me|it_to_me|it_over_to_me|it_to_my)
            send_me_app: (?:send|shoot|get|give|text|pay)_me....(?:zelle|venmo|cash_app|cashapp|paypal|gift_card|gift_cards|western_union|moneygram|cashtag|apple_pay|bitcoin)
            check_me: (?:make|write|cut)_(?:the_|a_|that_|your_|out_the_)?(?:check|money_order|cashier's_check)_(?:out_)?to_(?:me|my)
            cash_pickup: (?:pick_up|collect|grab|come_get|come_by_for|swing_by_for|pick)_(?:up_)?(?:the_|your_|that_)?cash
            gift: (?:gift_cards?|prepaid_cards?|green_dot|itunes_cards?|google_play|bitcoin|crypto)....(?:read|numbers?|scratch|pay|send|load|buy|get|pick_up|codes?)
            buy_gift: (?:buy|get|pick_up|grab|load)..(?:gift_cards?|prepaid_cards?|green_dot|bitcoin)
            personal: (?:personal|private)_(?:account|zelle|venmo|paypal|cash_app|cashapp)
            """,
        ),
        confidence=0.85,
        shelters=frozenset(("denied", "denied_inside", "denied_after", "quoted", "warned")),
    ),
    Kind(
        Text("索要好处费或额外费用", "Asks for a fee or a favour for himself"),
        zh=frames(
            "zh",
            """
            fee: (?:给|转|打|发|付|交|收|意思|表示|包|先)..(?:我|我们|点|个|[一二两三五六八几\\d]+(?:百|千|万)?(?:块|元)?)..{fee}
            fee_then: {fee}....(?:我(?:就)?(?:帮|给|替)[您你]|(?:罚息|利息|违约金|滞纳金)(?:我)?(?:全|都|就)?给[您你](?:抹|免|销|划)|压|拖|不催|搞定|协商|消|删|处理|办|打点)
            """,
        ),
        en=frames(
            "en",
            """
            cash_ready: (?:have|get|got|keep)_(?:the_|that_|your_)?(?:cash|money)_(?:ready|with_you|on_you|for_me|waiting)
            slip: (?:slip|tip|grease)_me_(?:\\w+_){1,3}?(?:hundred|bucks|dollars|something|twenty|fifty|cash)
            fee: (?:something|a_little|little_something|a_hundred|fifty|twenty|hundred_bucks)_(?:extra_)?(?:for_me|for_my_trouble|on_the_side|under_the_table)
            """,
        ),
        confidence=0.75,
        shelters=frozenset(("denied", "denied_inside", "denied_after", "quoted", "warned")),
    ),
)
