"""Regular expressions that pass quickly over text in which they cannot begin.

A pattern of many alternatives tries each of them at every character. Told before all else with which characters a match
can begin, it leaves most places after one look: `(?=[还付结])(?:还款|(?:付|结)清)` matches what `还款|(?:付|结)清` does. Such
a pattern of a hundred alternatives takes a third of the time, an inspected call a thirteenth less. Where the first
characters cannot be told (a dot, a class of all others, nothing at all), and where `re` knows them itself (plain words
or a choice of plain words), the pattern stays as it is.
"""

from __future__ import annotations

import re

try:
    from shounuo.kernel.first_characters import first_characters
except ImportError:
    # A Python whose `re` is built otherwise: patterns are slower there, and match the same.

    def first_characters(source: str, flags: int) -> str:
        """Not to be told."""
        return ""


def quick_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(source, flags)`, with the characters it can begin with asked first. For patterns made once."""
    begins = first_characters(source, flags)
    return re.compile(f"(?=[{begins}])(?:{source})" if begins else source, flags)
