"""Terms the collector put otherwise than agreed, out of the customer's own words, and that the customer left as they were.

Many agree by going on: 那二十二号两千六百八您咋给, 手机上还. Nothing stands by this that did not stand before; only the sum
and the day of what lies between them are those said last.
"""

from __future__ import annotations

from dataclasses import replace

from shounuo.inspection.agreement.talk import Talk
from shounuo.inspection.agreement.terms import Terms, days_of, sums_of, terms_of
from shounuo.inspection.question import asks, ends_by_asking
from shounuo.inspection.spots import TurnReading


def lets_stand(talk: Talk, turn: TurnReading, own: Terms) -> None:
    """His turn neither refuses nor asks, and says nothing else than what was put just before it."""
    if talk.put_at != turn.at - 1 or asks(turn) or own.differ(talk.table):
        return
    _adopt(talk)


def last_word(talk: Talk) -> None:
    """The call ends with it, unanswered."""
    if talk.put_at == talk.reading.turns[-1].at:
        _adopt(talk)


def _adopt(talk: Talk) -> None:
    """What was settled by a yes to its repetition stays; what was repeated gives way only to a sum with its day."""
    agreed, put = talk.agreed, _said(talk)
    if agreed is None or (agreed.yes and agreed.recap_at is not None):
        return
    if not put.differ(agreed.terms) or (agreed.recap_at is not None and not put.both):
        return
    known = (*talk.reading.context.owed_cents, *talk.sums, agreed.terms.cents, None)
    if put.cents in known and put.day in talk.spoken | {agreed.terms.day, None}:
        talk.agreed = replace(agreed, terms=put.over(agreed.terms), own=False)


def _said(talk: Talk) -> Terms:
    """The table as far as it was put in figures: of 全部还清 the sum is only guessed."""
    assert talk.put_at is not None
    turn = talk.reading.turns[talk.put_at]
    figures = talk.table.cents in sums_of(talk.reading, turn)
    day = talk.table.day if terms_of(talk.reading, turn).day and not talk.table.loose else None
    held = talk.agreed.terms.day if talk.agreed and talk.agreed.held else None
    if held in {d.day for d in days_of(talk.reading, turn)} and not ends_by_asking(turn.text):
        day = None  # of several days the one agreed is said again
    return replace(talk.table, cents=talk.table.cents if figures else None, day=day)
