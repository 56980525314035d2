"""How money is written in a Chinese sentence: a number with its unit, loose words, lone 毛 and 分."""

from __future__ import annotations

import re

from shounuo.domain.heard import numerals
from shounuo.kernel.patterns import quick_pattern

_D = "[一二两三四五六七八九0-9]"
# After 块 a bare digit is 毛 (六块四), unless it begins another quantity (两百块三天内).
_NEXT = (
    "(?![十百千万亿天个号日月年期次点岁秒倍位种块遍折%\\\\d]|[.,]\\\\d|分钟|小时|(?:周|星期|礼拜)(?![一二三四五六日天])|[一二三四五六七八九零](?![，。！？,.!? ]|$|整)|人|家|张|笔|成|条|件|起|下|样|些|定|直|共|般|并|旦|边|会|切|时|路|向|律)"
).replace("\\\\", "\\")
CURRENCY = {
    "块钱": "CNY", "块": "CNY", "元人民币": "CNY", "元钱": "CNY", "元": "CNY", "人民币": "CNY",
    "圆": "CNY", "美元": "USD", "美金": "USD", "美刀": "USD", "刀": "USD", "港币": "HKD", "港元": "HKD",
    "港纸": "HKD", "新台币": "TWD", "台币": "TWD", "新台幣": "TWD", "欧元": "EUR", "英镑": "GBP",
    "日元": "JPY", "韩元": "KRW", "RMB": "CNY", "rmb": "CNY", "CNY": "CNY", "USD": "USD",
    "dollars": "USD", "yuan": "CNY",
}  # fmt: skip
SYMBOL = {"¥": "CNY", "US$": "USD", "HK$": "HKD", "NT$": "TWD", "$": "USD", "€": "EUR", "£": "GBP", "RMB": "CNY", "CNY": "CNY", "USD": "USD", "人民币": "CNY", "港币": "HKD", "美元": "USD", "美金": "USD", "欧元": "EUR"}  # fmt: skip
_CUR = "|".join(sorted((re.escape(name) for name in CURRENCY), key=len, reverse=True))
_SYM = "|".join(sorted((re.escape(name) for name in SYMBOL), key=len, reverse=True))
_SMALL = f"零?{_D}[毛角](?:零?{_D}(?:分(?!钟)|{_NEXT}))?|零{_D}(?:分(?!钟))?|{_D}分(?!钟|之)|[一二三四五六七八九]{{2}}{_NEXT}|{_D}{_NEXT}|半(?![天年个月小])|多"
MAIN = re.compile(
    f"(?P<sym>{_SYM})?\\s?(?P<num>{numerals.NUMBER})(?:个?(?P<scale>[wWkK])(?P<tenth>\\d(?![\\d.]))?(?![a-zA-Z]))?(?P<more>[多来余把])?"
    f"\\s?(?:(?P<cur>{_CUR})(?P<small>{_SMALL})?(?:钱)?)?(?P<whole>整)?"
)
CENTS = re.compile(
    f"(?:(?P<jiao>{_D}{{1,2}}|几)(?:毛(?!病|巾|衣|笔|利)|角(?![形度落色]))(?:零?(?P<fen>{_D})(?:分(?!钟)|{_NEXT}))?(?:钱|整)?"
    f"|(?P<only>{_D})分(?:钱|整|(?=$|[，。！？,.!?\\s])|(?<=[还付转存交欠差][一二两三四五六七八九0-9]分)(?!钟|期|之)))"
)
START = re.compile("[0-9零一二两三四五六七八九十百千万洞拐勾几好¥$€£RHNUC人港美欧]")
IDIOM = quick_pattern(
    "(?<![一二两三四五六七八九十百几\\d])(?:千万(?![一二两三四五六七八九多来元块\\d])|万一|万分)|十分|万事|一毛不拔|(?<![一二两三四五六七八九十百千万几\\d])一[分毛块](?:钱)?(?:都?没|(?:我|俺|咱|你|你们|现在|暂时){0,2}(?:都|也)(?:[没不别甭休]|[拿掏凑]不))|"
    "乱七八糟|七上八下|三三两两|一五一十|十万火急|百分之百|三番五次|三天两头|一百个(?:放心|不)|千方百计|十全十美"
)
VAGUE = quick_pattern(
    "(?P<loose>[百千万])(?:把|来)(?:块钱?|元)|[来上](?P<above>[百千万])(?:块钱?|元)|(?P<pair>百十来|百十(?=[个块元])|百八十|千儿八百|万儿八千|千八百|万八千)(?:块钱?|元|的)?|(?P<kuai>块儿?八毛|毛儿?八分)"
)
BARE = re.compile(
    "(?P<unit>[百千万])(?P<digit>[一二三四五六七八九])(?=块|元|$|[，。！？,.!?\\s的吧啊呢])"
)
SCALE = {"百": 100, "千": 1000, "万": 10**4}
PAIR = {"百十来": (100, 120), "百十": (100, 120), "百八十": (80, 100), "千儿八百": (800, 1000), "千八百": (800, 1000), "万儿八千": (8000, 10**4), "万八千": (8000, 10**4)}  # fmt: skip


def digit(char: str) -> int:
    return int(char) if char.isdigit() else numerals.DIGIT[char]


def small_change(text: str) -> tuple[int, bool]:
    """Cents after 块, and whether they are loose: 三毛五 35, 四 40, 零七 7, 半 50, 多 loose."""
    if text == "多":
        return 0, True
    if text == "半":
        return 50, False
    jiao = re.match(f"零?({_D})[毛角]", text)
    rest = text[jiao.end() :] if jiao else text
    digits = [digit(char) for char in rest if char not in "零分钱"]
    if jiao:
        return digit(jiao[1]) * 10 + (digits[0] if digits else 0), False
    if len(digits) == 2:
        return digits[0] * 10 + digits[1], False
    return (digits[0] if "零" in rest or "分" in rest else digits[0] * 10), False
