"""How an utterance is cut for the linear model: the same when it learns and when it judges.

Three kinds of piece: runs of characters; in English words, neighbours and words one apart; and the classes of synonyms
of `inspection/lexicon` that were heard, so that a way of saying a thing that nobody wrote before still counts.
Chosen by hearing each writer of the corpus with a model taught by the others alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import log

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.frames.match import heard

LENGTHS: dict[Language, tuple[int, int]] = {"zh": (1, 3), "en": (3, 5)}
# What one piece of a kind weighs beside another kind's.
_RUN = {"zh": 1.0, "en": 0.5}
_CLASS = {"zh": 1.0, "en": 1.5}
_WORD, _APART = 1.5, 0.7


def pieces(text: str, language: Language) -> dict[str, float]:
    """Each piece of `text` (flat: lower case, no marks) with its damped count.

    The polite and the plain "you" are one: politeness of form is no sign of lawful conduct.
    """
    said = f"^{text.replace('您', '你')}$" if language == "zh" else f" {text} "
    found = _runs(said, language)
    # In one order, so that the same calls teach the same weights in every run.
    found |= {f"#{name}": _CLASS[language] for name in sorted(heard(text, language)[1])}
    if language == "en":
        found |= dict(_words(text))
    return found


def shown(piece: str) -> str:
    """A piece as it is told to a person; empty for a class, which has no words of its own."""
    if piece.startswith("#"):
        return ""
    if piece.startswith("w:"):
        return piece[2:].strip("^$ ")
    return piece[2:].replace(" ", " … ", 1) if piece.startswith("s:") else piece.strip()


def _runs(said: str, language: Language) -> dict[str, float]:
    shortest, longest = LENGTHS[language]
    runs = [
        said[start : start + length]
        for length in range(shortest, longest + 1)
        for start in range(len(said) - length + 1)
    ]
    once = _RUN[language]  # most pieces stand once, where the logarithm is nothing
    return {
        piece: once if count == 1 else once * (1.0 + log(count))
        for piece, count in Counter(runs).items()
    }


def _words(text: str) -> Iterator[tuple[str, float]]:
    words = ["^", *text.split(), "$"]
    yield from ((f"w:{word}", _WORD) for word in words)
    yield from ((f"w:{a} {b}", _WORD) for a, b in pairwise(words))
    yield from ((f"s:{a} {b}", _APART) for a, b in zip(words, words[2:], strict=False))
