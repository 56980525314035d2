"""The turns of a call without what identifies a person; every blank as long as what it hides, so places stay.

Hidden: names of the customer and of other parties, how they are addressed, the collector's own name and number,
numbers of cards, phones and papers, answers to a question after them, addresses of mail and of homes. Sums stay:
the reviewer needs them and they name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.model import Call, Context

BLANK = "〇"
_DIGITS = "零〇一二三四五六七八九幺\\d"
_NUMBERS = re.compile(
    rf"(?<![百千万{_DIGITS}])[{_DIGITS}]{{4,}}(?![百千万{_DIGITS}.])(?!元|块)"
    r"|(?<![$.,\d])\d[\d -]{6,}\d|\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[ ,-]+){3,}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b"
    r"|(?:工号|编号)[^，。,.\s]{2,8}",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"身份证|证件|生日|出生|后四位|手机号|地址|邮箱|核(?:对|实)|last four|social|birth|zip|address|e-?mail|verify",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    rf"[{_DIGITS}]{{2,}}(?:年|月|号|日)?(?:[{_DIGITS}]{{1,2}}(?:月|号|日))*|[A-Za-z]*\d[\w-]*"
)
_ELSEWHERE = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|[一-鿿]{2,8}(?:路|街|巷|弄|小区|花园|公寓|新村)[\w一-鿿]{0,8}?(?:号|栋|幢|室|单元|楼)"
    r"|\b\d+ (?:\w+ ){1,3}(?:street|st|avenue|ave|road|rd|lane|drive)\b",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(
    r"(?<=我姓)[一-鿿]|(?<=我叫)[一-鿿]{2,3}|(?<=免贵姓)[一-鿿]|(?<=my name is )\w+(?: \w+)?|(?<=this is )[A-Z]\w+(?: [A-Z]\w+)?",
)
_TITLES = "先生|女士|小姐|老师|师傅|老板|经理|总|哥|姐|叔|阿姨|大爷|大妈"
_SURNAME = (
    "(?:欧阳|司马|司徒|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏"
    "窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛米戴宋庞熊纪舒屈项祝"
    "董梁杜阮蓝席季贾路江童郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万卢莫房裘解丁宣邓洪包左石崔吉龚程邢裴陆翁侯段焦谷车全班宁仇甘武刘景龙叶黎"
    "白赖卓池乔闻翟谭申冉桑牛边温庄晏柴瞿阎艾向易廖耿匡文关辛聂曾沙游权卞冷麻])"
)
# Names that the case does not know: before a form of address, or asked for at the opening.
_ANY_NAME = re.compile(
    rf"{_SURNAME}[一-鿿]{{0,2}}?(?={_TITLES})|(?<=请问是){_SURNAME}[一-鿿]{{1,2}}(?=吗|吧|本人|[，,？?。]|$)|(?<=我是){_SURNAME}[一-鿿]{{1,2}}(?=[，,。]|$)"
    r"|(?<=\bmr\. )\w+|(?<=\bmrs\. )\w+|(?<=\bms\. )\w+|(?<=\bmr )\w+|(?<=\bms )\w+"
    r"|(?<=is this )(?!a\b|the\b|your\b|about\b)\w+(?: \w+)?(?=[?,.]|$)|(?<=speaking with )\w+(?: \w+)?|(?<=speak with )\w+(?: \w+)?|(?<=speak to )\w+(?: \w+)?",
    re.IGNORECASE,
)
_LEAST = 2  # a single letter or syllable names nobody


def masked(call: Call) -> list[str]:
    """The text of each turn, blanked, of the same length."""
    names, asked, out = _names(call.context), False, []
    for turn in call.turns:
        patterns = [*names, _NUMBERS, _ELSEWHERE, _OWN_NAME, _ANY_NAME]
        if asked and turn.speaker == "party":
            patterns.append(_ANSWER)
        text = turn.text
        for pattern in patterns:
            text = pattern.sub(lambda found: BLANK * len(found.group()), text)
        out.append(text)
        asked = turn.speaker == "agent" and bool(_ASKED.search(turn.text))
    return out


def _names(context: Context) -> list[re.Pattern[str]]:
    other = context.third_party.name if context.third_party else None
    return [p for name in (context.debtor_name, other) if name for p in _of(name)]


def _of(name: str) -> Iterable[re.Pattern[str]]:
    """The whole, its given part, and a family name before a form of address; in English each of its words."""
    if re.search(r"[A-Za-z]", name):
        words = [re.escape(word) for word in name.split() if len(word) >= _LEAST]
        yield re.compile(rf"\b(?:{'|'.join(words) or re.escape(name)})\b", re.IGNORECASE)
        return
    yield re.compile(re.escape(name))
    if len(name) > _LEAST:
        yield re.compile(re.escape(name[1:]))
    yield re.compile(rf"{re.escape(name[0])}(?={_TITLES})")
