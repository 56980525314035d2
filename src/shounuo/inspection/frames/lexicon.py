"""The classes of synonyms, read once from `inspection/lexicon/*.yaml`."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

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
