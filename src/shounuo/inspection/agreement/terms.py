"""Amounts and days of one turn that can be terms of a promise, apart from those that describe the debt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from shounuo.domain.heard import HeardAmount, HeardDate
from shounuo.inspection.agreement.method import method_in, said_weakly
from shounuo.inspection.names import places
from shounuo.inspection.reading import Reading, TurnReading, once_a_turn
from shounuo.kernel.patterns import quick_pattern

_PER = quick_pattern(
    r"(?:每个?(?:月|期|周|星期)|一个月|(?<![第头])一期|月供|每月|月结余)(?:先|还|付|存|能|可以|大概|只|再|要|给|是)*$|(?:工资|收入|房租|租金|毛利|底薪|挣|赚|到手|剩下|还有|药费|学费|里有|卡里有|余额)(?:也)?(?:才|就|只|大概|差不多|有|是)*$"
)
_PER_AFTER = quick_pattern(r"^(?:元|块)?(?:每|一)(?:个)?(?:月|期)|^(?:的)?(?:工资|收入|房租)")
_PER_EN = quick_pattern(
    r"\b(?:make|earn|rent|(?:only|literally|just|about) (?:have|got)|(?:have|got) (?:about|like|maybe|only)|income|paycheck is|bring home)\b.{0,12}$"
)
_MONTH_EN = quick_pattern(
    r"(?i:january|february|march|april|may|june|july|august|september|october|november|december)|the (?:\w+[ -])?\w+(?:st|nd|rd|th)\b"
)
_PER_AFTER_EN = quick_pattern(r"^ ?(?:a|per|each|every) (?:month|week|paycheck)")
# A sum he has not: 没有五千, 一万真没有, I don't have seven twenty.
_DENIED = quick_pattern(
    r"(?:没有?|拿不出|凑不(?:出|齐|够)|哪来的?|(?i:\b(?:can't (?:do|pay|give|get)|haven't got|don't have|not (?:got|paying)|ain't got)\b(?: \w+)?\s?\$?))$"
)
_DENIED_AFTER = quick_pattern(
    r"(?:元|块|块钱)?(?:我|俺|咱|现在|真的?|实在|都|也|是)*(?:没有?|哪有|拿不出|凑不|都?得凑|不认|不交|不还|管什么用|够干嘛)"
)
# A sum beside the payment: what is waived, left over, disputed, or only a part of it.
_ASIDE = quick_pattern(
    r"(?:免(?:掉|了|去|收)?|减(?:掉|免|了)?|其中|包括|剩(?:下|余)?的?|还?差|余|多出来的?|不是)(?:您|你|的|是|那|还|逾期|大概|罚息|利息|违约金|滞纳金|本金|有)*$|(?:罚息|利息|违约金|滞纳金|诉讼费|手续费|年费|服务费)(?:占|有|是|一共|共)*$"
    r"|(?i:\b(?:waiv\w+|leav(?:e|es|ing)|still owed|owed|the (?:other|remaining|disputed)|rest of the|remaining|minus|less|knock(?:ing)? off|aim for)\b(?: (?:the|of|is|a|about|remaining|you))*\s?\$?)$"
)
_ASIDE_AFTER = quick_pattern(
    r"(?:元|块|块钱)?的?(?:罚息|利息|违约金|滞纳金|诉讼费|手续费|年费)|(?i:(?: dollars)?,? (?:is waived|we (?:leave|set)|stays|left over|in fees|late fee|fee\b|after that|i'll (?:jot|leave)|off the))"
)
_WHOLE = quick_pattern(
    r"(?:全部?|都|一次(?:性)?|整个|一起)(?:还|付|结|清|给|处理|弄|交)|全额|全还|还清|结清|还完|pay (?:it )?(?:all|off|in full)|the (?:full|whole|entire)(?= (?:thing|amount|balance|bill|payment|sum|lot|due|of it|\$?\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b|$)|in full|all of it"
)
_LEAST = quick_pattern(
    r"最低|逾期(?:的)?(?:那)?(?:部分|个数)|past due (?:amount|part|portion)|the minimum|just the past due|bring it current"
)


@dataclass(frozen=True)
class Terms:
    """What one turn names; `whole`/`least` when it names the sum by its kind. `loose`: a rough day or sum; `weak`: a way only hinted at (我转)."""

    cents: int | None = None
    day: date | None = None
    method: str | None = None
    loose: bool = False
    weak: bool = False

    @property
    def any(self) -> bool:
        return self.cents is not None or self.day is not None

    @property
    def both(self) -> bool:
        return self.cents is not None and self.day is not None

    def differ(self, other: Terms) -> bool:
        """Another sum or another day than the other's, where both name one."""
        sums = None not in (self.cents, other.cents) and self.cents != other.cents
        return sums or (None not in (self.day, other.day) and self.day != other.day)

    def over(self, older: Terms) -> Terms:
        """These terms, with what they leave open taken from older ones."""
        way, other = (older, self) if self.weak and older.method else (self, older)
        return Terms(
            self.cents if self.cents is not None else older.cents,
            self.day or older.day,
            way.method or other.method,
            self.loose if self.day else older.loose,
            way.weak if way.method else other.weak,
        )


@once_a_turn
def terms_of(reading: Reading, turn: TurnReading) -> Terms:
    """The terms named in one turn."""
    text = turn.turn.text
    amounts, days = _first_payment(text, *_named(reading, turn))
    cents = _sum(reading, turn, amounts)
    day = _latest(text, days)
    method = _method(reading, turn)
    weak = method is not None and said_weakly(turn.text, english=reading.english)
    return Terms(cents, day.day if day else None, method, bool(day and day.approximate), weak)


def sums_of(reading: Reading, turn: TurnReading) -> set[int]:
    """Every sum of a turn that could be one to pay."""
    return {a.minor for a in _named(reading, turn)[0]}


def asked_terms(reading: Reading, turn: TurnReading) -> Terms:
    """What a collector's turn puts on the table; of the sums that stand on the account the part past due."""
    terms, context = terms_of(reading, turn), reading.context
    said = {a.minor for a in reading.heard(turn).amounts}
    past = context.past_due_cents
    if terms.cents == context.due_cents and past in said:
        return replace(terms, cents=past)
    return terms


@once_a_turn
def _named(reading: Reading, turn: TurnReading) -> tuple[list[HeardAmount], list[HeardDate]]:
    heard, today = reading.heard(turn), reading.call.as_of.date()
    amounts = [
        _as_on_file(reading, a) for a in heard.amounts if _payable(reading, turn.turn.text, a)
    ]
    last = today + FARTHEST
    days = [d for d in heard.dates if d.day and today <= d.day <= last and d.confidence >= 0.55]
    if not days:
        days = [
            _last_of(d, english=reading.english) for d in heard.dates if d.until and d.until > today
        ]
    return amounts, _without_echoes(turn.turn.text, days)


def _as_on_file(reading: Reading, amount: HeardAmount) -> HeardAmount:
    """Ninety-eight forty is 98.40 where that is owed and 9,840 is not."""
    owed, cents = reading.context.owed_cents, amount.minor // 100
    words = reading.english and not re.search(r"[\d$]", amount.span.text)
    if words and amount.minor not in owed and amount.minor % 100 == 0 and cents in owed:
        return replace(amount, minor=cents, high_minor=cents)
    return amount


FARTHEST = timedelta(
    days=150
)  # a day farther off was the last one of its name: 七月十八 said in October
_TO_FRIDAY = timedelta(days=2)


def _last_of(stretch: HeardDate, *, english: bool) -> HeardDate:
    """A stretch named for a day (next week): its last day, of an English week its Friday."""
    day = stretch.until
    if day and stretch.day and english and day - stretch.day == timedelta(days=6):
        day -= _TO_FRIDAY
    return replace(stretch, day=day, approximate=True)


_NEXT_TO = quick_pattern(r"[\s,，(（]*(?:the |是|的|就是)?")


def _without_echoes(text: str, days: list[HeardDate]) -> list[HeardDate]:
    """Friday, November sixth and 十一号星期三 name one day: the weekday beside a date is not a second day."""
    echoes: list[HeardDate] = []
    for one, other in pairwise(days):
        if _NEXT_TO.fullmatch(text[one.span.end : other.span.start]):
            echoes.append(one if _dated(other) and not _dated(one) else other)
    return [d for d in days if d not in echoes or all(e in echoes for e in days)]


def _dated(day: HeardDate) -> bool:
    return bool(re.search(r"[号日月]|\d", day.span.text) or _MONTH_EN.search(day.span.text))


# 五号三万，剩下的十二月再转: two payments, of which the nearer is the promise.
_REST = quick_pattern(
    r"剩(?:的|下|余)?(?!多少)|其余|余下|另外的|(?<=[号日底初])再(?:转|还|打|搞|补|存|付|交|给)|\b(?:and )?(?:then )?the (?:rest|other|remaining|remainder|second (?:one|half))\b|\b(?:the )?(?:rest|remainder|remaining)\b|\banother\b|\bmore the\b"
)


def _first_payment(
    text: str, amounts: list[HeardAmount], days: list[HeardDate]
) -> tuple[list[HeardAmount], list[HeardDate]]:
    """Of two payments named in one breath the first: what stands before the rest is spoken of."""
    for rest in _REST.finditer(text.lower()):
        cut = max((d.span.start for d in days if d.span.end == rest.start()), default=rest.start())
        sums = [a for a in amounts if a.span.end <= cut]
        early = [d for d in days if d.span.end <= cut]
        if sums or (early and not amounts and len(early) < len(days)):
            amounts, days = sums, [d for d in days if d.span.end <= cut]
            break
    distinct = len({d.day for d in days}) > 1 and len(amounts) > 1
    return _first_pair(text, amounts, days) if distinct else (amounts, days)


def _first_pair(
    text: str, amounts: list[HeardAmount], days: list[HeardDate]
) -> tuple[list[HeardAmount], list[HeardDate]]:
    """十一月十五号三万，十二月十五号三万五: the first day with the sum beside it."""
    first, second = days[0], next(d for d in days if d.day != days[0].day)
    before = [a for a in amounts if a.span.end <= first.span.start]
    between = [a for a in amounts if first.span.end <= a.span.start < second.span.start]
    if before and not between:
        return before[-1:], [first]
    if between and not before and any(a.span.start >= second.span.end for a in amounts):
        return between[:1], [first]
    if before and between:
        return before[-1:], [first]
    return amounts, days


_GENERIC_TAIL = quick_pattern(
    r"^ ?(?:(?:bank|savings|credit|union|trust|mobile|financial|消费金融|银行) ?)+"
)


def _method(reading: Reading, turn: TurnReading) -> str | None:
    """The way named; a lender's name is none."""
    return method_in(without_lender(reading, turn.text), english=reading.english)


def without_lender(reading: Reading, text: str) -> str:
    """Gallatin Savings Bank is no savings account."""
    context = reading.context
    for name in (context.lender, context.agency or ""):
        text = text.replace(name.lower(), " ") if name else text
        for start, end in reversed(list(places(name, text, english=reading.english))):
            text = text[:start] + " " + _GENERIC_TAIL.sub(" ", text[end:])
    return text


def _payable(reading: Reading, text: str, amount: HeardAmount) -> bool:
    """Not a wage, a rent, an instalment a month, a card's last digits or a loose guess."""
    before, after = (
        text[max(0, amount.span.start - 14) : amount.span.start],
        text[amount.span.end :],
    )
    if _ASIDE.search(before) or _ASIDE_AFTER.match(after):
        return False
    if _DENIED.search(before) or _DENIED_AFTER.match(after):
        return False
    if amount.approximate or amount.confidence < 0.45 or amount.minor <= 0:
        return False
    if reading.english:
        return not _PER_EN.search(before.lower()) and not _PER_AFTER_EN.search(after.lower())
    return not _PER.search(before) and not _PER_AFTER.search(after)


def _sum(reading: Reading, turn: TurnReading, amounts: list[HeardAmount]) -> int | None:
    """The one amount to pay. The last said stands, unless it names the whole or the least by its kind."""
    context = reading.context
    said = [a for a in amounts if a.minor not in _other_totals(reading)] or amounts
    if said:
        return said[-1].minor
    if _LEAST.search(turn.text):
        return context.past_due_cents
    if _WHOLE.search(turn.text):
        return context.due_cents
    return None


def _other_totals(reading: Reading) -> set[int]:
    """The whole balance, when it is none of the sums due now."""
    context = reading.context
    due = {context.due_cents, context.past_due_cents}
    return {context.total_balance_cents} - due if context.total_balance_cents else set()


def _latest(text: str, days: list[HeardDate]) -> HeardDate | None:
    """A named day beats today said in passing (今天十月二十二号 names one day twice)."""
    exact = [d for d in days if not d.approximate] or days
    named = [d for d in exact if not d.span.text.startswith(("到今天", "截至今天"))]
    # 十一月二十三号礼拜一: the weekday only repeats the date before it.
    dated = [d for d in named if re.search(r"[号日月]|\d", d.span.text)] or named
    full = [d for d in dated if _MONTH_EN.search(d.span.text)] or dated
    return full[-1] if full else None
