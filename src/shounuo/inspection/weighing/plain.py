"""A turn without what differs from call to call by chance: the names of the case, its numbers, and fillers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.pieces import pieces
from shounuo.inspection.model import Context
from shounuo.inspection.names import addressed, core, own_words
from shounuo.inspection.spelled import whole_words
from shounuo.kernel.patterns import quick_pattern

_DIGIT = "[\\d零〇一二两俩三仨四五六七八九十百千万亿幺]"
_WORD = (
    "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    "|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand)"
)
_WORDS = rf"\b{_WORD}(?: (?:and )?{_WORD})*"
_COINS = "(?:dollars?|bucks|cents?)"
# A sum, whether said or written, and any other number that is more than one word.
_NUMBER = {
    "zh": quick_pattern(
        rf"(?!一块(?!钱)){_DIGIT}+(?:\.\d+)?(?:块钱?|元|圆)整?(?:{_DIGIT}[毛角]{_DIGIT}?分?|零?{_DIGIT}分)?"
        rf"|\d[\d.,]*|{_DIGIT}{{2,}}"
    ),
    "en": quick_pattern(
        rf"(?:\$?\d[\d.,]*|{_WORDS}) {_COINS}\b(?: (?:and )?(?:\d+|{_WORDS}) cents?\b)?"
        rf"|\$?\d[\d.,]*|\b{_WORD}(?: (?:and )?{_WORD})+\b"
    ),
}
_FILLER = {
    "zh": quick_pattern("[嗯呃]+|^那个"),
    "en": quick_pattern(r"\b(?:uh+|um+|er|erm|hmm+)\b ?"),
}
_SHORTEST_NAME = 2


def names_of(context: Context) -> tuple[str, ...]:
    """The people and houses of the case as they may be said, the longest first."""
    other = context.third_party.name if context.third_party else None
    people = [form for name in (context.debtor_name, other) if name for form in addressed(name)]
    houses = [f for name in (context.lender, context.agency) if name for f in _house(name)]
    forms = {form.lower() for form in (*people, *houses)}
    return tuple(sorted((f for f in forms if len(f) >= _SHORTEST_NAME), key=len, reverse=True))


def _house(name: str) -> tuple[str, ...]:
    return (name, *own_words(name)) if name.isascii() else (name, core(name))


def plain(text: str, language: Language, names: tuple[str, ...]) -> str:
    """`text` (flat) without fillers, with each name written N and each sum or number 0; English names as whole words."""
    for name in names:
        if name in text:
            text = _unnamed(name, text) if name.isascii() else text.replace(name, "N")
    text = _NUMBER[language].sub("0", _FILLER[language].sub("", text))
    return " ".join(text.split()) if language == "en" else text


def _unnamed(name: str, text: str) -> str:
    """`text` with the name written N where it is a word of its own."""
    parts, last = [], 0
    for start, end in whole_words(name, text):
        parts += [text[last:start], "N"]
        last = end
    return "".join((*parts, text[last:]))


@lru_cache(maxsize=8192)
def parts(text: str, language: Language) -> tuple[tuple[str, float], ...]:
    """The pieces of a plain text, their squares summing to one."""
    found = pieces(text, language)
    length = sum(value * value for value in found.values()) ** 0.5 or 1.0
    return tuple((piece, value / length) for piece, value in found.items())


def placed_parts(
    said: Iterable[tuple[str, str, float]], language: Language
) -> Iterator[tuple[str, float]]:
    """The pieces of plain texts, each text with its place and what it counts for: the place before the piece."""
    for place, text, weight in said:
        yield from ((place + piece, value * weight) for piece, value in parts(text, language))
