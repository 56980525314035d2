"""The terms of a promise that one turn names: sum, day and way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from shounuo.inspection.agreement import answers, paying
from shounuo.inspection.agreement.first_payment import first_payment
from shounuo.inspection.agreement.lender_left_out import without_lender
from shounuo.inspection.agreement.method import method_in, said_weakly, ways_in
from shounuo.inspection.agreement.named_terms import named
from shounuo.inspection.agreement.which_day import latest
from shounuo.inspection.agreement.which_sum import to_pay
from shounuo.inspection.once import once_a_turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading


@dataclass(frozen=True)
class Terms:
    """What one turn names; `cents` in minor units. `loose`: a rough day; `weak`: a way only hinted at (我转)."""

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
    amounts, days = first_payment(text, *named(reading, turn))
    cents = to_pay(reading, turn, amounts)
    day = latest(text, days)
    method = _method(reading, turn)
    weak = method is not None and said_weakly(turn.text, english=reading.english)
    when = day.day if day else _today(reading, turn)
    return Terms(cents, when, method, bool(day and day.approximate), weak)


def _today(reading: Reading, turn: TurnReading) -> date | None:
    """Where no day is named, today if it is to be paid now."""
    if not paying.right_now(turn.text):
        return None
    refused = answers.declines(turn.text, english=reading.english) or paying.done(turn.text)
    return None if refused else reading.call.as_of.date()


def asked_terms(reading: Reading, turn: TurnReading) -> Terms:
    """What a collector's turn puts on the table; of the sums that stand on the account the part past due."""
    terms, context = terms_of(reading, turn), reading.context
    said = {a.minor for a in reading.heard(turn).amounts}
    past = context.past_due_cents
    if terms.cents == context.due_cents and past in said:
        return replace(terms, cents=past)
    return terms


def _method(reading: Reading, turn: TurnReading) -> str | None:
    """The way named; a lender's name is none."""
    if not ways_named(reading, turn):
        return None
    return method_in(without_lender(reading, turn.text), english=reading.english)


@once_a_turn
def ways_named(reading: Reading, turn: TurnReading) -> tuple[str, ...]:
    """Every way of paying that a turn names, in the order said, whoever takes or refuses it."""
    return ways_in(without_lender(reading, turn.text), english=reading.english)
