"""The transparent weights: how much each fact speaks for each ask, from `weights.yaml` or a house's own file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from shounuo.kernel.text import Text

OPTIONS = ("due", "past_due", "part", "plan")


@dataclass(frozen=True, slots=True)
class Weighed:
    """One fact: its words, and its points for each option it speaks to."""

    label: Text
    points: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    version: str
    start: Mapping[str, float]
    names: Mapping[str, Text]
    facts: Mapping[str, Weighed]


def read_weights(data: Mapping[str, Any]) -> Weights:
    """Weights from plain data; ValueError when an option or fact is missing or unknown."""
    options, facts = data["options"], data["facts"]
    if tuple(options) != OPTIONS:
        raise ValueError(f"the options are {OPTIONS}, not {tuple(options)}")
    for name, row in facts.items():
        if not set(row["points"]) <= set(OPTIONS):
            raise ValueError(
                f"{name} weighs an unknown option: {sorted(set(row['points']) - set(OPTIONS))}"
            )
    return Weights(
        version=str(data["version"]),
        start={name: float(row["start"]) for name, row in options.items()},
        names={name: Text(row["zh"], row["en"]) for name, row in options.items()},
        facts={
            name: Weighed(Text(row["zh"], row["en"]), row["points"]) for name, row in facts.items()
        },
    )


@cache
def house_weights() -> Weights:
    """The weights shipped with the product."""
    return read_weights(
        yaml.safe_load((files(__package__) / "weights.yaml").read_text(encoding="utf-8"))
    )
