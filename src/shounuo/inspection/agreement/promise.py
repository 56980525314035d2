"""The promise of a call: from the last recapitulation the customer answered yes to, else from his own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shounuo.inspection.agreement import speech
from shounuo.inspection.agreement.method import method_in
from shounuo.inspection.agreement.terms import Terms, terms_of
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.reading import Reading, TurnReading, once
from shounuo.inspection.steps.sentences import asks_payment, confirms, frames

_CORRECTS = re.compile(
    r"^不(?:对|是)|不是.{0,8}是|应该是|说错|改(?:成|到)|还是(?!要)|要不|\b(?:no|actually|i said|make (?:it|that)|instead)\b"
)
_IF = re.compile(r"if it clears|\bi guess\b|要是.{0,6}(?:到|来|发)|如果.{0,6}(?:到|来|发)")
_HEDGES = re.compile(r"差不多|应该(?!的)|可能|尽量|争取|大概|估摸|先挂")
_PLAIN = re.compile(r"对|没错|没问题|确认|可以|一定")
_TRACING = re.compile(
    r"核查|回单|凭证|截图|查账|查(?:一下)?(?:入账|到账)|到账之前|收到了?.{0,12}(?:元|块)|\b(?:trace|look for (?:that|the) payment|until it posts)\b"
)
_PLAN = re.compile(
    r"每个?(?:月|期)|分[二三四五六七八九十两几\d]+期|月供|(?:材料|申请|方案|协议).{0,10}(?:报|批|审|签|提交)|审批|往上报|报上去|a month|per month|pay ?stubs|application|under review"
)


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
    if (
        reading.context.callee_role == "third_party"
        or "plan_performing" in reading.context.open_flags
    ):
        return None
    found = _recapitulated(reading) or _own_words(reading)
    if found is None or _withdrawn(reading, found):
        return None
    return found


def _withdrawn(reading: Reading, promise: Promise) -> bool:
    after = [t for t in reading.party() if t.at > max(promise.made_at, promise.confirmed_at or 0)]
    return any(
        speech.declines(t.text, english=reading.english) and not terms_of(reading, t).any
        for t in after
    )


def _recapitulated(reading: Reading) -> Promise | None:
    use = frames(reading)
    for turn in reversed(reading.agent()):
        if confirms(reading, turn, use) and not _plan(turn) and not _looks_back(reading, turn):
            answer = _answer(reading, turn)
            committed = _last_commit(reading, turn.at)
            if answer is None and committed is None:
                continue
            if answer is not None and speech.declines(answer.text, english=reading.english):
                return None
            if answer is None or _yes(reading, answer) or committed:
                return _from_recap(reading, turn, answer, committed)
    return None


def _looks_back(reading: Reading, turn: TurnReading) -> bool:
    """Repeats a payment already made (昨晚还的 1240), not one to come."""
    days = [d.day for d in reading.heard(turn).dates if d.day]
    today = reading.call.as_of.date()
    return bool(_TRACING.search(turn.text)) or bool(days and all(day < today for day in days))


def _plan(turn: TurnReading) -> bool:
    return bool(_PLAN.search(turn.text))


def _answer(reading: Reading, turn: TurnReading) -> TurnReading | None:
    return next((t for t in reading.turns[turn.at + 1 : turn.at + 3] if not t.is_agent), None)


def _yes(reading: Reading, answer: TurnReading) -> bool:
    english = reading.english
    return (
        not answer.text
        or speech.agrees(answer.text, english=english)
        or speech.commits(answer.text, english=english)
        or terms_of(reading, answer).any
    )


def _last_commit(reading: Reading, before: int) -> TurnReading | None:
    """The customer's latest words before a place that commit him, or agree to an ask."""
    for turn in reversed([t for t in reading.party() if t.at < before]):
        if speech.commits(turn.text, english=reading.english) and not _plan(turn):
            return turn
        if speech.agrees(turn.text, english=reading.english) and _was_asked(reading, turn):
            return turn
    return None


def _was_asked(reading: Reading, turn: TurnReading) -> bool:
    previous = reading.turns[turn.at - 1] if turn.at else None
    return bool(previous and previous.is_agent and asks_payment(previous, frames(reading)))


def _from_recap(
    reading: Reading, recap: TurnReading, answer: TurnReading | None, committed: TurnReading | None
) -> Promise:
    terms = terms_of(reading, recap)
    if answer is not None:
        reply = terms_of(reading, answer)
        corrected = reply.any and bool(_CORRECTS.search(answer.text))
        terms = reply.over(terms) if corrected else _made_exact(terms, reply).over(reply)
    terms = terms.over(_earlier(reading, recap.at))
    if reading.english:
        clear = _clear_in_english(reading, answer or committed, terms, recap)
    else:
        clear = answer is not None and _clear(reading, answer, terms, committed)
    made = answer or committed or recap
    return Promise(
        SpokenPromise(terms.cents, terms.day, terms.method, clear), made.at, recap.at, terms.loose
    )


def _made_exact(recap: Terms, reply: Terms) -> Terms:
    """The recapitulation's terms, its rough day (月初那几天) given up for the day named in the answer (五号)."""
    rough = recap.loose and reply.day is not None and not reply.loose
    return Terms(recap.cents, None, recap.method) if rough else recap


def _clear_in_english(
    reading: Reading, answer: TurnReading | None, terms: Terms, recap: TurnReading
) -> bool:
    """An unhurried yes to a named day, or the words that made it, when nothing was said after."""
    if answer is None or terms.loose or terms.day is None:
        return False
    if speech.leaves(answer.text) or _IF.search(answer.text):
        return False
    hedged = speech.vague(answer.text) or speech.hedged(recap.text)
    before = terms_of(reading, answer)
    return not hedged and (_yes(reading, answer) if answer.at > recap.at else before.any)


def _clear(
    reading: Reading, answer: TurnReading, terms: Terms, committed: TurnReading | None
) -> bool:
    """An unhurried yes to a named day; where the recapitulation got no answer, one given just before it."""
    unsure = speech.leaves(answer.text) or _IF.search(answer.text) or speech.vague(answer.text)
    if terms.loose or terms.day is None or unsure:
        return False
    if _yes(reading, answer):
        firm = _PLAIN.search(answer.text) or terms_of(reading, answer).any
        return bool(firm or not (committed and _HEDGES.search(committed.text)))
    return bool(committed and committed.at >= answer.at - 2 and _firm(reading, committed))


def _firm(reading: Reading, turn: TurnReading) -> bool:
    """A plain yes to an ask that named sum and day."""
    asked = terms_of(reading, reading.turns[turn.at - 1])
    plain = speech.agrees(turn.text, english=reading.english) and not speech.vague(turn.text)
    return plain and asked.cents is not None and asked.day is not None


def _earlier(reading: Reading, before: int) -> Terms:
    """What the customer named last, then what he was last asked for."""
    terms = Terms()
    for turn in reversed([t for t in reading.turns[:before] if _speaks_of_paying(reading, t)]):
        terms = terms.over(terms_of(reading, turn))
    method = terms.method or _any_method(reading, before)
    cents = reading.context.due_cents if terms.cents is None else terms.cents
    return Terms(cents, terms.day, method, terms.loose)


def _any_method(reading: Reading, before: int) -> str | None:
    """The customer's last mention of a way to pay, else the collector's."""
    for side in (reading.party(), reading.agent()):
        for turn in reversed([t for t in side if t.at < before]):
            if method := method_in(turn.text, english=reading.english):
                return method
    return None


def _speaks_of_paying(reading: Reading, turn: TurnReading) -> bool:
    if turn.is_agent:
        return asks_payment(turn, frames(reading))
    if reading.english and terms_of(reading, turn).day and speech.of_money(turn.text):
        return True  # could I give you my card on Tuesday
    return speech.commits(turn.text, english=reading.english) or speech.agrees(
        turn.text, english=reading.english
    )


def _own_words(reading: Reading) -> Promise | None:
    """No recapitulation: the customer himself said what and when, or said yes to an ask that did."""
    for turn in reversed(reading.party()):
        english = reading.english
        own, asked = terms_of(reading, turn), Terms()
        if _was_asked(reading, turn) and speech.agrees(turn.text, english=english):
            asked = terms_of(reading, reading.turns[turn.at - 1])
        promised = (
            own.any and speech.commits(turn.text, english=english) and _of_paying(reading, turn)
        )
        accepted = asked.cents is not None and asked.day is not None
        if (promised or accepted) and not _about_a_plan(reading, turn):
            return _from_words(reading, turn, own.over(asked))
    return None


def _of_paying(reading: Reading, turn: TurnReading) -> bool:
    """In English I'll do that tonight says nothing by itself: money is named, or was asked for."""
    if not reading.english or speech.of_money(turn.text) or _was_asked(reading, turn):
        return True
    return terms_of(reading, turn).cents is not None


def _about_a_plan(reading: Reading, turn: TurnReading) -> bool:
    """An application is being talked of: bringing papers on Sunday is no promise to pay."""
    near = [t for t in reading.turns[max(0, turn.at - 3) :] if t.is_agent or t is turn]
    return any(_plan(t) for t in near)


def _from_words(reading: Reading, turn: TurnReading, terms: Terms) -> Promise | None:
    named = terms.cents is not None or terms.method is not None
    terms = terms.over(_earlier(reading, turn.at))
    if terms.day is None or (terms.loose and not named):
        return None
    loose = speech.vague(turn.text) or speech.leaves(turn.text) or terms.loose
    said = SpokenPromise(terms.cents, terms.day, terms.method, not loose)
    return Promise(said, turn.at, None, terms.loose)
