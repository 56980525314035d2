"""A turn without what differs from call to call by chance: the names of the case and its numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.pieces import pieces
from shounuo.inspection.model import Context
from shounuo.inspection.names import core

_NUMBER = {
    "zh": re.compile(r"\d[\d.,]*|[零〇一二两三四五六七八九十百千万亿幺]{2,}"),
    "en": re.compile(
        r"\$?\d[\d.,]*|\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b ?){2,}"
    ),
}
_SHORTEST_NAME = 2


def names_of(context: Context) -> tuple[str, ...]:
    """The people and houses of the case as they may be said, the longest first."""
    other = context.third_party.name if context.third_party else None
    given = (context.debtor_name, other, context.lender, context.agency)
    forms = {form.lower() for name in given if name for form in (name, core(name), *name.split())}
    return tuple(sorted((f for f in forms if len(f) >= _SHORTEST_NAME), key=len, reverse=True))


def plain(text: str, language: Language, names: tuple[str, ...]) -> str:
    """`text` (flat) with each name written N and each number 0."""
    for name in names:
        if name in text:
            text = text.replace(name, "N")
    return _NUMBER[language].sub("0 " if language == "en" else "0", text)


@lru_cache(maxsize=8192)
def parts(text: str, language: Language) -> tuple[tuple[str, float], ...]:
    """The pieces of a plain text, their squares summing to one."""
    found = pieces(text, language)
    length = sum(value * value for value in found.values()) ** 0.5 or 1.0
    return tuple((piece, value / length) for piece, value in found.items())
