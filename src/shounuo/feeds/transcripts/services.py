"""The JSON of common speech services, read through `mappings/services.yaml`; a lender may bring its own mapping."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from shounuo.feeds.transcripts.speakers import speaker_of
from shounuo.inspection.model import Turn


@cache
def known_mappings() -> tuple[dict[str, Any], ...]:
    text = (
        resources.files("shounuo.feeds.transcripts.mappings")
        .joinpath("services.yaml")
        .read_text("utf-8")
    )
    return tuple(yaml.safe_load(text))


def turns_of(raw: Mapping[str, Any], mapping: Mapping[str, Any] | None = None) -> list[Turn]:
    """The turns of one service result. ValueError when no mapping fits or a speaker is not known."""
    for candidate in [mapping] if mapping else known_mappings():
        items = _at(raw, candidate["list"])
        if isinstance(items, list) and (
            not items or _at(items[0], candidate["text"].split(".")) is not None
        ):
            turns = [_turn(n, item, candidate) for n, item in enumerate(items)]
            return [_numbered(n, t) for n, t in enumerate(sorted(turns, key=lambda t: t.t0 or 0.0))]
    raise ValueError(f"no mapping knows a transcript with the keys {sorted(raw)[:6]}")


def _at(value: Any, path: list[str]) -> Any:
    for key in path:
        if isinstance(value, list) and key.isdigit() and int(key) < len(value):
            value = value[int(key)]
        elif isinstance(value, Mapping) and key in value:
            value = value[key]
        else:
            return None
    return value


def _turn(number: int, item: Mapping[str, Any], mapping: Mapping[str, Any]) -> Turn:
    label = str(_at(item, mapping["speaker"].split(".")))
    who = speaker_of(label, mapping["speakers"])
    if who is None:
        raise ValueError(f"sentence {number + 1}: unknown speaker {label!r}")
    scale = 1000.0 if mapping["unit"] == "ms" else 1.0
    t0, t1 = (_clock(_at(item, [mapping[k]]), scale) for k in ("start", "end"))
    return Turn(number, who, str(_at(item, mapping["text"].split("."))), t0, t1)


def _clock(value: Any, scale: float) -> float | None:
    return float(value) / scale if value is not None else None


def _numbered(number: int, turn: Turn) -> Turn:
    return Turn(number, turn.speaker, turn.text, turn.t0, turn.t1)
