"""Finds frames in a text that has been scanned once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from shounuo.inspection.frames.anchors import ANCHORS
from shounuo.inspection.frames.compile import Frame, Language

# How far apart the parts of an unordered frame may lie, in characters.
_REACH: dict[Language, int] = {"zh": 42, "en": 150}


@lru_cache(maxsize=8192)
def heard(text: str, language: Language) -> tuple[frozenset[int], frozenset[str]]:
    """What one scan of `text` hears: anchors of frames, and concepts."""
    return ANCHORS[language].scan(text)


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters `start:end` of the text say what `frame` means."""

    frame: Frame
    start: int
    end: int


def find(text: str, language: Language, candidates: Iterable[Frame]) -> Iterator[Hit]:
    """Every place where a frame stands. Only frames whose anchors all occur are tried."""
    anchors = heard(text, language)[0]
    for frame in candidates:
        if frame.needs <= anchors:
            yield from hits(text, language, frame)


def hits(text: str, language: Language, frame: Frame) -> list[Hit]:
    """Every place where one frame stands, whatever its anchors."""
    spans = _spans(frame.patterns[0], text)
    if spans and len(frame.patterns) > 1:
        others = [_spans(p, text) for p in frame.patterns[1:]]
        spans = list(_gathered(spans, others, language))
    return [Hit(frame, start, end) for start, end in spans]


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [m.span() for m in pattern.finditer(text) if m.end() > m.start()]


def _gathered(
    anchors: Iterable[tuple[int, int]], others: list[list[tuple[int, int]]], language: Language
) -> Iterator[tuple[int, int]]:
    """Each anchor with the nearest of every other part, when all lie within reach and none is the anchor itself."""
    for start, end in anchors:
        low, high = start, end
        for spans in others:
            apart = [s for s in spans if s[1] <= start or s[0] >= end]
            if not apart:
                break
            near = min(apart, key=lambda s: max(start - s[1], s[0] - end))
            low, high = min(low, near[0]), max(high, near[1])
        else:
            if high - low <= _REACH[language]:
                yield low, high


def says(text: str, language: Language, *concepts: str) -> bool:
    """Whether any synonym of any of the concepts stands in `text`."""
    return not heard(text, language)[1].isdisjoint(concepts)
