"""English numbers as people say them: their shape, and the value of number words."""

from __future__ import annotations

import re
from fractions import Fraction

from shounuo.domain.spoken_amount.english import ONES, TENS

VALUES = {word: value for value, word in enumerate(ONES)}
VALUES |= {word: value * 10 for value, word in enumerate(TENS) if value > 1} | {
    "forty": 40,
    "fourty": 40,
}
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "grand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
WORD = "|".join(sorted((*VALUES, *SCALES), key=len, reverse=True))
UNITS = "|".join(ONES[1:10])
# eight hundred oh six: the nought only keeps a place.
NUMBER = rf"(?:(?:a|an|one)\s+)?(?:half\s+(?:a\s+)?)?(?:{WORD})(?:(?:\s+and\s+a\s+half)(?=\s+(?:thousand|grand|hundred|million))|[\s-]+(?:and\s+)?(?:{WORD})\b|(?<=hundred) (?:oh|o|zero)(?= (?:{UNITS})\b))*"
FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
MAJOR = r"(?:dollars?|bucks?|usd|u\.s\. dollars?|yuan|rmb|cny|pounds?|euros?)"


def value(words: str) -> Fraction | None:
    """Number words: twelve hundred and fifty → 1250; three fifty → 350; None when they make no number."""
    text = words.lower().replace("-", " ")
    half = Fraction(1, 2) if re.match(r"half\s", text) else Fraction(0)
    half_more = "and a half" in text
    tokens = [
        word for word in text.replace("and a half", " ").split() if word in VALUES or word in SCALES
    ]
    tokens = [word for word in tokens if word != "zero"] or tokens
    total, current, last = Fraction(0), half, 0
    for token in tokens:
        if token in SCALES:
            scale = SCALES[token]
            base = current if current else Fraction(1)
            base += Fraction(1, 2) if half_more and scale >= 100 and token == tokens[-1] else 0
            current = base * scale
            if scale >= 1000:
                total, current = total + current, Fraction(0)
            last = scale
            continue
        number = VALUES[token]
        if current and last and last < 100 and number >= 10:
            current *= 100  # twelve fifty, three fifty
        elif current and last and last < 20 and number < 10:
            return None
        current, last = current + number, number if number < 100 else last
        last = number if number else 1
    return total + current
