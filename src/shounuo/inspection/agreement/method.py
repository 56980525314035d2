"""How the customer will pay, by the words used."""

from __future__ import annotations

import re

# First match wins, so the narrower way stands before the wider one.
_ZH = (
    ("auto_debit", r"自动(?:扣|还|划|转)|代扣|系统(?:会|再|自动)?扣|(?:从|在).{0,12}卡(?:里|上|自动)?.{0,2}扣|等着?扣|再扣一次|扣款"),
    ("other", r"扫(?:我|他|她|你)?的?码|收款码|现钱|(?:姐|哥|总|经理|会计|老师|主管)(?:的)?卡(?:上|里)?|(?:个人|私人)(?:的)?(?:账户|账号|卡|微信|收款)"),
    ("counter", r"柜台|柜面|网点|门市|营业厅|营业部|(?:到|去|来)(?:你们)?(?:银)?行里|支行|去银行|到银行|atm|柜员机|自助机|存款机|镇上"),
    ("bank_transfer", r"手机银行转(?!$)|网银(?:转|打)|银行转|转账|对公|汇款|汇过|电汇|(?:会计|财务|出纳).{0,4}(?:转|打|付)|转(?:到|给|进|过去)|打(?:到|进|过去|款)|账号.{0,4}发|公户"),
    ("app", r"app|手机银行|手机上|手机(?:里)?(?:还|付|点|弄|整|操作|转|交|缴)|拿手机|用手机|网银|掌上|掌银|小程序|公众号|云闪付|网上|线上"),
    ("other", r"微信|支付宝|扫(?:码|给|一下)|二维码|现金"),
    ("bank_transfer", r"转"),
)  # fmt: skip
_EN = (
    ("auto_debit", r"\bauto(?:matic(?:ally)?)?[ -]?(?:pay|debit|draft|withdraw\w*|payment)|\bdraft(?:ed)? (?:it|on|from|out|automatic)|\bwill draft\b|\b(?:run|pull|set) the draft\b|\bautopay\b"),
    ("other", r"\b(?:zelle|venmo|chime|cash ?app|apple pay|paypal|debit|credit card|card (?:number|on file|ending)|(?:on|with|off|by|to|use|off of|through) (?:a|the|my|your|his|her|that|this|new) (?:new )?card|over the phone|by phone|money order|(?:by|with a|write a|send a|mail a|drop a) check\b|cashier's check|check in the mail|mail (?:a|the|in|it|you)|western union|moneygram|cash|gift cards?)\b"),
    ("counter", r"\b(?:branch|in person|teller|(?:i|i'll|can|could|i'd|and) come in|come by|stop by|stop at|stop in|swing by|walk (?:it )?in|drop (?:it|that) off|counter|window|(?:at|to|by) the (?:office|bank|store|lot|shop))\b"),
    ("bank_transfer", r"\b(?:bank transfer|wire|ach|transfer|checking|savings|routing|bank account|bill ?pay|bank draft)\b"),
    ("app", r"\b(?:app|online|website|web site|portal|pay page|web page|mobile|the link|log ?in)\b"),
    ("other", r"\bcard\b|\bchecks?\b"),
)  # fmt: skip
_COMPILED = {
    lang: tuple((name, re.compile(pattern)) for name, pattern in table)
    for lang, table in (("zh", _ZH), ("en", _EN))
}


def method_in(text: str, *, english: bool) -> str | None:
    """The way of paying named in flat text: app, counter, bank_transfer, auto_debit or other."""
    for name, pattern in _COMPILED["en" if english else "zh"]:
        if pattern.search(text):
            return name
    return None
