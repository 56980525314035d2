"""The collector's part of the negotiation: he takes down what stands, asks for something, or speaks of other things."""

from __future__ import annotations

from dataclasses import replace

from shounuo.inspection.agreement import moves, other_matters
from shounuo.inspection.agreement.agreed import Agreed
from shounuo.inspection.agreement.named_terms import sums_of
from shounuo.inspection.agreement.talk import Talk, names_lender, recaps
from shounuo.inspection.agreement.terms import Terms, asked_terms, terms_of
from shounuo.inspection.question import ends_by_asking
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.steps.sentences import asks_payment, confirms


def collector_speaks(talk: Talk, turn: TurnReading) -> None:
    """He takes down what stands, or asks for something."""
    terms = _sum_on_the_table(talk, turn, terms_of(talk.reading, turn))
    talk.asked_at, talk.repeated, talk.put_at = None, False, None
    if _speaks_of_other_things(talk, turn, terms):
        return
    if _takes_down(talk, turn, terms):
        _take_down(talk, turn, terms)
        return
    talk.table = asked_terms(talk.reading, turn).over(talk.table)
    talk.put_at = turn.at if terms.any else None
    asked = asks_payment(turn, talk.use) or (terms.any and ends_by_asking(turn.text))
    talk.repeated = not asked and (terms.both or confirms(talk.reading, turn, talk.use))
    talk.asked_at = turn.at if asked or talk.repeated else None


def _speaks_of_other_things(talk: Talk, turn: TurnReading, terms: Terms) -> bool:
    """Of the rest, of a payment made, of another call, or of nothing to be paid: the last two undo what was only said."""
    agreed = talk.agreed
    if moves.looks_back(talk.reading, turn):
        return True
    if moves.of_the_rest(turn.text) and agreed and agreed.held:
        return True
    if moves.sets_aside(turn.text):
        talk.table, talk.agreed = Terms(), None
        return True
    calls = other_matters.of_calling(turn.text) and terms.cents is None
    if calls and agreed and agreed.recap_at is None and terms.day == agreed.terms.day:
        talk.agreed = None
    return calls


def _sum_on_the_table(talk: Talk, turn: TurnReading, terms: Terms) -> Terms:
    """Where a turn names several sums, the one agreed or named by the customer is the one to pay."""
    sums = sums_of(talk.reading, turn)
    if len(sums) < 2:
        return terms
    held = talk.agreed.terms if talk.agreed else None
    agreed = held.cents if held and held.day in (None, terms.day) else None
    own = sums & ({agreed} if agreed in sums else talk.latest & sums or talk.sums)
    return replace(terms, cents=own.pop()) if len(own) == 1 else terms


def _takes_down(talk: Talk, turn: TurnReading, terms: Terms) -> bool:
    """He takes up what the customer offered: repeats it, notes it, or says yes to it."""
    agreed = talk.agreed
    if moves.turns_down(turn.text):
        return False
    if agreed is None or agreed.terms.day is None:
        return _gives_the_day(talk, turn, terms) or _repeats_what_was_named(talk, turn, terms)
    if not agreed.held and _repeats_what_was_named(talk, turn, terms):
        return True
    if not terms.any:
        return turn.at - agreed.made_at <= 1 and moves.accepts(turn.text)
    notes = bool(talk.use.confirm.search(turn.text)) or names_lender(talk, turn)
    if terms.differ(agreed.terms):
        otherwise = not ends_by_asking(turn.text) and _repeats_otherwise(
            talk, turn, terms, notes=notes
        )
        return otherwise or _goes_with_his_day(talk, terms)
    return agreed.held or notes or terms.cents is not None or terms.day != talk.today


def _gives_the_day(talk: Talk, turn: TurnReading, terms: Terms) -> bool:
    """Names the day the offer left open (腊月二十 is 一月二十七号)."""
    agreed = talk.agreed
    open_ = agreed is not None and terms.cents in (None, agreed.terms.cents)
    return open_ and terms.day is not None and not ends_by_asking(turn.text)


def _goes_with_his_day(talk: Talk, terms: Terms) -> bool:
    """Says the day that the customer has just named: another than stood, or with another sum that is his or is owed."""
    agreed = talk.agreed
    assert agreed is not None
    known = {None, agreed.terms.cents, *talk.sums, *talk.reading.context.owed_cents}
    named = terms.day is not None and terms.day != talk.today
    stands = agreed.held and (agreed.taken or agreed.yes or terms.cents is not None)
    return stands and named and terms.day == talk.moved_to and terms.cents in known


def _repeats_otherwise(talk: Talk, turn: TurnReading, terms: Terms, *, notes: bool) -> bool:
    """Other terms than those agreed, said as a recapitulation or as the customer has just said them."""
    agreed = talk.agreed
    assert agreed is not None
    first = agreed.recap_at is None
    if agreed.terms.loose and terms.both and not terms.loose:
        return True  # the day itself, where only a stretch was said
    if agreed.own and agreed.yes and not first and terms.day not in talk.days | {None}:
        return False  # what the customer offered and settled is moved to no day that was not his
    exact = terms.cents is not None and terms.cents - terms.cents % 100 == agreed.terms.cents
    exact = exact and terms.day in talk.spoken | {None, agreed.terms.day}
    repeats = confirms(talk.reading, turn, talk.use) or terms.cents in talk.latest or exact
    return repeats or (notes and first) or _puts_it_right(talk, turn, terms)


def _puts_it_right(talk: Talk, turn: TurnReading, terms: Terms) -> bool:
    """Flatly says sum and day, each of which was his, or the sum due: what was agreed had been misheard."""
    agreed = talk.agreed
    assert agreed is not None
    if agreed.settled or not terms.both or turn.flat.questions or asks_payment(turn, talk.use):
        return False
    owed = terms.cents in talk.reading.context.owed_cents
    his_sum = owed or terms.cents in talk.sums | {agreed.terms.cents}
    return his_sum and terms.day in talk.days | {agreed.terms.day}


def _repeats_what_was_named(talk: Talk, turn: TurnReading, terms: Terms) -> bool:
    """Sum and day are repeated, of which the customer had named one in passing."""
    if not terms.both or talk.named_at is None or ends_by_asking(turn.text):
        return False
    notes = bool(talk.use.confirm.search(turn.text)) or names_lender(talk, turn)
    just_now = turn.at - talk.named_at == 1
    # Today is named in passing by everybody; it counts only in the very answer that is noted down.
    days = talk.days if notes and just_now else talk.days - {talk.today}
    shared = (terms.cents in talk.sums) + (terms.day in days)
    if shared < (1 if notes or just_now else 2):
        return False
    talk.agreed = Agreed(terms, talk.named_at, False, False, dated=True)
    return True


def _take_down(talk: Talk, turn: TurnReading, terms: Terms) -> None:
    """From here on it stands, in the terms in which he says it; the customer may still answer."""
    agreed = talk.agreed
    assert agreed is not None
    recap = turn.at if recaps(talk, turn, terms) else agreed.recap_at
    rough = terms.loose and agreed.terms.day is not None and not agreed.terms.loose
    said = replace(terms, day=None, loose=False) if rough else terms
    talk.table = said.over(agreed.terms)
    talk.agreed = replace(
        agreed,
        terms=talk.table,
        held=True,
        dated=agreed.dated or terms.day is not None,
        recap_at=recap,
        answer_at=None,
        taken=True,
    )
    talk.asked_at = turn.at
    talk.repeated = terms.both or not ends_by_asking(turn.text)
