"""The customer's part of the negotiation: he answers what lies on the table, or puts something there."""

from __future__ import annotations

from dataclasses import replace

from shounuo.inspection.agreement import answers, paying
from shounuo.inspection.agreement.agreed import Agreed
from shounuo.inspection.agreement.firmness import guesses
from shounuo.inspection.agreement.left_standing import lets_stand, names_again
from shounuo.inspection.agreement.named_terms import days_of, sums_of
from shounuo.inspection.agreement.stand import Stand, corrects, opens_yes, stand_of
from shounuo.inspection.agreement.talk import Talk, recaps
from shounuo.inspection.agreement.terms import Terms, terms_of
from shounuo.inspection.question import asks
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern


def customer_speaks(talk: Talk, turn: TurnReading) -> None:
    """He answers what lies on the table, or puts something there."""
    own = _for_today(talk, turn, terms_of(talk.reading, turn))
    since = turn.at - talk.asked_at if talk.asked_at is not None else 99
    asked, repeated = since <= 1 and not talk.repeated, since <= 2 and talk.repeated
    stand = stand_of(talk.reading, turn, own, asked=asked, repeated=repeated)
    recapped = repeated and talk.agreed is not None
    again = own.any and _repeats_the_ask(talk, turn, own, since)
    answered = recapped and not ((stand is Stand.YES or again) and _put_otherwise(talk))
    talk.latest = sums_of(talk.reading, turn)
    if answers.takes_back(turn.text):
        talk.agreed = None
    elif stand is Stand.NO:
        talk.agreed = None if recapped else talk.agreed
        talk.table = replace(talk.table, day=None, loose=False)
    elif answered and not _changes(talk, turn, own, stand):
        _answers(talk, turn, own, yes=stand is Stand.YES)
    elif stand is not Stand.NOTHING and again:
        _accept(talk, turn, own)
    elif stand in (Stand.OFFER, Stand.FIRM) or answered:
        _offer(talk, turn, own, firm=stand is Stand.FIRM)
    elif stand is Stand.YES and since <= 2:
        _accept(talk, turn, own)
    moves = stand not in (Stand.NO, Stand.NOTHING) and not (own.loose or guesses(turn.text))
    talk.moved_to = own.day if moves else None
    if stand is not Stand.NO:
        talk.spoken |= {d.day for d in days_of(talk.reading, turn) if d.day}
        lets_stand(talk, turn, own)
        names_again(talk, turn, own)
    if own.any and stand not in (Stand.NO, Stand.NOTHING):
        talk.named_at = turn.at
        talk.sums |= talk.latest
        talk.days |= {own.day} if own.day is not None else set()


def _put_otherwise(talk: Talk) -> bool:
    """The collector has just said other terms than those agreed; a yes to them is a yes to the new ones."""
    return talk.agreed is not None and talk.table.differ(talk.agreed.terms)


def _for_today(talk: Talk, turn: TurnReading, own: Terms) -> Terms:
    """下午去柜台, right now: today, where no day lies on the table."""
    open_ = own.day is None and talk.table.day is None and talk.agreed is None
    pays = own.cents is not None and own.method is not None
    if not (open_ and pays and paying.later_today(turn.text)):
        return own
    asked = asks(turn) or answers.declines(turn.text, english=talk.english)
    return own if asked or paying.done(turn.text) else replace(own, day=talk.today)


def _changes(talk: Talk, turn: TurnReading, own: Terms, stand: Stand) -> bool:
    """After a recapitulation only his own word, said as a correction or an act of paying, changes the terms."""
    agreed = talk.agreed
    assert agreed is not None
    held = agreed.terms
    other = (own.cents is not None and own.cents != held.cents) or (
        own.day is not None and own.day != held.day and not own.loose
    )
    if not other or stand not in (Stand.OFFER, Stand.FIRM, Stand.MENTION):
        return False
    if held.loose and own.day and own.cents in (None, held.cents):
        return True
    yes = answers.opens_with_yes(turn.text, english=talk.english)
    return not yes and (stand is not Stand.MENTION or corrects(turn.text))


def _answers(talk: Talk, turn: TurnReading, own: Terms, *, yes: bool) -> None:
    """He answers the recapitulation: with a yes or not, and perhaps tells the way he will pay."""
    agreed = talk.agreed
    assert agreed is not None
    terms = agreed.terms
    if own.method and not own.weak and not asks(turn):
        terms = replace(terms, method=own.method, weak=False)
    answer = turn.at if agreed.answer_at is None else agreed.answer_at
    yes = yes or opens_yes(talk.reading, turn)
    talk.agreed = replace(agreed, terms=terms, answer_at=answer, yes=yes or agreed.yes)


def _offer(talk: Talk, turn: TurnReading, own: Terms, *, firm: bool) -> None:
    """He puts his own terms on the table; a firm offer stands by itself."""
    agreed = talk.agreed
    base = agreed.terms.over(talk.table) if agreed else talk.table
    recap = agreed.recap_at if agreed else None
    held = firm or bool(agreed and agreed.held)
    dated = (own.day is not None and not own.loose) or bool(agreed and agreed.dated)
    talk.table = own.over(base)
    talk.agreed = Agreed(talk.table, turn.at, True, held, dated, recap)


def _accept(talk: Talk, turn: TurnReading, own: Terms) -> None:
    """He says yes to what was asked."""
    assert talk.asked_at is not None
    asked = talk.reading.turns[talk.asked_at]
    terms = terms_of(talk.reading, asked)
    if talk.agreed and talk.agreed.held and not terms.any:
        return
    if talk.table.day is None or not (terms.any or talk.agreed):
        return
    recap = asked.at if recaps(talk, asked, terms) else None
    agreed = own.over(talk.table) if own.method and not own.weak else talk.table
    dated = terms.day is not None or bool(talk.agreed and talk.agreed.dated)
    mine = bool(talk.agreed and talk.agreed.own and not agreed.differ(talk.agreed.terms))
    talk.agreed = Agreed(agreed, turn.at, mine, True, dated, recap, turn.at, yes=True)


def _repeats_the_ask(talk: Talk, turn: TurnReading, own: Terms, since: int) -> bool:
    """A yes that says the day or sum asked for once more."""
    if since > 2 or talk.asked_at is None:
        return False
    asked = terms_of(talk.reading, talk.reading.turns[talk.asked_at])
    same = own.day in (None, asked.day) and own.cents in (None, asked.cents)
    again = talk.repeated and (own.cents or asked.cents) == asked.cents and not asks(turn)
    again = again and not _WHY.search(turn.text)
    return same and asked.day is not None and (again or opens_yes(talk.reading, turn))


_WHY = quick_pattern(r"为(?:什么|啥|何)|凭(?:什么|啥)|\bwhy\b")  # takes up the figure to dispute it
