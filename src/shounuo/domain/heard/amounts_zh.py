"""Amounts of money in a Chinese sentence, told apart from every other number in it."""

from __future__ import annotations

import re
from fractions import Fraction

from shounuo.domain.heard import numerals
from shounuo.domain.heard.items import HeardAmount, HeardNumber, NumberKind, Span
from shounuo.kernel.money import EXPONENT

_D = "[一二两三四五六七八九0-9]"
# After 块 a bare digit is 毛 (六块四), unless it begins another quantity (两百块三天内).
_NEXT = (
    "(?![十百千万亿天个号日月年期次点周岁秒倍位种块遍折%\\\\d]|[.,]\\\\d|分钟|小时|星期|礼拜|[一二三四五六七八九零](?![，。！？,.!? ]|$|整)|人|家|张|笔|成|条|件|起|下|样|些|定|直|共|般|并|旦|边|会|切|时|路|向|律)"
).replace("\\\\", "\\")
_CURRENCY = {
    "块钱": "CNY", "块": "CNY", "元人民币": "CNY", "元钱": "CNY", "元": "CNY", "人民币": "CNY",
    "圆": "CNY", "美元": "USD", "美金": "USD", "美刀": "USD", "刀": "USD", "港币": "HKD", "港元": "HKD",
    "港纸": "HKD", "新台币": "TWD", "台币": "TWD", "新台幣": "TWD", "欧元": "EUR", "英镑": "GBP",
    "日元": "JPY", "韩元": "KRW", "RMB": "CNY", "rmb": "CNY", "CNY": "CNY", "USD": "USD",
    "dollars": "USD", "yuan": "CNY",
}  # fmt: skip
_SYMBOL = {"¥": "CNY", "US$": "USD", "HK$": "HKD", "NT$": "TWD", "$": "USD", "€": "EUR", "£": "GBP", "RMB": "CNY", "CNY": "CNY", "USD": "USD", "人民币": "CNY"}  # fmt: skip
_CUR = "|".join(sorted((re.escape(name) for name in _CURRENCY), key=len, reverse=True))
_SYM = "|".join(sorted((re.escape(name) for name in _SYMBOL), key=len, reverse=True))
_SMALL = f"零?{_D}[毛角](?:零?{_D}(?:分(?!钟)|{_NEXT}))?|零{_D}(?:分(?!钟))?|{_D}分(?!钟|之)|[一二三四五六七八九]{{2}}{_NEXT}|{_D}{_NEXT}|半(?![天年个月小])|多"
_MAIN = re.compile(
    f"(?P<sym>{_SYM})?\\s?(?P<num>{numerals.NUMBER})(?P<scale>[wWkK](?![a-zA-Z]))?(?P<more>[多来余把])?"
    f"\\s?(?:(?P<cur>{_CUR})(?P<small>{_SMALL})?(?:钱)?)?(?P<whole>整)?"
)
_CENTS = re.compile(
    f"(?:(?P<jiao>{_D}{{1,2}}|几)(?:毛(?!病|巾|衣|笔|利)|角(?![形度落色]))(?:零?(?P<fen>{_D})(?:分(?!钟)|{_NEXT}))?(?:钱|整)?"
    f"|(?P<only>{_D})分(?:钱|整|(?=$|[，。！？,.!?\\s])|(?<=[还付转存交欠差][一二两三四五六七八九0-9]分)(?!钟|期|之)))"
)
_START = re.compile("[0-9零一二两三四五六七八九十百千万洞拐勾几好¥$€£RHNUC人]")
_IDIOM = re.compile(
    "(?<![一二两三四五六七八九十百几\\d])(?:千万(?![一二两三四五六七八九多来元块\\d])|万一|万分)|十分|万事|一毛不拔|一分(?:钱)?都?没|一毛(?:钱)?都?没|"
    "乱七八糟|七上八下|三三两两|一五一十|十万火急|百分之百|三番五次|三天两头|一百个(?:放心|不)|千方百计|十全十美"
)
_VAGUE = re.compile(
    "(?P<loose>[百千万])(?:把|来)(?:块钱?|元)|(?P<pair>百八十|千儿八百|万儿八千|千八百|万八千)(?:块钱?|元|的)?|(?P<kuai>块儿?八毛|毛儿?八分)"
)
_BARE = re.compile(
    "(?P<unit>[百千万])(?P<digit>[一二三四五六七八九])(?=块|元|$|[，。！？,.!?\\s的吧啊呢])"
)
_SCALE = {"百": 100, "千": 1000, "万": 10**4}
_PAIR = {"百八十": (80, 100), "千儿八百": (800, 1000), "千八百": (800, 1000), "万儿八千": (8000, 10**4), "万八千": (8000, 10**4)}  # fmt: skip

_TAIL_BEFORE = re.compile(
    r"(?:尾号|末四位|后四位|卡号|账号|帐号|工号|编号|单号|身份证号?|密码|验证码|分机|房号|门牌)(?:码)?(?:是|为|叫|[:：])?\s*的?$"
)
_PHONE_BEFORE = re.compile(
    r"(?:电话|手机|号码|座机|热线|微信|QQ|qq|拨打|打到|致电|回拨)(?:号码?)?(?:是|为|[:：])?\s*$"
)
_CARD_AFTER = re.compile(r"\s?(?:的(?:信用|借记|银行|储蓄)?卡|这张|那张|结尾)")
_PERCENT_BEFORE = re.compile(r"(?:百分之|千分之|万分之)$")
_ROUGHLY = re.compile(
    r"(?:大概|大约|差不多|约|将近|快|接近|不到|最多|顶多|至少|起码|左右|估计|少说)(?:是|有|要|得|还|能|可以)*\s?$"
)
_ABOUT = re.compile(
    r"(?:块钱?|元)?(?:左右|上下|出头|不到|以上|以内|的样子|多点|多一点|这样子|大概|差不多)"
)
_PAYS = re.compile(
    r"(?:还|付|转|存|打|交|欠|凑|缴|差|最低|应还|金额|总共|一共|全部|还款|只有|支付|还清|还上|拿|借|余额|扣|到账|本金|利息|违约金)(?:了|过|个|上|够|到|清|款|是|为|您|你|出|额|进|去|[:：])*\s?$"
)
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
            r"\s?[多来余几]?(?:号|个|位|名|人|次|遍|倍|种|周|星期|礼拜|岁|斤|公斤|米|吨|头|台|件|家|张|笔|条|层|楼|栋|单元|室|站|路|线|度|届|级|口|步|句|声|本|车|趟|亩|平|公里|里路|月|辆|封|份|项|章|页|只|双|套|间|户|股|代|辈|世|多(?:个|号|人|次|天|年|家|头)|通电话)"
        ),
        "count",
    ),
)


def find(
    text: str, taken: list[tuple[int, int]], default: str
) -> tuple[list[HeardAmount], list[HeardNumber]]:
    """`text` in plain characters; `taken` spans (dates) are not looked at. Both results in order."""
    amounts: list[HeardAmount] = []
    numbers: list[HeardNumber] = []
    busy = list(taken) + [m.span() for m in _IDIOM.finditer(text)]
    for match in _VAGUE.finditer(text):
        if _free(match.span(), busy) and not (
            match.start() and text[match.start() - 1] in "一二两三四五六七八九十百千万几\\d"
        ):
            amounts.append(_vague(match, default))
            busy.append(match.span())
    for match in _BARE.finditer(text):
        if _free(match.span(), busy) and not (
            match.start()
            and text[match.start() - 1] in "一二两三四五六七八九十百千万几半好0123456789"
        ):
            minor = _SCALE[match["unit"]] * (10 + numerals.DIGIT[match["digit"]]) * 10
            amounts.append(
                _amount(
                    match,
                    minor,
                    minor,
                    default,
                    confidence=0.9,
                    approximate=bool(_ABOUT.match(text[match.end() :])),
                )
            )
            busy.append(match.span())
    _scan(text, busy, default, amounts, numbers)
    amounts.sort(key=lambda item: item.span.start)
    return amounts, numbers


def _scan(
    text: str,
    busy: list[tuple[int, int]],
    default: str,
    amounts: list[HeardAmount],
    numbers: list[HeardNumber],
) -> None:
    place = 0
    while True:
        start = _START.search(text, place)
        if start is None:
            return
        place = start.start()
        main, cents = _MAIN.match(text, place), _CENTS.match(text, place)
        match = (
            cents
            if cents and (not main or (cents.start() <= main.start() and not main["cur"]))
            else main
        )
        if match is None:
            place += 1
            continue
        place = max(match.end(), place + 1)
        blocking = [end for start, end in busy if start < match.end() and match.start() < end]
        if blocking:
            place = max(match.start() + 1, min(blocking))
            continue
        if match is cents:
            amounts.append(_lone_cents(match, default))
            continue
        item = _main(match, text, default)
        if isinstance(item, HeardAmount):
            amounts.append(item)
        elif item is not None:
            numbers.append(item)


def _free(span: tuple[int, int], busy: list[tuple[int, int]]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in busy)


def _amount(
    match: re.Match[str],
    low: Fraction | int,
    high: Fraction | int,
    currency: str,
    *,
    confidence: float,
    approximate: bool = False,
    vague: bool = False,
) -> HeardAmount:
    """`low` and `high` already in minor units."""
    return HeardAmount(
        Span(*match.span(), match.group()),
        int(low),
        currency,
        int(high),
        approximate or high != low,
        vague,
        confidence,
    )


def _vague(match: re.Match[str], currency: str) -> HeardAmount:
    places = 10 ** EXPONENT.get(currency, 2)
    if match["loose"]:
        low = high = _SCALE[match["loose"]]
    elif match["pair"]:
        low, high = _PAIR[match["pair"]]
    else:
        low, high, places = (1, 2, places) if "块" in match["kuai"] else (1, 2, places // 10)
    low_f, high_f = Fraction(low * places), Fraction(high * places)
    return _amount(
        match,
        low_f,
        high_f,
        currency,
        confidence=0.4,
        approximate=True,
        vague=True,
    )


def _lone_cents(match: re.Match[str], currency: str) -> HeardAmount:
    if match["only"]:
        low = high = _digit(match["only"])
        return _amount(match, low, high, currency, confidence=0.9)
    jiao, fen = match["jiao"], _digit(match["fen"]) if match["fen"] else 0
    if jiao == "几":
        return _amount(
            match,
            20,
            90,
            currency,
            confidence=0.4,
            approximate=True,
            vague=True,
        )
    low, high = _digit(jiao[0]), _digit(jiao[-1])
    return _amount(
        match,
        low * 10 + fen,
        high * 10 + fen,
        currency,
        confidence=1.0,
    )


def _digit(char: str) -> int:
    return int(char) if char.isdigit() else numerals.DIGIT[char]


def _small(text: str) -> tuple[int, bool]:
    """Cents after 块, and whether they are loose: 三毛五 35, 四 40, 零七 7, 半 50, 多 loose."""
    if text == "多":
        return 0, True
    if text == "半":
        return 50, False
    jiao = re.match(f"零?({_D})[毛角]", text)
    rest = text[jiao.end() :] if jiao else text
    digits = [_digit(char) for char in rest if char not in "零分钱"]
    if jiao:
        return _digit(jiao[1]) * 10 + (digits[0] if digits else 0), False
    if len(digits) == 2:
        return digits[0] * 10 + digits[1], False
    return (digits[0] if "零" in rest or "分" in rest else digits[0] * 10), False


def _main(match: re.Match[str], text: str, default: str) -> HeardAmount | HeardNumber | None:
    number = numerals.read(match["num"])
    scale = {"w": 10**4, "k": 1000}.get((match["scale"] or "").lower(), 1)
    currency = (
        _CURRENCY[match["cur"]]
        if match["cur"]
        else _SYMBOL[match["sym"]]
        if match["sym"]
        else default
    )
    places = 10 ** EXPONENT.get(currency, 2)
    cents, loose = _small(match["small"]) if match["small"] else (0, False)
    before, after = (
        text[max(0, match.start() - 12) : match.start()],
        text[match.end() : match.end() + 8],
    )
    said = bool(match["cur"] or match["sym"] or match["whole"])
    # 一块 is a piece or "together" when nothing says money after or before it.
    together = (
        match["num"] == "一"
        and match["cur"] == "块"
        and not match["small"]
        and not after.startswith("钱")
    )
    together = together and not _PAYS.search(before) and bool(before.strip() or after.strip())
    confidence = 1.0 if said else _confidence(match, number, before, after, text)
    if together or not confidence:
        return None if together else _other(match, before, after, text, number)
    approximate = number.approximate or loose or bool(match["more"]) or "半" in match["num"]
    approximate = approximate or bool(_ABOUT.match(after)) or bool(_ROUGHLY.search(before))
    low, high = number.low * scale * places + cents, number.high * scale * places + cents
    if low.denominator != 1:
        return HeardNumber(Span(*match.span(), match.group()), "digits", match["num"])
    return _amount(
        match,
        low,
        high,
        currency,
        confidence=confidence,
        approximate=approximate,
        vague="几" in match["num"],
    )


def _confidence(
    match: re.Match[str], number: numerals.Number, before: str, after: str, text: str
) -> float:
    """0 when no money; a unit was not said, so the shape and the words around decide."""
    has_unit = bool(re.search("[百千万亿]", match["num"])) or bool(match["scale"])
    if (
        _PERCENT_BEFORE.search(before)
        or before.endswith(("第", "点"))
        or _TAIL_BEFORE.search(before)
    ):
        return 0
    if any(pattern.match(after) for pattern, _ in _KINDS) or _CARD_AFTER.match(after):
        return 0
    if has_unit:
        return 0.9
    return _bare_confidence(match, number, before, after, text)


def _bare_confidence(
    match: re.Match[str], number: numerals.Number, before: str, after: str, text: str
) -> float:
    num = match["num"]
    alone = not re.sub(
        r"[\s，。！？,.!?、啊吧呢嗯哦呃额的了是对就那行好]", "", text.replace(num, "", 1)
    )
    length = len(num.replace(",", "").split(".")[0])
    if (
        (num.startswith(("零", "0")) and "." not in num)
        or length > 6
        or (_PHONE_BEFORE.search(before) and length > 2)
    ):
        return 0
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+\.\d\d", num) or (
        "点" in num and number.low >= 100
    ):
        return 0.8
    ends = not after or bool(re.match(r"[\s，。！？,.!?、吧啊呢的行可]", after))
    if match["more"] and number.low >= 100:
        return 0.6
    if _PAYS.search(before) and number.low >= 10 and (ends or number.low >= 100):
        return 0.7
    return 0.6 if alone and number.low >= 10 else 0


def _other(
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
    kind = next((kind for pattern, kind in _KINDS if pattern.match(after)), None)
    if kind is None and not number.digit_string and not num[0].isdigit():
        return None
    phone = len(num) >= 7 or bool(_PHONE_BEFORE.search(before))
    value = _digits_of(num) if kind is None or number.digit_string else str(number.low)
    return HeardNumber(span, kind or ("phone" if phone else "digits"), value)


def _digits_of(num: str) -> str:
    return "".join(char if char.isdigit() else str(numerals.DIGIT.get(char, char)) for char in num)
