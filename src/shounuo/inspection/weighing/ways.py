"""How a promise will be paid, read a second time: which ways were named by whom, held against the words around them.

The rules of `inspection.agreement` take the customer's last way; but ways are also named to be refused (my app is
locked), to ask (counter or phone?), of the past, or of somebody's wages. Learned by `shounuo.lab.learn_ways`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shounuo.inspection.agreement.promise import Promise
from shounuo.inspection.agreement.terms import ways_named
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.weighing.evidence import language_of, plain_turns
from shounuo.inspection.weighing.model import way_words
from shounuo.inspection.weighing.plain import placed_parts
from shounuo.inspection.weighing.trees import Floats

WAYS = ("app", "bank_transfer", "counter", "auto_debit", "other")
# What a turn's words count for: any turn's, those of the turns that made the promise or name a way, those answering these.
ANY, TELLING, ANSWER = 0.5, 1.0, 0.5
NAMED, LAST, BY_RULE, FACT = 0.5, 0.7, 0.5, 0.5
OVERRULES = 1.0  # in log-odds


@dataclass(frozen=True)
class _Naming:
    """A turn that names ways, in the order said."""

    turn: TurnReading
    ways: tuple[str, ...]

    @property
    def side(self) -> str:
        return "a" if self.turn.is_agent else "p"


def likeliest_way(reading: Reading, promise: Promise) -> str:
    """One of `WAYS` as the words around tell it; `other` where no way was named."""
    language = language_of(reading)
    odds = way_words(language).sum(_said(reading, promise), language, _known(reading, promise))
    return chosen_way(odds, promise)


def chosen_way(odds: Floats, promise: Promise) -> str:
    """One of `WAYS` by their log-odds: the rules' unless another is likelier by `OVERRULES`."""
    best = int(odds.argmax())
    by_rule = WAYS.index(promise.said.method or "other")
    return WAYS[best if odds[best] > odds[by_rule] + OVERRULES else by_rule]


def way_features(reading: Reading, promise: Promise) -> Iterator[tuple[str, float]]:
    """The clues with what each counts for: the same when learning and when judging."""
    yield from placed_parts(_said(reading, promise), language_of(reading))
    yield from _known(reading, promise)


def _said(reading: Reading, promise: Promise) -> Iterator[tuple[str, str, float]]:
    """Each text with its place: `p:` and `a:` of either side, `m:`, `k:`, `o:` as the promise was made, repeated and
    answered, `x:` and `y:` that name a way (the customer's: `y:`), `P:` and `A:` that named the last one, `q:` and `b:`
    what was answered to it."""
    said = plain_turns(reading)
    for turn in reading.turns:
        if turn.text:
            yield ("a:" if turn.is_agent else "p:"), said[turn.at], ANY
    yield from ((place, said[at], TELLING) for at, place in _places(reading, promise).items())
    for naming in _namings(reading):
        yield "x:", said[naming.turn.at], TELLING
        if naming.side == "p":
            yield "y:", said[naming.turn.at], TELLING
    for naming in _last(reading).values():
        at = naming.turn.at
        yield naming.side.upper() + ":", said[at], TELLING
        if at + 1 < len(said):
            yield ("q:" if naming.side == "p" else "b:"), said[at + 1], ANSWER


def _known(reading: Reading, promise: Promise) -> Iterator[tuple[str, float]]:
    """Which ways were named where, what the rules hold, and the product."""
    places, namings, last = _places(reading, promise), _namings(reading), _last(reading)
    for naming in namings:
        yield from ((f"w:{naming.side}:{way}", NAMED) for way in dict.fromkeys(naming.ways))
        yield f"w:{naming.side}:last:{naming.ways[-1]}", NAMED
        if naming.turn.at in places:
            yield f"w:{places[naming.turn.at]}{naming.ways[-1]}", NAMED
    for side, naming in last.items():
        yield f"l:{side}:{naming.ways[-1]}", LAST
        yield f"l:{side}:{'+'.join(naming.ways)}", LAST
    if namings:
        yield f"l:{namings[-1].side}:ends:{namings[-1].ways[-1]}", LAST
        pair = (last[side].ways[-1] if side in last else "-" for side in "pa")
        yield f"l:{'/'.join(pair)}/{namings[-1].side}", LAST
    yield f"r:{promise.said.method}", BY_RULE
    yield f"f:{reading.context.product}", FACT


def _places(reading: Reading, promise: Promise) -> dict[int, str]:
    """The turns of the promise: the one that made it, the one that repeated it, the answer to this."""
    places = {promise.made_at: "m:"}
    recap = promise.confirmed_at
    if recap is not None:
        places[recap] = "k:"
        if recap + 1 < len(reading.turns):
            places.setdefault(recap + 1, "o:")
    return {at: place for at, place in places.items() if reading.turns[at].text}


@once
def _namings(reading: Reading) -> tuple[_Naming, ...]:
    named = ((turn, ways_named(reading, turn)) for turn in reading.turns if turn.text)
    return tuple(_Naming(turn, ways) for turn, ways in named if ways)


def _last(reading: Reading) -> dict[str, _Naming]:
    """The last turn of each side that names a way."""
    return {naming.side: naming for naming in _namings(reading)}
