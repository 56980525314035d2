"""The clues to what a call ended in, one row a call: what its words give each code, what faults they hint at, what the
patterns heard and where, what became of the promise, and what the other side did after it. No clue is a word, so that
calls of every language teach the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from shounuo.inspection import disposition
from shounuo.inspection.agreement import answers, firmness, other_matters, paying
from shounuo.inspection.agreement.negotiation import negotiated
from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.agreement.terms import terms_of
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.state import State, state_of
from shounuo.inspection.steps.done import steps_done
from shounuo.inspection.weighing.trees import Floats

CODES = (
    "AUTOPAY_FAILED", "CALLBACK", "CEASE", "CLAIM_PAID", "COMPLAINT", "DECEASED", "DISPUTE", "HUNG_UP", "MESSAGE_LEFT",
    "NO_MONEY", "PLAN_REQUEST", "PTP", "PTP_IMPLIED", "REFUSE", "THIRD_PARTY_REFUSED", "VULNERABLE", "WRONG_PERSON",
)  # fmt: skip
# Faults that tell of the other side: who is asked to go on after a stop has asked for one.
FAULTS = (
    "SELF_HARM_MISHANDLED", "CEASE_IGNORED", "IGNORE_DISPUTE", "REFUSE_COMPLAINT", "DENY_HARDSHIP",
    "COLLECT_DURING_PLAN", "DISCLOSE_TO_THIRD_PARTY", "CONTINUE_AFTER_REFUSAL", "DEMAND_THIRD_PARTY",
    "PRIVATE_PAYMENT", "BORROW_TO_PAY", "DISCLOSE_BEFORE_VERIFY", "THREAT",
)  # fmt: skip
LEAST = -9.0  # log-odds of what is out of the question
_NEVER = -1.0  # the place of what was not said
_ROLES = ("debtor", "guarantor", "third_party", "unknown")
_FLAGS = (
    "dispute", "plan_performing", "complaint_hold", "deceased", "elderly", "time_barred", "vulnerable",
    "third_party_refused",
)  # fmt: skip
_WISHES = (
    "stop", "write_only", "dispute", "hardship", "complaint", "self_harm", "attorney", "third_party_refusal",
)  # fmt: skip
_SAID = (
    "dead", "wrong", "paid", "autopay", "refuse", "no_money", "defer", "callback", "frail", "plan",
)  # fmt: skip
_TAKEN_UP = (
    "REFUSE", "VULNERABLE", "DECEASED", "WRONG_PERSON", "DISPUTE", "CLAIM_PAID", "PLAN_REQUEST", "AUTOPAY_FAILED",
    "NO_MONEY", "COMPLAINT", "CALLBACK",
)  # fmt: skip
_STEPS = (
    "ask_payment", "probe_reason", "offer_alternative", "confirm_promise", "close", "message_request",
)  # fmt: skip
_WAYS = ("app", "counter", "bank_transfer", "auto_debit", "other", None)
_OF_PROMISE, _ACTS = 19, 10  # clues of a promise, and of what a turn does
_FARTHEST_DAY = 60  # days ahead of the call


def ending_row(reading: Reading, by_words: Floats, faults: Floats) -> Floats:
    """The clues of one call.

    `by_words`: log-odds of each of `CODES`, by the words of the whole call; `faults` [turn of the collector, fault of `FAULTS`].
    """
    pattern = disposition.disposition_of(reading)
    told = (
        _shares(by_words),
        _hinted(faults),
        [code == pattern for code in CODES],
        _case(reading),
        _wishes(reading),
        _promise(reading),
        _heard(reading),
        _acts(reading),
    )
    return np.concatenate([np.fromiter(part, np.float32) for part in told])


def _shares(odds: Floats) -> Floats:
    """The logarithm of each code's share of all."""
    beside = odds - odds.max()
    return np.asarray(np.maximum(beside - np.log(np.exp(beside).sum()), LEAST), np.float32)


def _hinted(faults: Floats) -> Floats:
    """Of each fault, its best turn and what all turns come to."""
    if not len(faults):
        return np.full(2 * len(FAULTS), LEAST, np.float32)
    told = np.append(faults.max(axis=0), np.logaddexp(0, faults).sum(axis=0))
    return np.asarray(np.maximum(told, LEAST), np.float32)


def _case(reading: Reading) -> Iterator[float]:
    context, state = reading.context, state_of(reading)
    yield from (reading.english, len(reading.turns))
    yield from (context.callee_role == role for role in _ROLES)
    yield from (flag in context.open_flags for flag in _FLAGS)
    yield _place(reading, state.verified_at)
    yield from (state.denied_at is not None, state.hung_up_at is not None)
    done = steps_done(reading)
    yield from (done.get(step) is not None for step in _STEPS)
    yield reading.turns[-1].is_agent
    yield from (len(side[-1].text) if side else 0 for side in (reading.party(), reading.agent()))


def _place(reading: Reading, at: int | None) -> float:
    """How far into the call, of one."""
    return _NEVER if at is None else (at + 1) / len(reading.turns)


def _wishes(reading: Reading) -> Iterator[float]:
    state: State = state_of(reading)
    for kind in _WISHES:
        at = [request.at for request in state.requests if request.kind == kind]
        yield from (_place(reading, end) for end in ((at[0], at[-1]) if at else (None, None)))
    last = max(state.requests, key=lambda request: request.at, default=None)
    yield from (last is not None and last.kind == kind for kind in _WISHES)


def _promise(reading: Reading) -> Iterable[float]:
    promise = promise_of(reading)
    agreed = negotiated(reading) if promise else None
    if promise is None or agreed is None:
        return [0.0] * _OF_PROMISE
    said, today = promise.said, reading.call.as_of.date()
    days = min((said.date - today).days, _FARTHEST_DAY) if said.date else _NEVER
    return (
        1.0, said.explicit, agreed.own, agreed.held, agreed.dated, agreed.yes, agreed.taken, promise.loose_day,
        agreed.terms.cents is not None, *(said.method == way for way in _WAYS), _place(reading, promise.made_at),
        len(reading.turns) - promise.made_at, _place(reading, promise.confirmed_at), days,
    )  # fmt: skip


def _heard(reading: Reading) -> Iterator[float]:
    """Where the patterns last heard what each code is known by, from either side."""
    said, taken_up = disposition.last_said(reading), disposition.last_taken_up(reading)
    yield from (_place(reading, said.get(name)) for name in _SAID)
    yield from (_place(reading, taken_up.get(code)) for code in _TAKEN_UP)


def _acts(reading: Reading) -> Iterator[float]:
    """How often the other side declines, agrees, asks and names terms: in all, and once it had promised."""
    promise = promise_of(reading)
    made = promise.made_at if promise else len(reading.turns)
    acts = [(turn.at > made, *_act(reading, turn)) for turn in reading.party()]
    counted = np.array(acts, np.float32).reshape(-1, 1 + _ACTS)
    later, done = counted[:, :1], counted[:, 1:]
    yield from done.sum(axis=0)
    yield from (later * done).sum(axis=0)


def _act(reading: Reading, turn: TurnReading) -> tuple[bool, ...]:
    text, english, terms = turn.text, reading.english, terms_of(reading, turn)
    return (
        answers.declines(text, english=english), answers.agrees(text, english=english),
        paying.commits(text, english=english), firmness.vague(text), other_matters.of_calling(text), other_matters.of_papers(text),
        paying.done(text), bool(turn.flat.questions), terms.day is not None, terms.cents is not None,
    )  # fmt: skip
