"""Words without which a pattern cannot match, so that one scan of a turn tells which patterns are worth trying.

Anchors are read off the parsed regex itself: a run of literals, or an alternation each branch of which holds one.
Nobody writes them by hand, so none can be forgotten.
"""

from __future__ import annotations

from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import ahocorasick_rs

from shounuo.inspection.frames.lexicon import terms

# A single character is too common to be worth a look, but for the few rare ones below an alternation may need it.
_SHORTEST = {"zh": 1, "en": 3}
_COMMON = frozenset("您你我他她的了是不就都也在有会能要还先再给把到去来个一这那吗呢吧啊人说上下")


def required(pattern: str, language: str) -> list[frozenset[str]]:
    """Sets of words: every match holds at least one word of each set."""
    found: list[frozenset[str]] = []
    for words in _sets(parser.parse(pattern)):
        if min(map(len, words)) >= _SHORTEST[language] and not words & _COMMON:
            found.append(words)
    return sorted(found, key=lambda words: (-min(map(len, words)), len(words)))[:4]


def _sets(sequence: Any) -> list[frozenset[str]]:
    """All sets of the items of one sequence, each of which a match has to satisfy."""
    found: list[frozenset[str]] = []
    run = ""
    for operator, value in [*sequence, (None, None)]:
        if operator is codes.LITERAL:
            run += chr(value)
            continue
        if run:
            found.append(frozenset((run,)))
            run = ""
        found += _of(operator, value)
    return found


def _of(operator: Any, value: Any) -> list[frozenset[str]]:
    if operator is codes.SUBPATTERN:
        return _sets(value[-1])
    if operator is codes.BRANCH:
        return _branches(value[1])
    if operator in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0] >= 1:
        return _sets(value[2])
    if operator is codes.IN and all(kind is codes.LITERAL for kind, _ in value):
        return [frozenset(chr(point) for _, point in value)]
    return []


def _branches(branches: Any) -> list[frozenset[str]]:
    """The union of one set from each branch, the longest words first; nothing when a branch can be empty."""
    union: set[str] = set()
    for branch in branches:
        sets = _sets(branch)
        if not sets:
            return []
        union |= max(sets, key=lambda words: (min(map(len, words)), -len(words)))
    return [frozenset(union)]


class Anchors:
    """All anchors and concepts of one language, found in one pass over a text."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._ids: dict[frozenset[str], int] = {}
        self._owners: dict[str, set[int]] = {}
        self._words: dict[str, set[str]] = {}
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self._listed: list[tuple[tuple[int, ...], tuple[str, ...]]] = []
        for concept, listed in terms(language).items():
            for word in listed:
                self._words.setdefault(word, set()).add(concept)

    def add(self, words: frozenset[str]) -> int:
        """The number by which `scan` will report any of `words`."""
        if words not in self._ids:
            self._ids[words] = len(self._ids)
            self._automaton = None
            for word in words:
                self._owners.setdefault(word, set()).add(self._ids[words])
        return self._ids[words]

    def scan(self, text: str) -> tuple[frozenset[int], frozenset[str]]:
        """Numbers of the anchors and names of the concepts that stand in `text` (English concepts as whole words)."""
        numbers: set[int] = set()
        concepts: set[str] = set()
        for index, start, end in self._build().find_matches_as_indexes(text, overlapping=True):
            owners, names = self._listed[index]
            numbers.update(owners)
            if names and (self.language == "zh" or _whole_word(text, start, end)):
                concepts.update(names)
        return frozenset(numbers), frozenset(concepts)

    def _build(self) -> ahocorasick_rs.AhoCorasick:
        if self._automaton is None:
            keys = list({**self._owners, **self._words})
            self._listed = [
                (tuple(self._owners.get(k, ())), tuple(self._words.get(k, ()))) for k in keys
            ]
            self._automaton = ahocorasick_rs.AhoCorasick(keys)
        return self._automaton


def _whole_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


ANCHORS = {"zh": Anchors("zh"), "en": Anchors("en")}
