"""Consequences and offers: what a line that announces one is bound to, read from `bindings.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from shounuo.guides.case import GuideCase
from shounuo.guides.conditions import holds
from shounuo.guides.model import Line, When
from shounuo.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Binding:
    """`when`: what must be true. `says`: how the subject is recognised, per language."""

    name: str
    label: Text
    when: When
    says: Mapping[str, re.Pattern[str]]


@cache
def _document() -> dict[str, Any]:
    text = (files(__package__) / "bindings.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def _read(part: str) -> Mapping[str, Binding]:
    return {
        name: Binding(
            name,
            Text(row["zh"], row["en"]),
            row.get("when", {}),
            {language: re.compile(said, re.IGNORECASE) for language, said in row["says"].items()},
        )
        for name, row in _document()[part].items()
    }


@cache
def consequences() -> Mapping[str, Binding]:
    """What may be announced, by name."""
    return _read("consequences")


@cache
def offers() -> Mapping[str, Binding]:
    """What the lender may have approved, by name."""
    return _read("offers")


def speakable(line: Line, case: GuideCase) -> bool:
    """Whether a line is true for this case today: its own conditions, its consequence's, its offer's."""
    if not holds(line.when, case):
        return False
    if line.consequence:
        bound = consequences().get(line.consequence)
        if bound is None or not holds(bound.when, case):
            return False
    return not line.offer or (line.offer in offers() and case.offer(line.offer) is not None)
