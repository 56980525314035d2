"""The classes of synonyms, read once from `inspection/lexicon/*.yaml`, and one scan for all of them."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import ahocorasick_rs
import yaml

Terms = dict[str, tuple[str, ...]]


@cache
def terms(language: str) -> Terms:
    """concept → its synonyms. Chinese synonyms are parted by blanks, English ones by `|`."""
    found: Terms = {}
    folder = resources.files("shounuo.inspection") / "lexicon"
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if not file.name.endswith(f".{language}.yaml"):
            continue
        for name, text in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            if name in found:
                raise ValueError(f"concept {name!r} is defined twice, again in {file.name}")
            found[name] = _split(text, language)
    return found


def _split(text: str, language: str) -> tuple[str, ...]:
    parts = text.split() if language == "zh" else text.replace("\n", " ").split("|")
    unique = dict.fromkeys(" ".join(part.split()).lower() for part in parts)
    return tuple(sorted((part for part in unique if part), key=lambda part: (-len(part), part)))


@cache
def alternation(concept: str, language: str) -> str:
    """A regex that matches any synonym of the concept, the longest first."""
    words = "|".join(re.escape(term) for term in terms(language)[concept])
    return f"(?:{words})" if language == "zh" else rf"(?:(?<!\w)(?:{words})(?!\w))"


@cache
def _automaton(language: str) -> tuple[ahocorasick_rs.AhoCorasick, tuple[frozenset[str], ...]]:
    owners: dict[str, set[str]] = {}
    for concept, words in terms(language).items():
        for word in words:
            owners.setdefault(word, set()).add(concept)
    listed = list(owners)
    return (
        ahocorasick_rs.AhoCorasick(listed),
        tuple(frozenset(owners[word]) for word in listed),
    )


def concepts_in(text: str, language: str) -> frozenset[str]:
    """Every concept of which some synonym stands in `text` (already lower case); English by whole words."""
    automaton, owners = _automaton(language)
    hits = automaton.find_matches_as_indexes(text, overlapping=True)
    if language != "zh":
        hits = [hit for hit in hits if _whole_word(text, hit[1], hit[2])]
    return frozenset().union(*(owners[index] for index, _, _ in hits)) if hits else frozenset()


def _whole_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())
