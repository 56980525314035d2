"""One turn written so that patterns can read it: no punctuation, no fillers, full-width folded, misheard terms restored.

Every character keeps the offset it came from, so a match is always shown as the exact words that were said.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from itertools import compress, pairwise

from shounuo.inspection.sounds import restore
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.script import simplified

# 额 is a filler only where it is not part of a word for an amount.
_FILLER = (
    r"[嗯呃啊哎唉哦噢喔唔欸诶呀嘛呗哈啦咧哟]|(?<![金余全限差数总定超小大税足名份提降涨增面票巨高低保])额(?![度外头定])"
    r"|(?:就是说|怎么说呢)|[这那]个(?!月|星期|礼拜|季|年|周|人|话)"
)
_ENGLISH_FILLER = quick_pattern(r"\b(?:uh|um|erm?|mm|hmm|uh-huh|(?:you know|i mean)(?=,))\b")
_STOPS = frozenset("。！？!?；;\n.")
# What Chinese keeps nothing of, in one search: fillers hold no punctuation.
_DROPPED = quick_pattern(rf"(?P<mark>[，。！？；：、,.!?;:…—\n\s“”\"‘’《》()（）]+)|{_FILLER}")
_NUMBER_MARKS = frozenset(".,")
_SPACE_OR_MARK = quick_pattern(r"[^\w$%'’.,]+|[.,](?!\d)|(?<!\w)['’]|['’](?!\w)")


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
    return original.translate(_FOLDED)


class _Folded(dict[int, str]):
    """Code point → its folded character, worked out when first met: `str.translate` asks it for each character."""

    def __missing__(self, point: int) -> str:
        wide = unicodedata.normalize("NFKC", chr(point)).lower()
        self[point] = wide if len(wide) == 1 else chr(point)
        return self[point]


_FOLDED = _Folded()


def _chinese(folded: str, names: tuple[str, ...]) -> Flat:
    pieces: list[str] = []
    origin: list[int] = []
    marks: list[tuple[int, str]] = []
    done = 0
    for match in _DROPPED.finditer(folded):
        start, end = match.span()
        mark = match["mark"]
        if mark in _NUMBER_MARKS and _inside_number(folded, start, end):
            continue
        pieces.append(folded[done:start])
        origin.extend(range(done, start))
        if mark is not None:
            marks.append((len(origin), mark))
        done = end
    pieces.append(folded[done:])
    origin.extend(range(done, len(folded)))
    return _flat(restore("".join(pieces), names), origin, marks)


def _inside_number(folded: str, start: int, end: int) -> bool:
    """Between digits: a decimal point or thousands comma is no break there."""
    return folded[start - 1 : start].isdigit() and folded[end : end + 1].isdigit()


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
    # Of a run of spaces the first is kept, at either end none.
    kept = bytearray(a != " " or b != " " for a, b in pairwise(f" {spaced}"))
    kept[len(spaced.rstrip()) :] = bytes(len(spaced) - len(spaced.rstrip()))
    origin = list(compress(range(len(spaced)), kept))
    marks = [(bisect_left(origin, at), mark) for at, mark in marks]
    return _flat("".join(compress(spaced, kept)), origin, marks)


def _flat(text: str, origin: list[int], marks: list[tuple[int, str]]) -> Flat:
    """`marks`: what punctuation stood at which offsets in `text`."""
    assert len(text) == len(origin)
    breaks, questions, stops = set(), set(), set()
    for at, mark in marks:
        breaks.add(at)
        if "?" in mark or "？" in mark:
            questions.add(at)
        if not _STOPS.isdisjoint(mark):
            stops.add(at)
    return Flat(text, tuple(origin), frozenset(breaks), frozenset(questions), frozenset(stops))
