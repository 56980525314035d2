"""A kind of breach: the frames that say it, what shelters from it, and why it is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from shounuo.inspection.frames.compile import Frame, Language
from shounuo.inspection.frames.everyday import blanked
from shounuo.inspection.frames.match import Hit, heard, hits
from shounuo.inspection.frames.shelter import USUAL, Shelter, sheltered
from shounuo.inspection.names import places
from shounuo.inspection.once import once_a_turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
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


class _Group:
    """The frames of all kinds of one detector, by the anchors that call for them.

    Most turns hold no anchor of most frames, so a turn is asked once for all of them and not once for each.
    """

    def __init__(self, kinds: tuple[Kind, ...], language: Language) -> None:
        self.kinds = kinds  # held, so that the identity it is kept by is never another's
        self.listed = [
            (kind, frame) for kind in kinds for frame in (kind.en if language == "en" else kind.zh)
        ]
        self.always = [at for at, (_, frame) in enumerate(self.listed) if not frame.needs]
        # A frame stands only where all its anchors do, so one of them is enough to call for it.
        self.called: dict[int, list[int]] = {}
        for at, (_, frame) in enumerate(self.listed):
            if frame.needs:
                self.called.setdefault(min(frame.needs), []).append(at)
        self.anchors = frozenset(self.called)

    def worth_trying(self, anchors: frozenset[int]) -> Iterator[tuple[Kind, Frame]]:
        """Those that can stand in a text that holds `anchors`, in their order."""
        calling = anchors & self.anchors
        places = self.always
        if calling:
            places = sorted(chain(places, *[self.called[anchor] for anchor in calling]))
        return (self.listed[at] for at in places if self.listed[at][1].needs <= anchors)


# By the identity of the module's constant: the kinds hold so many patterns that hashing them costs more than trying.
_GROUPS: dict[tuple[int, Language], _Group] = {}


def find_kinds(
    reading: Reading, kinds: tuple[Kind, ...], turns: Iterable[TurnReading] | None = None
) -> tuple[Found, ...]:
    """Every unsheltered frame in the collector's turns (all of them, or `turns`). `kinds` is a module's constant.

    What was found in all turns is kept with the reading, since several detectors ask for the same.
    """
    language: Language = "en" if reading.english else "zh"
    group = _GROUPS.get((id(kinds), language))
    if group is None:
        group = _GROUPS[id(kinds), language] = _Group(kinds, language)
    if turns is not None:
        return tuple(_find(reading, group, turns))
    found: tuple[Found, ...] | None = reading.decided.get(group)
    if found is None:
        found = reading.decided[group] = tuple(_find(reading, group, reading.agent()))
    return found


def _find(reading: Reading, group: _Group, turns: Iterable[TurnReading]) -> Iterator[Found]:
    language: Language = "en" if reading.english else "zh"
    for turn in turns:
        text, anchors = _scanned(reading, turn)
        for kind, frame in group.worth_trying(anchors):
            for hit in hits(text, language, frame):
                yield from _standing(reading, turn, kind, hit)


@once_a_turn
def _scanned(reading: Reading, turn: TurnReading) -> tuple[str, frozenset[int]]:
    """What frames are matched against, and the anchors in it; the same for every group of kinds."""
    if reading.english:
        return turn.text, heard(turn.text, "en")[0]
    text = blanked(turn.text)
    return text, heard(text, "zh")[0]


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


def _standing(reading: Reading, turn: TurnReading, kind: Kind, hit: Hit) -> Iterator[Found]:
    """The hit, where nothing shelters it and such words breach in this call."""
    if sheltered(turn.flat, hit.start, hit.end, reading.english, kind.shelters):
        return
    if kind.when(reading, turn) and not _own(reading, turn, hit):
        yield Spot(turn, hit.start, hit.end), kind.why, kind.confidence
