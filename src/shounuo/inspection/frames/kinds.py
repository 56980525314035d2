"""A kind of breach: the frames that say it, what shelters from it, and why it is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from shounuo.inspection.frames.compile import Frame
from shounuo.inspection.frames.everyday import blanked
from shounuo.inspection.frames.match import Hit, find
from shounuo.inspection.frames.shelter import USUAL, Shelter, sheltered
from shounuo.inspection.names import places
from shounuo.inspection.reading import Reading, Spot, TurnReading
from shounuo.kernel.text import Text

Found = tuple[Spot, Text, float]


def _always(reading: Reading, turn: TurnReading) -> bool:
    return True


@dataclass(frozen=True)
class Kind:
    """`when` asks the call whether such words breach here at all; `shelters` are those that count."""

    why: Text
    zh: tuple[Frame, ...] = ()
    en: tuple[Frame, ...] = ()
    confidence: float = 0.8
    shelters: frozenset[Shelter] = USUAL
    when: Callable[[Reading, TurnReading], bool] = _always


_NAME_TAIL = 6  # characters of a house's name beyond the part that is its own: 农村商业银行
# What the kinds of a detector found in a reading; several detectors ask for the same.
_KEPT: WeakKeyDictionary[Reading, dict[int, tuple[Found, ...]]] = WeakKeyDictionary()


def find_kinds(
    reading: Reading, kinds: tuple[Kind, ...], turns: Iterable[TurnReading] | None = None
) -> tuple[Found, ...]:
    """Every unsheltered frame in the collector's turns (all of them, or `turns`). `kinds` is a module's constant."""
    if turns is not None:
        return tuple(_find(reading, kinds, turns))
    kept = _KEPT.setdefault(reading, {})
    if id(kinds) not in kept:
        kept[id(kinds)] = tuple(_find(reading, kinds, reading.agent()))
    return kept[id(kinds)]


def _find(reading: Reading, kinds: Iterable[Kind], turns: Iterable[TurnReading]) -> Iterator[Found]:
    for turn in turns:
        for kind in kinds:
            yield from _in_turn(reading, turn, kind)


# 我妈也刚做完手术: of the collector's own family nothing is threatened.
_OWN_KIN = re.compile(r"^(?:妈|爸|爹|娘|老婆|老公|媳妇|孩子|儿子|女儿|闺女|姐|哥|弟|妹|家)")


# Asked to know who listens: your mother's maiden name threatens no mother.
_SECURITY_EN = re.compile(
    r"\b(?:mother|mom|father|dad)'?s (?:maiden |first |middle |last )?name\b|\bsecurity (?:question|word|answer)s?\b"
)


def _own(reading: Reading, turn: TurnReading, hit: Hit) -> bool:
    """The hit starts within the name of the house that calls (锦江农村商业银行 is no village), or in "my mother"."""
    if (
        hit.start
        and turn.text[hit.start - 1] in "我咱俺"
        and _OWN_KIN.match(turn.text[hit.start :])
    ):
        return True
    if reading.english and any(
        m.start() < hit.end and hit.start < m.end() for m in _SECURITY_EN.finditer(turn.text)
    ):
        return True
    said, name = turn.text[hit.start : hit.end], reading.context.debtor_name
    if name and "户名" in said and name in said:
        return True  # an account in the customer's own name
    houses = (reading.context.lender, reading.context.agency or "")
    spans = (s for house in houses for s in places(house, turn.text, english=reading.english))
    return any(start <= hit.start < end + _NAME_TAIL for start, end in spans)


def _in_turn(reading: Reading, turn: TurnReading, kind: Kind) -> Iterator[Found]:
    english = reading.english
    text = turn.text if english else blanked(turn.text)
    for hit in find(text, "en" if english else "zh", kind.en if english else kind.zh):
        if sheltered(turn.flat, hit.start, hit.end, english, kind.shelters):
            continue
        if kind.when(reading, turn) and not _own(reading, turn, hit):
            yield Spot(turn, hit.start, hit.end), kind.why, kind.confidence
