"""One turn written so that patterns can read it: no punctuation, no fillers, full-width folded, misheard terms restored.

Every character keeps the offset it came from, so a match is always shown as the exact words that were said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from shounuo.inspection.sounds import restore
from shounuo.kernel.script import simplified

# 额 is a filler only where it is not part of a word for an amount.
_PLAIN = re.compile(r"[一-鿿a-z0-9 '.-]*")
_FILLER = re.compile(
    r"[嗯呃啊哎唉哦噢喔唔欸诶呀嘛呗哈啦咧哟]|(?<![金余全限差数总定超小大税足名份提降涨增面票巨高低保])额(?![度外头定])"
    r"|(?:就是说|怎么说呢)|[这那]个(?!月|星期|礼拜|季|年|周|人|话)"
)
_ENGLISH_FILLER = re.compile(r"\b(?:uh|um|erm?|mm|hmm|uh-huh|(?:you know|i mean)(?=,))\b")
_STOPS = frozenset("。！？!?；;\n.")
_CHINESE_BREAK = re.compile(r"[，。！？；：、,.!?;:…—\n\s“”\"‘’《》()（）]+")
_SPACE_OR_MARK = re.compile(r"[^\w$%'’.,]+|[.,](?!\d)|(?<!\w)['’]|['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Flat:
    """`text[k]` came from `original[origin[k]]`; `breaks` are offsets in `text` where punctuation stood."""

    text: str
    origin: tuple[int, ...]
    breaks: frozenset[int]
    questions: frozenset[int]
    stops: frozenset[int] = frozenset()  # of the breaks, those that end a sentence


def flatten(original: str, lang: str, names: tuple[str, ...] = ()) -> Flat:
    """The flat form of one turn. English keeps single spaces between words; Chinese keeps none."""
    folded = _fold(simplified(original))
    return _english(folded) if lang.startswith("en") else _chinese(folded, names)


def _fold(original: str) -> str:
    """Full-width forms narrow, capitals small; same length."""
    if _PLAIN.fullmatch(original):
        return original
    return "".join(_fold_one(c) for c in original)


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    wide = unicodedata.normalize("NFKC", character)
    return wide.lower() if len(wide) == 1 and len(wide.lower()) == 1 else character


def _chinese(folded: str, names: tuple[str, ...]) -> Flat:
    dropped = bytearray(len(folded))
    marks: list[tuple[int, str]] = []
    for match in _CHINESE_BREAK.finditer(folded):
        if _inside_number(folded, match):
            continue
        dropped[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        marks.append((match.start(), match.group()))
    for match in _FILLER.finditer(folded):
        dropped[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return _keep(folded, dropped, marks, lambda text: restore(text, names))


def _inside_number(folded: str, match: re.Match[str]) -> bool:
    """A decimal point or thousands comma between digits, not a break."""
    before, after = folded[match.start() - 1 : match.start()], folded[match.end() : match.end() + 1]
    return match.group() in {".", ","} and before.isdigit() and after.isdigit()


def _english(folded: str) -> Flat:
    folded = folded.replace("’", "'")
    dropped = bytearray(len(folded))
    marks: list[tuple[int, str]] = []
    for match in _ENGLISH_FILLER.finditer(folded):
        dropped[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    blank = list(folded)
    for match in _SPACE_OR_MARK.finditer(folded):
        blank[match.start() : match.end()] = " " * (match.end() - match.start())
        if match.group().strip():
            marks.append((match.start(), match.group()))
    spaced = "".join(" " if gone else c for c, gone in zip(blank, dropped, strict=True))
    for k in range(len(spaced)):
        dropped[k] = spaced[k] == " " and (k == 0 or spaced[k - 1] == " ")
    dropped[len(spaced.rstrip()) :] = b"\1" * (len(spaced) - len(spaced.rstrip()))
    return _keep(spaced, dropped, marks, str)


def _keep(
    folded: str, dropped: bytearray, marks: list[tuple[int, str]], spell: Callable[[str], str]
) -> Flat:
    origin = tuple(k for k in range(len(folded)) if not dropped[k])
    breaks, questions, stops, n = set(), set(), set(), 0
    for at, mark in marks:
        while n < len(origin) and origin[n] < at:
            n += 1
        breaks.add(n)
        if "?" in mark or "？" in mark:
            questions.add(n)
        if not _STOPS.isdisjoint(mark):
            stops.add(n)
    text = spell("".join(folded[k] for k in origin))
    assert len(text) == len(origin)
    return Flat(text, origin, frozenset(breaks), frozenset(questions), frozenset(stops))
