"""Terms the collector put otherwise than agreed, out of the customer's own words, and that the customer left as they were.

Many agree by going on: 那二十二号两千六百八您咋给, 手机上还. Nothing stands by this that did not stand before; only the sum
and the day of what lies between them are those said last.
"""

from __future__ import annotations

from dataclasses import replace

from shounuo.inspection.agreement import answers, firmness, paying
from shounuo.inspection.agreement.named_terms import days_of, sums_of
from shounuo.inspection.agreement.talk import Talk
from shounuo.inspection.agreement.terms import Terms, terms_of
from shounuo.inspection.question import asks, ends_by_asking
from shounuo.inspection.spots import TurnReading


def lets_stand(talk: Talk, turn: TurnReading, own: Terms) -> None:
    """His turn neither refuses nor asks, and says nothing else than what was put just before it."""
    if talk.put_at != turn.at - 1 or asks(turn) or own.differ(talk.table):
        return
    _adopt(talk)


def names_again(talk: Talk, turn: TurnReading, own: Terms) -> None:
    """He says, as what he pays, the sum due or one he had named before: then that is the sum."""
    agreed, known = talk.agreed, {*talk.reading.context.owed_cents, *talk.sums}
    if agreed is None or agreed.settled or asks(turn) or own.day not in (None, agreed.terms.day):
        return
    yes = answers.opens_with_yes(turn.text, english=talk.english)
    if own.cents in known and (yes or paying.pays(turn.text, english=talk.english)):
        talk.agreed = replace(agreed, terms=replace(agreed.terms, cents=own.cents))


def last_word(talk: Talk) -> None:
    """The call ends with it, unanswered; to what he had only said he would try nothing is added by that."""
    if talk.put_at is not None and talk.put_at == talk.reading.turns[-1].at:
        last = talk.reading.party()[-1:]
        _adopt(talk, guessed=any(firmness.guesses(turn.text) for turn in last))


def _adopt(talk: Talk, *, guessed: bool = False) -> None:
    """What was settled by a yes to its repetition stays; what was repeated gives way only to a sum with its day."""
    agreed, put = talk.agreed, _said(talk)
    if agreed is None or agreed.settled:
        return
    if not put.differ(agreed.terms) or (agreed.recap_at is not None and not put.both):
        return
    known = (*talk.reading.context.owed_cents, *talk.sums, agreed.terms.cents, None)
    if put.cents in known and put.day in talk.spoken | {agreed.terms.day, None}:
        held = agreed.held and not guessed
        talk.agreed = replace(agreed, terms=put.over(agreed.terms), own=False, held=held)


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
