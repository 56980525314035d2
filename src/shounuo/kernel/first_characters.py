"""The characters with which a match of a regular expression can begin.

Told from the tree that `re` parses a source into. `re` shows that tree to nobody: a compiled pattern tells its source,
its flags and its groups, and `sre_parse`, which once told more, is deprecated. A parser of our own would be a second
opinion of what a source means; so the private modules it is, at this one place. Where a Python has them no more,
`kernel.patterns` does without; where it has them otherwise, the tests of `quick_pattern` against `re` will say so.
"""

from __future__ import annotations

import re
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_ZERO_WIDTH = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
_CATEGORIES = {codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_WORD: r"\w"}
# Pieces of a class `[…]`, and whether nothing at all would do.
_Begins = tuple[frozenset[str], bool]


class _UntoldError(Exception):
    """The first characters of a match cannot be told."""


def first_characters(source: str, flags: int) -> str:
    """The inside of the class of characters that a match begins with; empty where they cannot be told.

    Empty, too, where `re` looks for them itself: plain words, a choice of plain words, a class.
    """
    parsed = parser.parse(source, flags)
    if compiler._get_literal_prefix(parsed, flags)[0] or compiler._get_charset_prefix(
        parsed, flags
    ):
        return ""
    if parsed.state.flags & ~re.UNICODE != flags & ~re.UNICODE:
        return ""  # flags within the source hold only from its start
    try:
        begins, may_be_empty = _of_sequence(parsed)
    except _UntoldError:
        return ""
    return "" if may_be_empty else "".join(sorted(begins))


def _of_sequence(sequence: Any) -> _Begins:
    begins: frozenset[str] = frozenset()
    for operator, value in sequence:
        more, may_be_empty = _of(operator, value)
        begins |= more
        if not may_be_empty:
            return begins, False
    return begins, True


def _of(operator: Any, value: Any) -> _Begins:
    if operator is codes.LITERAL:
        return frozenset((_written(value),)), False
    if operator is codes.IN:
        return frozenset(_of_class(kind, one) for kind, one in value), False
    if operator is codes.BRANCH:
        each = [_of_sequence(branch) for branch in value[1]]
        return frozenset().union(*(begins for begins, _ in each)), any(empty for _, empty in each)
    if operator is codes.SUBPATTERN and not (value[1] or value[2]):  # no flags of its own
        return _of_sequence(value[-1])
    if operator in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        begins, may_be_empty = _of_sequence(value[2])
        return begins, may_be_empty or value[0] == 0
    if operator in _ZERO_WIDTH:
        return frozenset(), True
    raise _UntoldError


def _of_class(kind: Any, value: Any) -> str:
    if kind is codes.LITERAL:
        return _written(value)
    if kind is codes.RANGE:
        return f"{_written(value[0])}-{_written(value[1])}"
    if kind is codes.CATEGORY and value in _CATEGORIES:
        return _CATEGORIES[value]
    raise _UntoldError


def _written(point: int) -> str:
    return re.escape(chr(point))
