"""Traditional Chinese characters as simplified ones, one for one: recognisers write the one or the other as they please."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources


class Rewritten(dict[int, int]):
    """Code points with what is written for each, for `str.translate`; those not listed stand for themselves.

    They are noted when first met: of a plain dictionary each would raise an error that `translate` takes for an answer.
    """

    def __missing__(self, point: int) -> int:
        self[point] = point
        return point


@cache
def _table() -> Rewritten:
    lines = resources.files("shounuo.kernel").joinpath("traditional.txt").read_text("utf-8")
    _, traditional, simple = lines.splitlines()
    return Rewritten(str.maketrans(traditional, simple))


@lru_cache(maxsize=4096)
def simplified(text: str) -> str:
    """The same length as `text`, so that a place in one is a place in the other. Kept: a turn is asked more than once."""
    return text if text.isascii() else text.translate(_table())
