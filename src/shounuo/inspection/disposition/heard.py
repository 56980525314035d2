"""Whether, and where last, the patterns hear what a code is known by."""

from __future__ import annotations

import re

from shounuo.inspection.disposition import heard_en, words_en
from shounuo.inspection.disposition.words_zh import SAID, TAKEN_UP
from shounuo.inspection.reading import Reading


def said(reading: Reading, name: str) -> bool:
    """The other side says it; of an English call, the few things that are asked beside its code."""
    return any(True for _ in reading.find(pattern_of(reading, name), "party"))


def pattern_of(reading: Reading, name: str) -> re.Pattern[str]:
    """What the other side says, in the language of the call."""
    return (words_en.BORNE_OUT if reading.english else SAID)[name]


def taken_up(reading: Reading, *codes: str) -> str | None:
    """The first of these codes for which the collector takes the matter up, in the language of the call."""
    if reading.english:
        return next((code for code in codes if heard_en.taken_up(reading, code)), None)
    for code in codes:
        if any(code == "DECEASED" or s.scope.asserted for s in reading.find(TAKEN_UP[code])):
            return code
    return None


def last_said(reading: Reading) -> dict[str, int]:
    """Where the other side last says what the patterns know, by their names."""
    if reading.english:
        return heard_en.last_said(reading)
    found = SAID.items()
    return {name: s.turn.at for name, words in found for s in reading.find(words, "party")}


def last_taken_up(reading: Reading) -> dict[str, int]:
    """Where the collector last takes a thing up, by the code it speaks for."""
    found = (words_en.TAKEN_UP if reading.english else TAKEN_UP).items()
    return {
        code: s.turn.at for code, words in found for s in reading.find(words) if s.scope.asserted
    }
