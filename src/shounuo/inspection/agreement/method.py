"""How the customer will pay, by the words used."""

from __future__ import annotations

import re

from shounuo.kernel.patterns import quick_pattern

# First match wins, so the narrower way stands before the wider one.
_ZH = (
    ("auto_debit", r"自动(?:扣|划|转)|代扣|系统(?:会|再|自动)?扣|(?:从|在).{0,12}卡(?:里|上|自动)?.{0,2}扣|等着?扣|再扣一次|(?<!改)扣款(?!卡)|自动还款|自己扣|它扣"),
    ("other", r"扫(?:我|他|她|你)?的?码|收款码|(?:姐|哥|总|经理|会计|老师|主管)(?:的)?卡(?:上|里)?|(?:个人|私人)(?:的)?(?:账户|账号|卡|微信|收款)|(?:微信|支付宝)(?:直接)?(?:给|上)?(?:转|付|还|扫|打|红包)|(?:转|打|付)(?:到|给|进)?(?:我|他|她|你)?(?:的)?(?:这个)?(?:微信|支付宝)|转给?我(?:微信|支付宝|个人|私人|的?卡)|atm|柜员机|自助机|存款机|机器上存"),
    ("counter", r"柜台|柜面|柜上|网点|门市|营业厅|营业部|(?:到|去|来)(?:你们)?(?:银)?行里|支行|去银行|到银行|镇上"),
    ("bank_transfer", r"银行卡转|网银|(?<!手机)银行转|对公|汇款|汇过|电汇|(?:会计|财务|出纳).{0,4}(?:转|打|付)|账号.{0,4}发|公户|公司户|手机银行(?:上|里|给你们?)?(?:再)?(?:转(?!人工)|打(?!开|不)|汇)"),
    ("app", r"app|手机银行|手机(?:上|里)?(?:还|付|点|弄|整|操作|转|交|缴|搞)|手机上|拿手机|用手机|手机(?=[一二两三四五六七八九\d]+[万千百十元块]|$)|软件|掌上|掌银|小程序|公众号|云闪付|网上|线上"),
    ("bank_transfer", r"转账|转(?:到|给|进|过去)|打(?:到|进|过去|款)"),
    ("other", r"微信|支付宝|扫(?:码|给|一下)|二维码|现金|现钱"),
)  # fmt: skip
# A way he does not take: 不用app, 不要转到, not by card.
_NOT_ZH = r"(?:不用|不要|不是|不能|不会|从不|绝不|千万别|别)(?:再)?(?:转|打|汇|付|扫)(?:到|给|进)?(?:我|任何|别|其他|私)*(?:个人|私人|人)?(?:账户|账号|卡)?|(?:不用|别用|不走|不要|别|没有|不会|不能)(?:再)?(?:用)?(?:app|手机(?:银行)?|微信|支付宝|柜台|转账?|网银)(?:转|给)?"
_NOT_EN = (
    r"\b(?:not|don't (?:have|use|do|like)|no|neither|never|won't|nor) (?:\w+ ){0,3}?(?:gift cards?|gift card man|apps?|cards?|checks?|cash|checking|transfer|wire|online|website|portal)\b"
    r"|\b(?:turn on|set up|new account (?:\w+ )?for|enroll (?:in|for)|fix|update|for)\b (?:\w+ ){0,3}?auto ?-?pay\b"
)
_EN = (
    ("auto_debit", r"\bauto(?:matic(?:ally)?)?[ -]?(?:debit|draft|withdraw\w*)|(?<!bank )\bdraft(?:ed)? (?:it|on|from|out|automatic)|\bwill draft\b|\b(?:run|pull|set) the draft\b|\bpulls\b|\bpull(?:ed|ing)? (?:it|that|this|the payment|automatic\w*|(?:out of|from|off) (?:my|your|the|his|her) (?:checking|savings|account|bank))\b|\bpulled (?:on|the|every|from checking)\b|\b(?:come|comes|taken?|takes) (?:straight |right |automatic(?:ally)? )?(?:out of|from) (?:my|your) \w+ on its own\b|\b(?:straight|automatic(?:ally)?) (?:out of|from) (?:my|your) (?:\w+ )?(?:checking|savings|account)\b"),
    ("counter", r"\b(?:branch|in person|teller|(?:i|i'll|can|could|i'd|and) come in|come by|stop by|stop at|stop in|swing by|walk (?:it )?in|drop (?:it|that) off|counter|window|(?:at|to|by) the (?:office|store|lot|shop)|(?:at|to) the bank)\b"),
    ("other", r"\b(?:zelle|venmo|chime|cash ?-?app|apple pay|paypal|telegram)\b"),
    ("app", r"\bapps?\b"),
    ("auto_debit", r"\bauto[ -]?pay\b"),
    ("other", r"\b(?:debit|credit card|card (?:number|on file|ending)|(?:on|with|off|by|to|use|off of|through) (?:a|the|my|your|his|her|that|this|new) (?:new )?card|over the phone|by phone|money order|(?:by|with a|write a|send a|mail a|drop a|by mailed) check\b|cashier's check|in the mail|by mail|mail (?:a|in|it|(?:you |them )?(?:a|the|my) (?:money|check|cashier)\w*)|western union|moneygram|cash|gift cards?|(?:my|the|your) (?:visa|mastercard|amex|discover card)|(?:by|on|my|the) debit(?! ?card)(?: card)?)\b"),
    ("bank_transfer", r"\b(?:bank transfer|wire|ach|transfer|checking|routing|bank account|bill ?pay|bank draft|by (?:the )?bank)\b"),
    ("app", r"\bmobile\b"),
    ("other", r"\b(?:online|website|web site|portal|pay page|web page|computer|the link|log ?in)\b"),
)  # fmt: skip
# Words that hint at a way where nothing else names one.
_HINTS_ZH = (("bank_transfer", r"转"),)
_HINTS_EN = (("bank_transfer", r"\bsavings\b"), ("other", r"\bcard\b|\bchecks?\b"))
_Table = tuple[tuple[str, re.Pattern[str]], ...]


def _compiled(table: tuple[tuple[str, str], ...]) -> _Table:
    return tuple((name, quick_pattern(pattern)) for name, pattern in table)


_WAYS = {False: _compiled(_ZH), True: _compiled(_EN)}
_HINTS = {False: _compiled(_HINTS_ZH), True: _compiled(_HINTS_EN)}
_NOT = {False: quick_pattern(_NOT_ZH), True: quick_pattern(_NOT_EN)}


def method_in(text: str, *, english: bool) -> str | None:
    """The way of paying named in flat text: app, counter, bank_transfer, auto_debit or other."""
    return _first(_WAYS, text, english=english) or _first(_HINTS, text, english=english)


def said_weakly(text: str, *, english: bool) -> bool:
    """Only a hint: a bare 转, a bare card or check."""
    return _first(_WAYS, text, english=english) is None


def _first(tables: dict[bool, _Table], text: str, *, english: bool) -> str | None:
    taken = _NOT[english].sub(" ", text)
    return next((name for name, pattern in tables[english] if pattern.search(taken)), None)
