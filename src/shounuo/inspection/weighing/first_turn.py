"""Whether a turn is the first to do a step, by its clues. Learned by `shounuo.lab.learn_steps`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.weighing.model import weights_text
from shounuo.inspection.weighing.opinion import Apart, Opinion, parse_apart, parse_opinions


@cache
def opinions(language: Language) -> Mapping[str, Opinion]:
    """Those of one language by step, read once."""
    return parse_opinions(weights_text(f"{language}.first.json"))


@cache
def together(language: Language, names: tuple[str, ...]) -> Apart:
    """Those of these steps, asked at once."""
    return parse_apart(weights_text(f"{language}.first.json"), names)
