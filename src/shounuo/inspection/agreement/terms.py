"""Amounts and days of one turn that can be terms of a promise, apart from those that describe the debt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from shounuo.domain.heard import HeardAmount, HeardDate
from shounuo.inspection.agreement import answers, paying
from shounuo.inspection.agreement.beside import days_to_pay
from shounuo.inspection.agreement.first_payment import first_payment
from shounuo.inspection.agreement.method import method_in, said_weakly, ways_in
from shounuo.inspection.agreement.on_file import as_on_file
from shounuo.inspection.agreement.payable import payable
from shounuo.inspection.agreement.weekdays import as_named_before
from shounuo.inspection.names import places
from shounuo.inspection.once import once_a_turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

_MONTH_EN = quick_pattern(
    r"(?i:january|february|march|april|may|june|july|august|september|october|november|december)|the (?:\w+[ -])?\w+(?:st|nd|rd|th)\b"
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
    amounts, days = first_payment(text, *_named(reading, turn))
    cents = _sum(reading, turn, amounts)
    day = _latest(text, days)
    method = _method(reading, turn)
    weak = method is not None and said_weakly(turn.text, english=reading.english)
    when = day.day if day else _today(reading, turn)
    return Terms(cents, when, method, bool(day and day.approximate), weak)


def _today(reading: Reading, turn: TurnReading) -> date | None:
    """Where no day is named, today if it is to be paid now."""
    refused = answers.declines(turn.text, english=reading.english) or paying.done(turn.text)
    now = paying.right_now(turn.text) and not refused
    return reading.call.as_of.date() if now else None


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


def days_of(reading: Reading, turn: TurnReading) -> list[HeardDate]:
    """Every day of a turn on which could be paid, in the order they are said."""
    return _named(reading, turn)[1]


@once_a_turn
def _named(reading: Reading, turn: TurnReading) -> tuple[list[HeardAmount], list[HeardDate]]:
    heard, today = reading.heard(turn), reading.call.as_of.date()
    amounts = [
        as_on_file(reading, turn.turn.text, a)
        for a in heard.amounts
        if payable(reading, turn.turn.text, a)
    ]
    last = today + FARTHEST
    dates = [as_named_before(reading, turn, d) for d in heard.dates]
    days = [d for d in dates if d.day and today <= d.day <= last and d.confidence >= 0.55]
    if not days:
        days = [
            _last_of(d, english=reading.english) for d in heard.dates if d.until and d.until > today
        ]
    days = days_to_pay(turn.turn.text, days, english=reading.english)
    return amounts, _without_echoes(turn.turn.text, days)


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


_GENERIC_TAIL = quick_pattern(
    r"^ ?(?:(?:bank|savings|credit|union|trust|mobile|financial|消费金融|银行) ?)+"
)


def _method(reading: Reading, turn: TurnReading) -> str | None:
    """The way named; a lender's name is none."""
    return method_in(without_lender(reading, turn.text), english=reading.english)


def ways_named(reading: Reading, turn: TurnReading) -> tuple[str, ...]:
    """Every way of paying that a turn names, in the order said, whoever takes or refuses it."""
    return ways_in(without_lender(reading, turn.text), english=reading.english)


def without_lender(reading: Reading, text: str) -> str:
    """Gallatin Savings Bank is no savings account."""
    context = reading.context
    for name in (context.lender, context.agency or ""):
        text = text.replace(name.lower(), " ") if name else text
        for start, end in reversed(list(places(name, text, english=reading.english))):
            text = text[:start] + " " + _GENERIC_TAIL.sub(" ", text[end:])
    return text


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
