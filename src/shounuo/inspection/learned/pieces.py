"""How an utterance is cut for the linear model: the same when it learns and when it judges."""

from __future__ import annotations

from collections import Counter
from math import log

LENGTHS = {"zh": (1, 4), "en": (2, 6)}


def pieces(text: str, language: str) -> dict[str, float]:
    """Each run of characters in `text` (flat: lower case, no marks) with its damped count.

    The polite and the plain "you" are one: politeness of form is no sign of lawful conduct.
    """
    shortest, longest = LENGTHS[language]
    said = f"^{text.replace('您', '你')}$" if language == "zh" else f" {text} "
    counts = Counter(
        said[start : start + length]
        for length in range(shortest, longest + 1)
        for start in range(len(said) - length + 1)
    )
    return {piece: 1.0 + log(count) for piece, count in counts.items()}
