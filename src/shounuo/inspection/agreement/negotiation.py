"""A call as a negotiation: what lay on the table, who put it there, and what was agreed when the line was cut.

An offer of the customer that the collector takes down stands unless he then says no. What the collector asks for stands
only on a yes. A question, a condition or a guess is an offer that stands only once it is taken down. The last state wins.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shounuo.inspection.agreement import answers, moves, other_matters, paying
from shounuo.inspection.agreement.agreed import Agreed
from shounuo.inspection.agreement.moves import Stand
from shounuo.inspection.agreement.terms import Terms, asked_terms, sums_of, terms_of
from shounuo.inspection.names import named
from shounuo.inspection.question import asks, ends_by_asking
from shounuo.inspection.reading import Reading, TurnReading, once
from shounuo.inspection.steps.sentences import asks_payment, confirms, frames


@once
def negotiated(reading: Reading) -> Agreed | None:
    """What lay between them at the end, whether it stands (`stands`) or not; None when no day was spoken of."""
    talk = _Talk(reading)
    for turn in reading.turns:
        if turn.is_agent:
            talk.collector(turn)
        else:
            talk.customer(turn)
    if talk.agreed is not None and talk.agreed.terms.day is not None:
        return talk.agreed
    theirs = reading.party()
    if talk.table.day is None or not theirs:
        return None
    return Agreed(talk.table, theirs[-1].at, own=False, held=False)


class _Talk:
    """The state of the negotiation, moved on turn by turn."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.english = reading, reading.english
        self.use = frames(reading)
        self.table = Terms()
        self.asked_at: int | None = None
        self.repeated = False
        self.agreed: Agreed | None = None
        self.today = reading.call.as_of.date()
        self.named_at: int | None = None
        self.latest: set[int] = set()
        self.sums: set[int] = set()
        self.days: set[date] = set()

    def collector(self, turn: TurnReading) -> None:
        """He takes down what stands, or asks for something."""
        terms = self._sum_on_the_table(turn, terms_of(self.reading, turn))
        self.asked_at, self.repeated = None, False
        if self._speaks_of_other_things(turn, terms):
            return
        if self._takes_down(turn, terms):
            self._take_down(turn, terms)
            return
        self.table = asked_terms(self.reading, turn).over(self.table)
        asked = asks_payment(turn, self.use) or (terms.any and ends_by_asking(turn.text))
        self.repeated = not asked and (terms.both or confirms(self.reading, turn, self.use))
        self.asked_at = turn.at if asked or self.repeated else None

    def _speaks_of_other_things(self, turn: TurnReading, terms: Terms) -> bool:
        """Of the rest, of a payment made, of another call, or of nothing to be paid: the last two undo what was only said."""
        agreed = self.agreed
        if moves.looks_back(self.reading, turn):
            return True
        if moves.of_the_rest(turn.text) and agreed and agreed.held:
            return True
        if moves.sets_aside(turn.text):
            self.table, self.agreed = Terms(), None
            return True
        calls = other_matters.of_calling(turn.text) and terms.cents is None
        if calls and agreed and agreed.recap_at is None and terms.day == agreed.terms.day:
            self.agreed = None
        return calls

    def _sum_on_the_table(self, turn: TurnReading, terms: Terms) -> Terms:
        """Where a turn names several sums, the one agreed or named by the customer is the one to pay."""
        sums = sums_of(self.reading, turn)
        if len(sums) < 2:
            return terms
        held = self.agreed.terms if self.agreed else None
        agreed = held.cents if held and held.day in (None, terms.day) else None
        own = sums & ({agreed} if agreed in sums else self.latest & sums or self.sums)
        return replace(terms, cents=own.pop()) if len(own) == 1 else terms

    def _takes_down(self, turn: TurnReading, terms: Terms) -> bool:
        """He takes up what the customer offered: repeats it, notes it, or says yes to it."""
        agreed = self.agreed
        if moves.turns_down(turn.text):
            return False
        if agreed is None or agreed.terms.day is None:
            return self._gives_the_day(turn, terms) or self._repeats_what_was_named(turn, terms)
        if not agreed.held and self._repeats_what_was_named(turn, terms):
            return True
        if not terms.any:
            return turn.at - agreed.made_at <= 1 and moves.accepts(turn.text)
        notes = bool(self.use.confirm.search(turn.text)) or self._lender(turn)
        if terms.differ(agreed.terms):
            return not ends_by_asking(turn.text) and self._repeats_otherwise(
                turn, terms, notes=notes
            )
        return agreed.held or notes or terms.cents is not None or terms.day != self.today

    def _gives_the_day(self, turn: TurnReading, terms: Terms) -> bool:
        """Names the day the offer left open (腊月二十 is 一月二十七号)."""
        agreed = self.agreed
        open_ = agreed is not None and terms.cents in (None, agreed.terms.cents)
        return open_ and terms.day is not None and not ends_by_asking(turn.text)

    def _repeats_otherwise(self, turn: TurnReading, terms: Terms, *, notes: bool) -> bool:
        """Other terms than those agreed, said as a recapitulation or as the customer has just said them."""
        first = self.agreed is not None and self.agreed.recap_at is None
        repeats = confirms(self.reading, turn, self.use) or terms.cents in self.latest
        return repeats or (notes and first)

    def _repeats_what_was_named(self, turn: TurnReading, terms: Terms) -> bool:
        """Sum and day are repeated, of which the customer had named one in passing."""
        if not terms.both or self.named_at is None or ends_by_asking(turn.text):
            return False
        notes, just_now = (
            bool(self.use.confirm.search(turn.text)) or self._lender(turn),
            turn.at - self.named_at == 1,
        )
        # Today is named in passing by everybody; it counts only in the very answer that is noted down.
        days = self.days if notes and just_now else self.days - {self.today}
        shared = (terms.cents in self.sums) + (terms.day in days)
        if shared < (1 if notes or just_now else 2):
            return False
        self.agreed = Agreed(terms, self.named_at, False, False, dated=True)
        return True

    def _lender(self, turn: TurnReading) -> bool:
        return named(self.reading.context.lender, turn.text, english=self.english)

    def _take_down(self, turn: TurnReading, terms: Terms) -> None:
        agreed = self.agreed
        assert agreed is not None
        recap = turn.at if _recaps(self.reading, turn, terms) else agreed.recap_at
        rough = terms.loose and agreed.terms.day is not None and not agreed.terms.loose
        said = replace(terms, day=None, loose=False) if rough else terms
        self.table = said.over(agreed.terms)
        self.agreed = replace(
            agreed,
            terms=self.table,
            held=True,
            dated=agreed.dated or terms.day is not None,
            recap_at=recap,
            answer_at=None,
            taken=True,
        )
        self.asked_at = turn.at
        self.repeated = terms.both or not ends_by_asking(turn.text)

    def customer(self, turn: TurnReading) -> None:
        """He answers what lies on the table, or puts something there."""
        own = self._for_today(turn, terms_of(self.reading, turn))
        since = turn.at - self.asked_at if self.asked_at is not None else 99
        asked, repeated = since <= 1 and not self.repeated, since <= 2 and self.repeated
        stand = moves.stand(self.reading, turn, own, asked=asked, repeated=repeated)
        recapped = repeated and self.agreed is not None
        self.latest = sums_of(self.reading, turn)
        if answers.takes_back(turn.text):
            self.agreed = None
        elif stand is Stand.NO:
            self.agreed = None if recapped else self.agreed
            self.table = replace(self.table, day=None, loose=False)
        elif recapped and not self._changes(turn, own, stand):
            self._answers(turn, own, yes=stand is Stand.YES)
        elif stand is not Stand.NOTHING and own.any and self._repeats_the_ask(turn, own, since):
            self._accept(turn, own)
        elif stand in (Stand.OFFER, Stand.FIRM) or recapped:
            self._offer(turn, own, firm=stand is Stand.FIRM)
        elif stand is Stand.YES and since <= 2:
            self._accept(turn, own)
        if own.any and stand not in (Stand.NO, Stand.NOTHING):
            self.named_at = turn.at
            self.sums |= self.latest
            self.days |= {own.day} if own.day is not None else set()

    def _for_today(self, turn: TurnReading, own: Terms) -> Terms:
        """下午去柜台, right now: today, where no day lies on the table."""
        open_ = own.day is None and self.table.day is None and self.agreed is None
        pays = own.cents is not None and own.method is not None
        if not (open_ and pays and paying.later_today(turn.text)):
            return own
        asked = asks(turn) or answers.declines(turn.text, english=self.english)
        return own if asked or paying.done(turn.text) else replace(own, day=self.today)

    def _changes(self, turn: TurnReading, own: Terms, stand: Stand) -> bool:
        """After a recapitulation only his own word, said as a correction or an act of paying, changes the terms."""
        agreed = self.agreed
        assert agreed is not None
        held = agreed.terms
        other = (own.cents is not None and own.cents != held.cents) or (
            own.day is not None and own.day != held.day and not own.loose
        )
        if not other or stand not in (Stand.OFFER, Stand.FIRM, Stand.MENTION):
            return False
        if held.loose and own.day and own.cents in (None, held.cents):
            return True
        yes = answers.opens_with_yes(turn.text, english=self.english)
        return not yes and (stand is not Stand.MENTION or moves.corrects(turn.text))

    def _answers(self, turn: TurnReading, own: Terms, *, yes: bool) -> None:
        agreed = self.agreed
        assert agreed is not None
        terms = agreed.terms
        if own.method and not own.weak and not asks(turn):
            terms = replace(terms, method=own.method, weak=False)
        answer = turn.at if agreed.answer_at is None else agreed.answer_at
        yes = yes or moves.opens_yes(self.reading, turn)
        self.agreed = replace(agreed, terms=terms, answer_at=answer, yes=yes or agreed.yes)

    def _offer(self, turn: TurnReading, own: Terms, *, firm: bool) -> None:
        agreed = self.agreed
        base = agreed.terms.over(self.table) if agreed else self.table
        recap = agreed.recap_at if agreed else None
        held = firm or bool(agreed and agreed.held)
        dated = (own.day is not None and not own.loose) or bool(agreed and agreed.dated)
        self.table = own.over(base)
        self.agreed = Agreed(self.table, turn.at, True, held, dated, recap)

    def _accept(self, turn: TurnReading, own: Terms) -> None:
        assert self.asked_at is not None
        asked = self.reading.turns[self.asked_at]
        terms = terms_of(self.reading, asked)
        if self.agreed and self.agreed.held and not terms.any:
            return
        if self.table.day is None or not (terms.any or self.agreed):
            return
        recap = asked.at if _recaps(self.reading, asked, terms) else None
        agreed = own.over(self.table) if own.method and not own.weak else self.table
        dated = terms.day is not None or bool(self.agreed and self.agreed.dated)
        mine = bool(self.agreed and self.agreed.own and not agreed.differ(self.agreed.terms))
        self.agreed = Agreed(agreed, turn.at, mine, True, dated, recap, turn.at, yes=True)

    def _repeats_the_ask(self, turn: TurnReading, own: Terms, since: int) -> bool:
        """A yes that says the day or sum asked for once more."""
        if since > 2 or self.asked_at is None:
            return False
        asked = terms_of(self.reading, self.reading.turns[self.asked_at])
        same = own.day in (None, asked.day) and own.cents in (None, asked.cents)
        again = self.repeated and own.cents == asked.cents and not asks(turn)
        return same and asked.day is not None and (again or moves.opens_yes(self.reading, turn))


def _recaps(reading: Reading, turn: TurnReading, terms: Terms) -> bool:
    return terms.both or confirms(reading, turn, frames(reading))
