"""Whether, and where last, the patterns hear in an English call what a code is known by."""

from __future__ import annotations

import re
from functools import lru_cache

from shounuo.inspection.disposition.words_en import SAID, TAKEN_UP
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot


def last(reading: Reading, *names: str) -> Spot | None:
    """The last place where the other side says any of these."""
    spots = [spot for name in names for spot in reading.find(pattern_of(reading, name), "party")]
    return max(spots, key=lambda s: s.turn.at, default=None)


def pattern_of(reading: Reading, name: str) -> re.Pattern[str]:
    """What the other side says of it, the one sought called by name."""
    given = (reading.context.debtor_name.lower().split() or ["-"])[0]
    # A name that the other side never says needs no pattern of its own.
    return _pattern(name, given if any(given in t.text for t in reading.party()) else "-")


@lru_cache(maxsize=1024)
def _pattern(name: str, given: str) -> re.Pattern[str]:
    """The pattern with the given name of the one sought put in."""
    source = SAID[name].replace("{name}", re.escape(given))
    return re.compile(source.replace("{{", "{").replace("}}", "}"))


def taken_up(reading: Reading, code: str) -> bool:
    """The collector takes the matter up as one of this code."""
    return any(spot.scope.asserted for spot in reading.find(TAKEN_UP[code]))


def last_said(reading: Reading) -> dict[str, int]:
    """Where the other side last says what the patterns know, by their names."""
    spots = (
        (name, spot) for name in SAID for spot in reading.find(pattern_of(reading, name), "party")
    )
    return {name: spot.turn.at for name, spot in spots}
