"""Whether a promise was made, and with a clear yes, read a second time: the negotiation held against the words around it.

The rules of `inspection.agreement` say what lay between both sides and whether it stood; that is one clue. The others
are the words that made it, those that repeated it, the answers to these, the last words of both, and what the house
knew. It decides whether there is a promise and how clear it is, never its sum or day; the way is weighed in `ways`.
Learned by `shounuo.lab.learn_promises`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shounuo.inspection import disposition
from shounuo.inspection.agreement.agreed import Agreed
from shounuo.inspection.agreement.firmness import hangs_on_money
from shounuo.inspection.agreement.negotiation import negotiated
from shounuo.inspection.agreement.promise import Promise, offered, promise_of
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.weighing.evidence import (
    LEAST_TURNS,
    case_facts,
    language_of,
    plain_turns,
    whole_call_facts,
)
from shounuo.inspection.weighing.model import promise_words
from shounuo.inspection.weighing.plain import placed_parts
from shounuo.inspection.weighing.trees import Floats
from shounuo.inspection.weighing.ways import likeliest_way
from shounuo.kernel.odds import probability

TOLD = ("promise", "explicit")  # in the order of their log-odds
BY_RULE, BY_PATTERN, STATE, FACT = 2.0, 2.0, 1.0, 0.6
_LAST = 2  # turns of each side
# How likely a promise must be to stand: one the rules hold, and terms they only heard; chosen among writers that had
# not taught it.
STANDS, ALONE = 0.44, 0.73


@once
def told_promise(reading: Reading) -> Promise | None:
    """The promise of a call; where the rules found none but terms were spoken of, these when they are likely."""
    if len(reading.turns) < LEAST_TURNS or reading.context.callee_role == "third_party":
        promise = promise_of(reading)
        return promise and replace(promise, said=_way_told(promise.said))
    promise = chosen(reading, chance(reading))
    return promise and _weighed(reading, promise)


def _way_told(said: SpokenPromise) -> SpokenPromise:
    """Too short to weigh: the way by rule, `other` where none was named."""
    return replace(said, method=said.method or "other")


def _weighed(reading: Reading, promise: Promise) -> Promise:
    """With its way and the kind of its yes as the words around tell them."""
    answered = negotiated(reading)
    at = max(promise.made_at, (answered and answered.answer_at) or 0)
    explicit = bool(_odds(reading)[1] > 0) and not hangs_on_money(reading.turns[at].text)
    way = likeliest_way(reading, promise)
    return replace(promise, said=replace(promise.said, method=way, explicit=explicit))


def chosen(reading: Reading, likely: float) -> Promise | None:
    """What stands where a promise is so `likely` (0…1): what the rules hold, else what lay between both."""
    by_rule = promise_of(reading)
    if by_rule is not None:
        return by_rule if likely >= STANDS else None
    return offered(reading) if likely >= ALONE else None


@once
def chance(reading: Reading) -> float:
    """How likely a promise was made."""
    return probability(float(_odds(reading)[0]))


@once
def _odds(reading: Reading) -> Floats:
    """The log-odds of each of `TOLD`."""
    language = language_of(reading)
    return promise_words(language).sum(_said(reading), language, _known(reading))


def promise_features(reading: Reading) -> Iterator[tuple[str, float]]:
    """The clues with what each counts for: the same when learning and when judging."""
    yield from placed_parts(_said(reading), language_of(reading))
    yield from _known(reading)


def _said(reading: Reading) -> Iterator[tuple[str, str, float]]:
    """Each text with its place and what it counts for: `m:` made it, `k:` repeated it, `n:` and `o:` answered."""
    said = plain_turns(reading)
    agreed = negotiated(reading)
    places: list[tuple[str, int]] = []
    if agreed is not None:
        places += [("m:", agreed.made_at), ("n:", agreed.made_at + 1)]
        if agreed.recap_at is not None:
            places += [("k:", agreed.recap_at), ("o:", agreed.recap_at + 1)]
    places += [("l:", t.at) for t in [t for t in reading.party() if t.text][-_LAST:]]
    places += [("a:", t.at) for t in [t for t in reading.agent() if t.text][-_LAST:]]
    for place, at in places:
        if at < len(said) and reading.turns[at].text:
            yield place, said[at], 1.0


def _known(reading: Reading) -> Iterator[tuple[str, float]]:
    """What the rules hold, and the facts."""
    yield f"r:{'promise' if promise_of(reading) else 'none'}", BY_RULE
    yield f"d:{disposition.disposition_of(reading)}", BY_PATTERN
    agreed = negotiated(reading)
    yield from ((f"r:{name}", STATE) for name in _state(reading, agreed))
    facts = {*case_facts(reading), *whole_call_facts(reading)}
    yield from ((f"f:{fact}", FACT) for fact in sorted(facts))


def _state(reading: Reading, agreed: Agreed | None) -> Iterator[str]:
    """The state of the negotiation when the line was cut."""
    if agreed is None:
        yield "nothing"
        return
    flags = ("own", "held", "dated", "yes", "taken")
    had = [name for name in flags if getattr(agreed, name)]
    had += ["recap"] if agreed.recap_at is not None else []
    had += ["answer"] if agreed.answer_at is not None else []
    had += ["loose"] if agreed.terms.loose else []
    yield from had
    yield "+".join(had)
    yield "sum" if agreed.terms.cents is not None else "no sum"
    yield f"way={agreed.terms.method}"
    yield f"ago={min(len(reading.turns) - 1 - agreed.made_at, 9)}"
