"""The JSON of common speech services, read through `mappings/services.yaml`; a lender may bring its own mapping."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from shounuo.feeds.transcripts.nameless import by_label, by_words, means_nothing
from shounuo.feeds.transcripts.speakers import speaker_of
from shounuo.inspection.line_faults import Unfit
from shounuo.inspection.model import Turn
from shounuo.inspection.parting import Unit


@cache
def known_mappings() -> tuple[dict[str, Any], ...]:
    text = (
        resources.files("shounuo.feeds.transcripts.mappings")
        .joinpath("services.yaml")
        .read_text("utf-8")
    )
    return tuple(yaml.safe_load(text))


def turns_of(raw: Any, mapping: Mapping[str, Any] | None = None) -> list[Turn]:
    """The turns of one service result. ValueError when no mapping fits or a speaker is not known.

    A result that names no speaker at all is parted by its words.
    """
    fitting = [m for m in ([mapping] if mapping else known_mappings()) if _fits(raw, m)]
    if not fitting:
        keys = sorted(raw)[:6] if isinstance(raw, Mapping) else type(raw).__name__
        raise Unfit(
            f"没有一种映射认得带这些键的转写：{keys}",
            f"no mapping knows a transcript with the keys {keys}",
        )
    # Two services may share a shape and differ in where they say who speaks.
    chosen = next((m for m in fitting if _names_speakers(raw, m)), fitting[0])
    items = _at(raw, chosen["list"])
    if items and not any(_at(item, _path(chosen, "speaker")) is not None for item in items):
        return by_words([_unit(item, chosen) for item in items])
    if chosen.get("diarised") and len(labels := _labels(items, chosen)) == 2:
        voices = [(str(_at(item, _path(chosen, "speaker"))), _unit(item, chosen)) for item in items]
        if all(map(means_nothing, labels)):
            return by_label(sorted(voices, key=lambda voice: voice[1].t0 or 0.0))
    turns = [_turn(n, item, chosen) for n, item in enumerate(items)]
    return [_numbered(n, t) for n, t in enumerate(sorted(turns, key=lambda t: t.t0 or 0.0))]


def _labels(items: list[Any], mapping: Mapping[str, Any]) -> set[str]:
    return {str(_at(item, _path(mapping, "speaker"))) for item in items}


def _fits(raw: Any, mapping: Mapping[str, Any]) -> bool:
    items = _at(raw, mapping["list"])
    return isinstance(items, list) and (
        not items or _at(items[0], _path(mapping, "text")) is not None
    )


def _names_speakers(raw: Any, mapping: Mapping[str, Any]) -> bool:
    items = _at(raw, mapping["list"])
    return not items or _at(items[0], _path(mapping, "speaker")) is not None


def _path(mapping: Mapping[str, Any], key: str) -> list[str]:
    return str(mapping[key]).split(".")


def _at(value: Any, path: list[str]) -> Any:
    """What stands at a path; `*` joins what the rest of the path finds in each item of a list."""
    for n, key in enumerate(path):
        if key == "*" and isinstance(value, list):
            found = [_at(one, path[n + 1 :]) for one in value]
            return "".join(str(one) for one in found if one is not None)
        if isinstance(value, str) and value[:1] in "[{":
            value = _unpacked(value)  # some services put JSON into a string
        if isinstance(value, list) and key.isdigit() and int(key) < len(value):
            value = value[int(key)]
        elif isinstance(value, Mapping) and key in value:
            value = value[key]
        else:
            return None
    return _unpacked(value) if isinstance(value, str) and value[:2] in ("[{", "[]") else value


def _unpacked(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _turn(number: int, item: Mapping[str, Any], mapping: Mapping[str, Any]) -> Turn:
    label = str(_at(item, _path(mapping, "speaker")))
    who = speaker_of(label, mapping["speakers"])
    if who is None:
        raise Unfit(
            f"第 {number + 1} 句的说话人 {label!r} 不认识",
            f"sentence {number + 1}: unknown speaker {label!r}",
        )
    unit = _unit(item, mapping)
    return Turn(number, who, unit.text, unit.t0, unit.t1)


def _unit(item: Mapping[str, Any], mapping: Mapping[str, Any]) -> Unit:
    scale = 1000.0 if mapping["unit"] == "ms" else 1.0
    t0 = _clock(_at(item, _path(mapping, "start")), scale)
    if "end" in mapping:
        t1 = _clock(_at(item, _path(mapping, "end")), scale)
    else:
        lasts = _clock(_at(item, _path(mapping, "lasts")), scale)
        t1 = None if t0 is None or lasts is None else t0 + lasts
    return Unit(str(_at(item, _path(mapping, "text"))), t0, t1)


def _clock(value: Any, scale: float) -> float | None:
    """Seconds, of a number or of text like `12.500s`."""
    return float(str(value).removesuffix("s")) / scale if value is not None else None


def _numbered(number: int, turn: Turn) -> Turn:
    return Turn(number, turn.speaker, turn.text, turn.t0, turn.t1)
