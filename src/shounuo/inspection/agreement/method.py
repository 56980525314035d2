"""How the customer will pay, by the words used."""

from __future__ import annotations

import re

from shounuo.kernel.patterns import quick_pattern

# First match wins, so the narrower way stands before the wider one.
_ZH = (
    ("auto_debit", r"自动(?:扣|划|转|口)|代[扣口]|批扣|系统(?:会|再|自动)?扣|扣走|(?:重新|再)(?:发起)?扣一?[次回]|(?:你们|恁们?|你们自己|你们直接|直接|工资卡|卡头)[扣口](?=[嘛吧呗就走那它尾一二两三四五六七八九]|我|$)|(?:从|在).{0,12}卡(?:里|上|自动)?.{0,2}扣|等着?扣|再扣一次|(?<!改)扣款(?!卡)|自动还款|自己扣|它扣"),
    ("other", r"扫(?:我|他|她|你)?的?码|收款码|(?:微信|支付宝)(?:里|上)?(?:的)?(?:小程序|零钱)|(?:姐|哥|总|经理|会计|老师|主管)(?:的)?卡(?:上|里)?|(?:个人|私人)(?:的)?(?:账户|账号|卡|微信|收款)|(?:微信|支付宝)(?:直接)?(?:给|上)?(?:转|付|还|扫|打|红包)|(?:转|打|付)(?:到|给|进)?(?:我|他|她|你)?(?:的)?(?:这个)?(?:微信|支付宝)|转给?我(?:微信|支付宝|个人|私人|的?卡)|atm|柜员机|自助机|存款机|机器上存|现钱给|便利店|(?:网页|官网|网站)(?:上|里|登录)?|刷卡你们那|云闪付"),
    ("counter", r"柜台|柜面|柜上|窗口|网点|门市|门店|营业厅|营业部|营业所|分公司|服务[点站]|大厅|前台交|(?:到|去|来|上|回)(?:你们|恁|咱|你)?(?:的|那个?)?店里?(?!铺)|(?:到|去|来|上)(?:你们|恁|咱)(?:公司|那(?:儿|边|里|块|个点)?)(?=.{0,6}(?:交|办|还|刷|给|$))|(?:来|过去|过来|跑一趟|去那(?:里|儿))(?:当面)?交|当面(?:交|还|给)|(?:带|拿)(?:着)?(?:现金|现钱)(?:过?[来去])|(?:到|去|来)(?:你们)?(?:银)?行里|支行|去银行|到银行|镇上"),
    ("bank_transfer", r"银行卡转|跨行转|u盾|公账|公司(?:打|转)|[划汇]给(?:你们|公司)|直接划|出纳|网银|(?<!手机)银行转|对公|汇款|汇过|电汇|(?:会计|财务|出纳).{0,4}(?:转|打|付)|账号.{0,4}发|公户|公司户|手机银行(?:上|里|给你们?)?(?:再)?(?:转(?!人工)|打(?!开|不)|汇)"),
    ("app", r"app|[爱诶艾]屁屁|诶皮皮|手机银行|客户端|(?:进|在)(?:你们|恁)?(?:那个)?程序里|手机(?:上|里)?(?:还|付|点|弄|整|操作|转|交|缴|搞|按)|走手机|手机上|拿手机|用手机|手机(?=[一二两三四五六七八九\d]+[万千百十元块]|$)|软件|掌上|掌银|小程序|公众号|网上|线上"),
    ("bank_transfer", r"(?:公司|单位)(?:的)?(?:账|户)|还款账户|账户(?:走|给|转)|走账户|转账|转(?:到|给|进|过去)|打(?:到|进|过去|款)"),
    ("other", r"微信|支付宝|扫(?:码|给|一下)|二维码|现金|现钱"),
)  # fmt: skip
# A way he does not take: 不用app, 不要转到, not by card.
_NOT_ZH = (
    r"(?:不用|不要|不是|不能|不会|从不|绝不|千万别|别)(?:再)?(?:转|打|汇|付|扫)(?:到|给|进)?(?:我|任何|别|其他|私)*(?:个人|私人|人)?(?:账户|账号|卡)?|(?:不用|别用|不走|不要|别|没有|不会|不能|不去|懒得去)(?:再)?(?:用)?(?:app|手机(?:银行)?|微信|支付宝|柜台|网点|门店|窗口|转账?|网银)(?:转|给)?"
    # A way that will not do: 网点太远了, 软件登不上.
    r"|(?:柜台|柜面|网点|门店|窗口|营业厅|银行)(?:那边)?(?:太|也|又|都)?(?:远|排队|人多|下班|关门|不开门|没开|休息)"
    r"|(?:app|软件|手机(?:银行)?|网银|程序|公众号)(?:我|也|又|都|老|一直)?(?:登不|打不开|用不|不会|弄不|搞不|整不|密码忘|卸|坏|闪退|找不到|限额)"
)
_NOT_EN = (
    r"\b(?:not|don't (?:have|use|do|like)|no|neither|never|won't|nor) (?:\w+ ){0,3}?(?:gift cards?|gift card man|apps?|cards?|checks?|cash|checking|transfer|wire|online|website|portal)\b"
    r"|\b(?:turn on|set up|new account (?:\w+ )?for|enroll (?:in|for)|fix|update|for)\b (?:\w+ ){0,3}?auto ?-?pay\b"
)
_EN = (
    ("auto_debit", r"\bauto(?:matic(?:ally)?)?[ -]?(?:debit|draft|withdraw\w*)|(?<!bank )\bdraft(?:ed)? (?:it|on|from|out|automatic)|\bwill draft\b|\b(?:run|pull|set) the draft\b|\bone[ -]time draft\b|(?<!bank )(?<!next )(?<!new )(?<!don't )(?<!no )\bdraft(?:ed|ing)?\b(?! (?:beer|letter|a|of|stays|up))|(?<!don't )\b(?:re-?run|re-present|re-?submit)\w*\b|\b(?:do|take|put|leave|set|be|it|that|them) (?:it |that |them |the )?(?:up |on )?automatic(?:ally)?\b(?! (?:transmission|\w+ (?:fee|notice)))|\bhit (?:the same|my|our|that) (?:\w+ )?(?:account|checking)\b|\blet it run\b|\bpulls\b|\bpull(?:ed|ing)? (?:it|that|this|the payment|automatic\w*|(?:out of|from|off) (?:my|your|the|his|her) (?:checking|savings|account|bank))\b|\bpulled (?:on|the|every|from checking)\b|\b(?:come|comes|taken?|takes) (?:straight |right |automatic(?:ally)? )?(?:out of|from) (?:my|your) \w+ on its own\b|\b(?:straight|automatic(?:ally)?) (?:out of|from) (?:my|your) (?:\w+ )?(?:checking|savings|account)\b"),
    ("counter", r"\b(?:branch|in person|teller|(?:at|to) (?:your|the|our) (?:front )?desk|business office|drive[- ]?(?:thru|through)|lobby|(?:bring|drive|carry) (?:it|that|the (?:money|cash|check)|you the \w+) (?:to|by|in|over|up|down|there|myself|saturday|sunday|monday|tuesday|wednesday|thursday|friday|tomorrow|today|tonight)|(?:my|your|y'all's) door|walk(?:ed|ing)? (?:in|down|over)(?: there)?(?! (?:to the desk|your dog))|drop box|the drop box|box (?:out front|y'all)|drop (?:it|that|the \w+) (?:at|by)|come (?:in and|up there|down there|out there and)|(?:stop|come|swing|run|ride|drive) (?:on )?(?:by|over|up there|down there)|(?:i|i'll|can|could|i'd|and) come in|come by|stop by|stop at|stop in|swing by|walk (?:it )?in|drop (?:it|that) off|counter|window|(?:at|to|by) the (?:office|store|lot|shop)|(?:at|to) the bank)\b"),
    ("other", r"\b(?:zelle|venmo|chime|cash ?-?app|apple pay|paypal|telegram)\b"),
    ("app", r"\bapps?\b|\b(?:do|pay|send|put|tap|press|run) (?:it |that |this |y'all |you )?(?:right )?(?:on|from|through|in) my phone\b"),
    ("auto_debit", r"\bauto[ -]?pay\b"),
    ("other", r"\b(?:debit|credit card|card (?:number|on file|ending)|(?:on|with|off|by|to|use|off of|through) (?:a|the|my|your|his|her|that|this|new) (?:new )?card|over the phone|by phone|money order|(?:by|with a|write a|send a|mail a|drop a|by mailed) check\b|cashier's check|in the mail|by mail|mail (?:a|in|it|(?:you |them )?(?:a|the|my) (?:money|check|cashier)\w*)|western union|moneygram|cash|gift cards?|(?:my|the|your) (?:visa|mastercard|amex|discover card)|(?:by|on|my|the) debit(?! ?card)(?: card)?)\b"),
    ("bank_transfer", r"\b(?:bank transfer|wire|ach|e-?checks?|electronic check|online banking|(?:from|through|by|with|via|using) (?:my|his|her|the|our|your|my dad's|your dad's) (?:\w+ )?(?:bank|credit union|account)|transfer|checking|routing|bank account|bill ?pay|bank draft|by (?:the )?bank)\b"),
    ("app", r"\bmobile\b"),
    ("other", r"\b(?:online|website|web site|portal|pay page|web page|computer|(?:the|a|that|text|send|me) (?:\w+ )?link|log ?in|same card|that card|(?:hit|run|use|charge) (?:the|that|my|this|it on) (?:\w+ )?(?:card|one on file))\b"),
)  # fmt: skip
# Words that hint at a way where nothing else names one.
_HINTS_ZH = (
    ("auto_debit", r"(?<![别莫没不被乱])扣(?!我|车|押|了我|钱了|一天|完|掉)|(?<![窗门路进出港人家胸伤缺借改街])口(?=[嘛吧咯就一二两三四五六七八九]|$)"),
    ("bank_transfer", r"转|打(?:给|到)(?:你们|公司)|打.{0,4}(?:账号|户头|卡号)"),
    ("counter", r"(?:去|来|到|过去|路过)(?:你们)?(?:那|这)?(?:屋|儿|里|边)?(?:交|办)(?!代|通|事|法)"),
)  # fmt: skip
_HINTS_EN = (
    ("auto_debit", r"\blet it (?:try|go through|come out|hit)\b|\bauto retry\b"),
    (
        "counter",
        r"\bbring (?:it|that|the \w+|y'all|you)\b|\b(?:your|y'all's|the) office\b|\bone of (?:our|your) branches\b",
    ),
    ("bank_transfer", r"\bsavings\b"),
    ("other", r"\bcard\b|\bchecks?\b"),
)
_Table = tuple[tuple[str, re.Pattern[str]], ...]


def _compiled(table: tuple[tuple[str, str], ...]) -> _Table:
    return tuple((name, quick_pattern(pattern)) for name, pattern in table)


_WAYS = {False: _compiled(_ZH), True: _compiled(_EN)}
_HINTS = {False: _compiled(_HINTS_ZH), True: _compiled(_HINTS_EN)}
_NOT = {False: quick_pattern(_NOT_ZH), True: quick_pattern(_NOT_EN)}


def _any_of(*tables: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return quick_pattern("|".join(pattern for table in tables for _, pattern in table))


# Most turns name no way: one search for any of them says so before each is looked for.
_ANY = {False: _any_of(_ZH, _HINTS_ZH), True: _any_of(_EN, _HINTS_EN)}


def method_in(text: str, *, english: bool) -> str | None:
    """The way of paying named in flat text: app, counter, bank_transfer, auto_debit or other."""
    taken = _taken(text, english=english)
    return _first(_WAYS[english], taken) or _first(_HINTS[english], taken) if taken else None


def ways_in(text: str, *, english: bool) -> tuple[str, ...]:
    """Every way named in flat text, in the order said; hints only where nothing else is named."""
    taken = _taken(text, english=english)
    for tables in (_WAYS, _HINTS) if taken else ():
        found: list[tuple[int, int, str]] = []
        for name, pattern in tables[english]:
            spans = ((*match.span(), name) for match in pattern.finditer(taken))
            found += [one for one in spans if not _overlaps(one, found)]
        if found:
            return tuple(name for *_, name in sorted(found))
    return ()


def _overlaps(one: tuple[int, int, str], others: list[tuple[int, int, str]]) -> bool:
    return any(one[0] < end and start < one[1] for start, end, _ in others)


def said_weakly(text: str, *, english: bool) -> bool:
    """Only a hint: a bare 转, a bare card or check."""
    return _first(_WAYS[english], _taken(text, english=english)) is None


def _taken(text: str, *, english: bool) -> str:
    """The text without the ways he does not take; nothing of it where no other is named."""
    taken = _NOT[english].sub(" ", text)
    return taken if _ANY[english].search(taken) else ""


def _first(table: _Table, text: str) -> str | None:
    return next((name for name, pattern in table if pattern.search(text)), None)
