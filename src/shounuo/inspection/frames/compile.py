"""Compiles the notation of a frame into a guarded regular expression."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from shounuo.inspection.frames.anchors import ANCHORS, required
from shounuo.inspection.frames.lexicon import alternation, terms

Language = Literal["zh", "en"]

# How far a frame may stretch, in characters. A sentence's end is never crossed.
_GAPS = {
    "zh": {"..": r"[^。！？!?；;]{0,8}?", "....": r"[^。！？!?；;]{0,22}?"},
    "en": {"..": r"\b[^.!?;]{0,30}?\b", "....": r"\b[^.!?;]{0,80}?\b"},
}
_CONCEPT = re.compile(r"\{([a-z_|]+)\}")


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say a thing. `needs`: numbers of the anchors without which it cannot stand.

    Several `patterns` stand in any order within one stretch of speech (written with ` & ` between them).
    """

    name: str
    language: Language
    patterns: tuple[re.Pattern[str], ...]
    needs: frozenset[int]


def frames(language: Language, notation: str) -> tuple[Frame, ...]:
    """Frames from lines `name: pieces`, pieces parted by blanks; `#` starts a comment line."""
    lines = (line.strip() for line in notation.strip().splitlines())
    return tuple(_frame(language, line) for line in lines if line and not line.startswith("#"))


def _frame(language: Language, line: str) -> Frame:
    name, _, body = line.partition(": ")
    sources = [_source(language, part) for part in body.split(" & ")]
    needs = {ANCHORS[language].add(words) for s in sources for words in required(s, language)}
    return Frame(name, language, tuple(re.compile(s) for s in sources), frozenset(needs))


def _source(language: Language, body: str) -> str:
    joint = "" if language == "zh" else r"[\s,']*"
    regex = _gaps(_join([_piece(language, piece) for piece in body.split()], joint), language)
    return regex if language == "zh" else rf"(?<!\w)(?:{regex})(?!\w)"


def _join(pieces: list[tuple[str, bool]], joint: str) -> str:
    """Neighbouring pieces touch; in English a blank may stand between them."""
    regex = ""
    for index, (text, is_gap) in enumerate(pieces):
        if index and not is_gap and not pieces[index - 1][1]:
            regex += joint
        regex += text
    return regex


def _gaps(regex: str, language: Language) -> str:
    """A gap may also stand inside a piece; two dots never mean two characters here."""
    long, short = _GAPS[language]["...."], _GAPS[language][".."]
    return regex.replace("....", "\0").replace("..", short).replace("\0", long)


def _piece(language: Language, piece: str) -> tuple[str, bool]:
    if piece in _GAPS[language]:
        return piece, True
    for group in _CONCEPT.findall(piece):
        unknown = [name for name in group.split("|") if name not in terms(language)]
        if unknown:
            raise ValueError(f"no such concept: {', '.join(unknown)}")
    text = _CONCEPT.sub(lambda found: _union(found.group(1), language), piece)
    return (text.replace("_", r"\s+") if language == "en" else text), False


def _union(group: str, language: Language) -> str:
    return f"(?:{'|'.join(alternation(name, language) for name in group.split('|'))})"
