"""What a number in a Chinese sentence counts, when no unit of money was said: the words around it decide."""

from __future__ import annotations

import re

from shounuo.domain.heard import numerals
from shounuo.domain.heard.items import HeardNumber, NumberKind, Span

_TAIL_BEFORE = re.compile(
    r"(?:尾号|末四位|后四位|卡号|账号|帐号|工号|编号|单号|身份证号?|密码|验证码|分机|房号|门牌)(?:码)?(?:是|为|叫|[:：])?\s*的?$"
)
_PHONE_BEFORE = re.compile(
    r"(?:电话|手机|号码|座机|热线|微信|QQ|qq|拨打|打到|致电|回拨)(?:号码?)?(?:是|为|[:：])?\s*$"
)
# Public lines are dialled, not paid: 打12378.
_PUBLIC_LINE = re.compile(r"(?:12\d{3}|95\d{3}|10\d{3}|11[09]|12[02]|988|911)")
_DIALS = re.compile(r"[打拨]\s?$")
_CARD_AFTER = re.compile(r"\s?(?:的(?:信用|借记|银行|储蓄)?卡|这张|那张|结尾)")
_PERCENT_BEFORE = re.compile(r"(?:百分之|千分之|万分之)$")
_ROUGHLY = re.compile(
    r"(?:(?<![最大胆])小(?=$)|大概|大约|差不多|约|将近|快|接近|不到|最多|顶多|至少|起码|左右|估计|少说)(?:是|有|要|得|还|能|可以)*\s?$"
)
_ABOUT = re.compile(
    r"(?:块钱?|元)?(?:大几|挂零|冒头|有余|开外|[往朝]上|左右|上下|出头|不到|以上|以内|的样子|多点|多一点|这样子|大概|差不多)"
)
_PAYS = re.compile(
    r"(?:还|付|转|存|打|交|欠|凑|缴|差|最低|应还|金额|总共|一共|全部|还款|只有|支付|还清|还上|拿|借|余额|扣|到账|本金|利息|违约金)(?:了|过|个|上|够|到|清|款|是|为|您|你|出|额|进|去|[:：])*\s?$"
)
_WOULD_DO = re.compile(
    r"\s?(?:可以|可不可以|行|成|够|能行|够不够|行不行)(?:吗|么|嘛|不|吧|了|$|[，。？,.?])"
)
_OF_MONEY = re.compile(r"\s?的?(?:欠款|欠账|账单|本金|利息|违约金|罚息|余额|额度|应还|款子|债|钱)")
_KINDS: tuple[tuple[re.Pattern[str], NumberKind], ...] = (
    (re.compile(r"\s?(?:%|％|个百分点|个点|成(?!功|年|本|交|了|为)|折)"), "percent"),
    (re.compile(r"\s?(?:期|个?分期)"), "instalments"),
    (re.compile(r"\s?[多来余几]?(?:天|个?工作日|日(?!元)|晚上?(?!上))"), "days"),
    (
        re.compile(
            r"\s?(?:点(?![零一二三四五六七八九\d])|点半|点钟|点整|:|：|时(?!候|间)|小时|个小时|分钟|分(?!期)|秒|刻)"
        ),
        "time",
    ),
    (re.compile(r"\s?年"), "year"),
    (
        re.compile(
            r"\s?[多来余几]?(?:号|个|位|名|人|次|遍|倍|种|(?:周|星期|礼拜)(?![一二三四五六日天])|岁|斤|公斤|米|吨|头|台|件|家|张|笔|条|层|楼|栋|单元|室|站|路|线|度|届|级|口|步|句|声|本|车|趟|亩|平|公里|里路|月|辆|封|份|项|章|页|只|双|套|间|户|股|代|辈|世|多(?:个|号|人|次|天|年|家|头)|通电话)"
        ),
        "count",
    ),
)
# One look for all of them: most numbers count nothing of the kind.
_COUNTS = re.compile("|".join(pattern.pattern for pattern, _ in _KINDS))
_UNIT = re.compile("[百千万亿]")
_NOTHING_SAID = re.compile(r"[\s，。！？,.!?、啊吧呢嗯哦呃额的了是对就那行好]")
_POINT = re.compile("[.点]")
_EXACT = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+\.\d\d")
_ENDS = re.compile(r"[\s，。！？,.!?、吧啊呢的行可]")


def said_roughly(before: str, after: str) -> bool:
    """大概两千, 三千左右."""
    return bool(_ABOUT.match(after)) or bool(_ROUGHLY.search(before))


def about_paying(before: str) -> bool:
    """Whether the words just before are about paying or owing."""
    return bool(_PAYS.search(before))


def confidence_without_unit(
    match: re.Match[str], number: numerals.Number, before: str, after: str, text: str
) -> float:
    """0 when no money; a unit was not said, so the shape and the words around decide."""
    has_unit = bool(_UNIT.search(match["num"])) or bool(match["scale"])
    if (
        _PERCENT_BEFORE.search(before)
        or before.endswith("第")
        or (before.endswith("点") and not has_unit)
        or _TAIL_BEFORE.search(before)
    ):
        return 0
    if _COUNTS.match(after) or _CARD_AFTER.match(after):
        return 0
    if has_unit:
        return 0.9
    if _OF_MONEY.match(after) and number.low >= 10:
        return 0.7
    return _bare_confidence(match, number, before, after, text)


def _bare_confidence(
    match: re.Match[str], number: numerals.Number, before: str, after: str, text: str
) -> float:
    num = match["num"]
    alone = not _NOTHING_SAID.sub("", text.replace(num, "", 1))
    length = len(_POINT.split(num.replace(",", ""))[0])
    if _PUBLIC_LINE.fullmatch(_digits_of(num)) and (alone or _DIALS.search(before)):
        return 0
    if (
        (num.startswith(("零", "0")) and "." not in num)
        or length > 6
        or (_PHONE_BEFORE.search(before) and length > 2)
    ):
        return 0
    if _EXACT.fullmatch(num) or ("点" in num and number.low >= 100):
        return 0.8
    ends = not after or bool(_ENDS.match(after))
    if (match["more"] or said_roughly(before, after)) and number.low >= 100:
        return 0.6
    if _PAYS.search(before) and number.low >= 10 and (ends or number.low >= 100):
        return 0.7
    if 2 < length < 6 and _WOULD_DO.match(after):
        return 0.6
    # Four bare digits are as likely the end of a card or an identity number.
    return (0.4 if length == 4 else 0.6) if alone and number.low >= 10 else 0


def other_number(
    match: re.Match[str], before: str, after: str, text: str, number: numerals.Number
) -> HeardNumber | None:
    span, num = Span(match.start("num"), match.end("num"), match["num"]), match["num"]
    if _TAIL_BEFORE.search(before) or _CARD_AFTER.match(after):
        return HeardNumber(span, "card_tail", _digits_of(num))
    if _PERCENT_BEFORE.search(before):
        return HeardNumber(span, "percent", num)
    if before.endswith("第"):
        return HeardNumber(span, "ordinal", num)
    if before.endswith("点"):
        return HeardNumber(span, "time", num)
    kind = _kind(after)
    if kind in ("count", "time", "instalments") and ("几" in num or num == "一"):
        return None  # 几点, 一下, 这一期: nothing was counted
    if kind is None and not number.digit_string and not num[0].isdigit():
        return None
    phone = len(num) >= 7 or bool(_PHONE_BEFORE.search(before))
    value = _digits_of(num) if kind is None or number.digit_string else str(number.low)
    return HeardNumber(span, kind or ("phone" if phone else "digits"), value)


def _kind(after: str) -> NumberKind | None:
    if not _COUNTS.match(after):
        return None
    return next(kind for pattern, kind in _KINDS if pattern.match(after))


def _digits_of(num: str) -> str:
    return "".join(char if char.isdigit() else str(numerals.DIGIT.get(char, char)) for char in num)
