"""Every sum and every day of one turn that can be a term of a promise, apart from those that describe the debt."""

from __future__ import annotations

from shounuo.domain.heard import HeardAmount, HeardDate
from shounuo.inspection.agreement.beside import days_to_pay
from shounuo.inspection.agreement.on_file import as_on_file
from shounuo.inspection.agreement.payable import payable
from shounuo.inspection.agreement.weekdays import as_named_before
from shounuo.inspection.agreement.which_day import FARTHEST, last_of, without_echoes
from shounuo.inspection.once import once_a_turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading


def sums_of(reading: Reading, turn: TurnReading) -> set[int]:
    """Every sum of a turn that could be one to pay."""
    return {a.minor for a in named(reading, turn)[0]}


def days_of(reading: Reading, turn: TurnReading) -> list[HeardDate]:
    """Every day of a turn on which could be paid, in the order they are said."""
    return named(reading, turn)[1]


@once_a_turn
def named(reading: Reading, turn: TurnReading) -> tuple[list[HeardAmount], list[HeardDate]]:
    """Both, each in the order said; a stretch of days counts only where no day is named."""
    heard, today = reading.heard(turn), reading.call.as_of.date()
    if not heard.amounts and not heard.dates:
        return [], []
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
            last_of(d, english=reading.english) for d in heard.dates if d.until and d.until > today
        ]
    days = days_to_pay(turn.turn.text, days, english=reading.english)
    return amounts, without_echoes(turn.turn.text, days)
