"""Finds frames in a text that has been scanned once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from shounuo.inspection.frames.compile import Frame, Language
from shounuo.inspection.frames.lexicon import concepts_in

heard = lru_cache(maxsize=16384)(concepts_in)


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters `start:end` of the text say what `frame` means."""

    frame: Frame
    start: int
    end: int


def find(text: str, language: Language, candidates: Iterable[Frame]) -> Iterator[Hit]:
    """Every place where a frame stands. Only frames whose concepts all occur are tried."""
    concepts = heard(text, language)
    for frame in candidates:
        if all(not need.isdisjoint(concepts) for need in frame.needs):
            for found in frame.pattern.finditer(text):
                if found.end() > found.start():
                    yield Hit(frame, found.start(), found.end())


def says(text: str, language: Language, *concepts: str) -> bool:
    """Whether any synonym of any of the concepts stands in `text`."""
    return not heard(text, language).isdisjoint(concepts)
