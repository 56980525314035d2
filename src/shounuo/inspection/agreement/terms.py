"""Amounts and days of one turn that can be terms of a promise, apart from those that describe the debt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from shounuo.domain.heard import HeardAmount, HeardDate
from shounuo.inspection.agreement.method import method_in
from shounuo.inspection.reading import Reading, TurnReading

_PER = re.compile(
    r"(?:每个?(?:月|期|周|星期)|一个月|一期|月供|每月|月结余)(?:先|还|付|存|能|可以|大概|只|再|要|给|是)*$|(?:工资|收入|房租|租金|毛利|底薪|挣|赚|到手|剩下|还有|药费|学费|里有|卡里有|余额)(?:也)?(?:才|就|只|大概|差不多|有|是)*$"
)
_PER_AFTER = re.compile(r"^(?:元|块)?(?:每|一)(?:个)?(?:月|期)|^(?:的)?(?:工资|收入|房租)")
_PER_EN = re.compile(
    r"\b(?:make|earn|rent|(?:only|literally|just|about) (?:have|got)|(?:have|got) (?:about|like|maybe|only)|income|paycheck is|bring home)\b.{0,12}$"
)
_MONTH_EN = re.compile(
    r"(?i:january|february|march|april|may|june|july|august|september|october|november|december)|the \w+(?:st|nd|rd|th)\b"
)
_PER_AFTER_EN = re.compile(r"^ ?(?:a|per|each|every) (?:month|week|paycheck)")
_WHOLE = re.compile(
    r"(?:全部?|都|一次(?:性)?|整个|一起)(?:还|付|结|清|给|处理|弄|交)|全额|全还|还清|结清|还完|pay (?:it )?(?:all|off|in full)|the (?:full|whole|entire)(?= (?:thing|amount|balance|bill|payment|sum|lot|due|of it|\$?\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b|$)|in full|all of it"
)
_LEAST = re.compile(
    r"最低|逾期(?:部分|的|那部分|那个)|past due (?:amount|part|portion)|the minimum|just the past due|bring it current"
)


@dataclass(frozen=True)
class Terms:
    """What one turn names; `whole`/`least` when it names the sum by its kind. `loose`: a rough day or sum."""

    cents: int | None = None
    day: date | None = None
    method: str | None = None
    loose: bool = False

    @property
    def any(self) -> bool:
        return self.cents is not None or self.day is not None

    def over(self, older: Terms) -> Terms:
        """These terms, with what they leave open taken from older ones."""
        return Terms(
            self.cents if self.cents is not None else older.cents,
            self.day or older.day,
            self.method or older.method,
            self.loose if self.day else older.loose,
        )


def terms_of(reading: Reading, turn: TurnReading) -> Terms:
    """The terms named in one turn."""
    text = turn.turn.text
    amounts, days = _nearer_half(text, *_named(reading, turn))
    cents = _sum(reading, turn, amounts)
    day = _latest(text, days)
    return Terms(
        cents,
        day.day if day else None,
        _method(reading, turn),
        bool(day and day.approximate),
    )


def _named(reading: Reading, turn: TurnReading) -> tuple[list[HeardAmount], list[HeardDate]]:
    heard, today = reading.heard(turn), reading.call.as_of.date()
    amounts = [a for a in heard.amounts if _payable(reading, turn.turn.text, a)]
    days = [d for d in heard.dates if d.day and d.day >= today and d.confidence >= 0.55]
    return amounts, days


# 五号三万，剩下的十二月再转: two payments, of which the nearer is the promise.
_REST = re.compile(r"剩(?:的|下|余)|其余|余下|另外的|(?<=[号日底初])再(?:转|还|打|搞|补|存|付|交)")


def _nearer_half(
    text: str, amounts: list[HeardAmount], days: list[HeardDate]
) -> tuple[list[HeardAmount], list[HeardDate]]:
    """Sums and days named before the rest is spoken of, when both stand there and a further day follows."""
    for rest in _REST.finditer(text):
        cut = max((d.span.start for d in days if d.span.end == rest.start()), default=rest.start())
        first = [a for a in amounts if a.span.end <= cut], [d for d in days if d.span.end <= cut]
        if all(first) and len(days) > len(first[1]):
            return first
    return amounts, days


_OWN_APP = re.compile(r"\bapp\b|\bmobile\b")


def _method(reading: Reading, turn: TurnReading) -> str | None:
    """The way named; an agency's web page is not the lender's app."""
    found = method_in(turn.text, english=reading.english)
    agency = reading.english and reading.context.agent_type == "agency_staff"
    return "other" if found == "app" and agency and not _OWN_APP.search(turn.text) else found


def _payable(reading: Reading, text: str, amount: HeardAmount) -> bool:
    """Not a wage, a rent, an instalment a month, a card's last digits or a loose guess."""
    before, after = (
        text[max(0, amount.span.start - 14) : amount.span.start],
        text[amount.span.end :],
    )
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
