"""Traditional Chinese characters as simplified ones, one for one: recognisers write the one or the other as they please."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def _table() -> dict[int, int]:
    lines = resources.files("shounuo.kernel").joinpath("traditional.txt").read_text("utf-8")
    _, traditional, simple = lines.splitlines()
    return str.maketrans(traditional, simple)


def simplified(text: str) -> str:
    """The same length as `text`, so that a place in one is a place in the other."""
    return text if text.isascii() else text.translate(_table())
