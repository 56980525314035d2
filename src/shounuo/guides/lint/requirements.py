"""What each kind of conversation must contain, read from `requirements.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from shounuo.domain.steps import Step


@dataclass(frozen=True, slots=True)
class Requirements:
    """`longest_seconds` None: this kind of talk needs no timer."""

    covers: tuple[Step, ...]
    before: Mapping[Step, tuple[Step, ...]]
    never: frozenset[Step]
    hard_answers: tuple[str, ...]
    hard_answers_first: tuple[str, ...]
    longest_seconds: int | None


@cache
def requirements() -> Mapping[str, Requirements]:
    """By kind of guide."""
    text = (files("shounuo.guides") / "requirements.yaml").read_text(encoding="utf-8")
    return {kind: _read(row) for kind, row in yaml.safe_load(text).items()}


def _read(row: Mapping[str, Any]) -> Requirements:
    before = {
        Step(step): tuple(Step(s) for s in needed) for step, needed in row.get("before", {}).items()
    }
    return Requirements(
        covers=tuple(Step(step) for step in row["covers"]),
        before=before,
        never=frozenset(Step(step) for step in row.get("never", ())),
        hard_answers=tuple(row.get("hard_answers", ())),
        hard_answers_first=tuple(row.get("hard_answers_first", ())),
        longest_seconds=row.get("longest_seconds"),
    )
