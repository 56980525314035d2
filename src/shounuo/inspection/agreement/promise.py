"""The promise of a call: what was agreed in the negotiation, with what it left open filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from shounuo.inspection.agreement import answers, firmness, other_matters, paying
from shounuo.inspection.agreement.agreed import Agreed, stands
from shounuo.inspection.agreement.instalments import instalments
from shounuo.inspection.agreement.negotiation import negotiated
from shounuo.inspection.agreement.private import to_himself, to_you
from shounuo.inspection.agreement.terms import Terms, terms_of
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.steps.sentences import asks_payment, confirms, frames

_HEDGES = re.compile(r"差不多|应该(?!的)|可能|尽量|争取|大概|估摸|先挂")
_PLAIN = re.compile(r"对|没错|没问题|确认|可以|一定")


@dataclass(frozen=True)
class Promise:
    """`made_at`: place of the customer's words that made it; `confirmed_at`: of the collector's recapitulation."""

    said: SpokenPromise
    made_at: int
    confirmed_at: int | None
    loose_day: bool


@once
def promise_of(reading: Reading) -> Promise | None:
    """The promise that stood when the call ended, None when there was none."""
    agreed = negotiated(reading)
    if reading.context.callee_role == "third_party" or agreed is None:
        return None
    return offered(reading) if stands(reading, agreed) else None


@once
def offered(reading: Reading) -> Promise | None:
    """What lay between them at the end as a promise, whether it stood or not."""
    agreed = negotiated(reading)
    return None if agreed is None else _written_out(reading, agreed)


def _written_out(reading: Reading, agreed: Agreed) -> Promise:
    """The agreement with what was left open filled from the call: the way last named, the sum due."""
    terms = agreed.terms
    method = (None if terms.weak else terms.method) or _any_method(reading) or terms.method
    method = "other" if _to_the_collector(reading) else method
    cents = reading.context.due_cents if terms.cents is None else terms.cents
    whole = Terms(cents, terms.day, method, terms.loose)
    said = SpokenPromise(cents, terms.day, method, _explicit(reading, agreed, whole))
    parts = instalments(reading, said, (agreed.recap_at, agreed.made_at))
    said = replace(said, instalments=parts)
    return Promise(said, agreed.made_at, agreed.recap_at, terms.loose)


def _explicit(reading: Reading, agreed: Agreed, terms: Terms) -> bool:
    made = reading.turns[agreed.made_at]
    if agreed.recap_at is None:
        return not (firmness.vague(made.text) or other_matters.leaves(made.text) or terms.loose)
    recap = reading.turns[agreed.recap_at]
    answered = agreed.made_at if agreed.made_at > agreed.recap_at else None
    answered = agreed.answer_at if agreed.answer_at is not None else answered
    answer = reading.turns[answered] if answered is not None else None
    if reading.english:
        return _clear_in_english(reading, answer or made, terms, recap)
    return answer is not None and _clear(reading, answer, terms, made)


def _clear_in_english(
    reading: Reading, answer: TurnReading | None, terms: Terms, recap: TurnReading
) -> bool:
    """An unhurried yes to a named day, or the words that made it, when nothing was said after."""
    if answer is None or terms.loose or terms.day is None:
        return False
    if other_matters.leaves(answer.text) or firmness.hangs_on_money(answer.text):
        return False
    hedged = firmness.vague(answer.text) or firmness.hedged(recap.text)
    before = terms_of(reading, answer)
    return not hedged and (_yes(reading, answer) if answer.at > recap.at else before.any)


def _clear(
    reading: Reading, answer: TurnReading, terms: Terms, committed: TurnReading | None
) -> bool:
    """An unhurried yes to a named day; where the recapitulation got no answer, one given just before it."""
    unsure = (
        other_matters.leaves(answer.text)
        or firmness.hangs_on_money(answer.text)
        or firmness.vague(answer.text)
    )
    if terms.loose or terms.day is None or unsure:
        return False
    if _yes(reading, answer):
        firm = _PLAIN.search(answer.text) or terms_of(reading, answer).any
        return bool(firm or not (committed and _HEDGES.search(committed.text)))
    return bool(committed and committed.at >= answer.at - 2 and _firm(reading, committed))


def _yes(reading: Reading, answer: TurnReading) -> bool:
    english, named = reading.english, terms_of(reading, answer)
    return (
        not answer.text
        or answers.agrees(answer.text, english=english)
        or paying.commits(answer.text, english=english)
        or named.any
        or (named.method is not None and not named.weak)
    )


def _firm(reading: Reading, turn: TurnReading) -> bool:
    """A plain yes to an ask that named sum and day."""
    asked = terms_of(reading, reading.turns[turn.at - 1])
    plain = answers.agrees(turn.text, english=reading.english) and not firmness.vague(turn.text)
    return plain and asked.cents is not None and asked.day is not None


def _to_the_collector(reading: Reading) -> bool:
    """The collector had it sent to himself, and after that nobody named another way but sending."""
    asked = [t.at for t in reading.agent() if to_himself(t.text)]
    later = [t for t in reading.turns if asked and t.at > asked[-1]]
    if not (reading.english or any(to_you(t.text) for t in later if not t.is_agent)):
        return False
    ways = ((t.is_agent, terms_of(reading, t)) for t in later if not to_himself(t.text))
    named = [
        way.method
        for agent, way in ways
        if way.method and not way.weak and not (agent and way.method == "bank_transfer")
    ]
    return bool(asked) and not named


def _any_method(reading: Reading) -> str | None:
    """The customer's last mention of a way to pay, else the collector's where he asks or repeats."""
    for side in (reading.party(), [t for t in reading.agent() if _of_terms(reading, t)]):
        for turn in reversed(side):
            terms = terms_of(reading, turn)
            if terms.method and not terms.weak:
                return terms.method
    return None


def _of_terms(reading: Reading, turn: TurnReading) -> bool:
    use = frames(reading)
    return asks_payment(turn, use) or confirms(reading, turn, use)
