"""What to expect of each account if it is called, and if it is left alone: a set of scorecards.

`prior` is the house's rule of thumb, used until there is history enough to learn from and whenever a
model file cannot be trusted; it says so. Estimates know nothing of sex, marriage, education, ethnicity,
address books or voices: the only features there are stand in `features.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.strategy.scorecard import TARGETS, Bins, Scorecard, Steps

FEATURES_VERSION = 1


@dataclass(frozen=True, slots=True)
class Estimates:
    """`cards` by target; `amount_share_bp` of past due that a kept promise brings; talk in seconds."""

    name: str
    cards: Mapping[str, Scorecard]
    amount_share_bp: Steps
    talk_seconds: Steps
    attempt_seconds: int
    features_version: int = FEATURES_VERSION
    trained_through: str = ""
    notes: tuple[str, ...] = field(default=())


def _bins(data: Mapping[str, Any]) -> Bins:
    return Bins(tuple(data.get("edges", ())), tuple(data["points"]))


def _card(data: Mapping[str, Any]) -> Scorecard:
    bins = {name: _bins(b) for name, b in data["features"].items()}
    return Scorecard(data["base"], bins, dict(data.get("average", {})))


def _steps(data: Mapping[str, Any]) -> Steps:
    return Steps(data["feature"], _bins(data))


def from_data(data: Mapping[str, Any]) -> Estimates:
    """Raises KeyError, TypeError or ValueError when the data is not a set of estimates."""
    return Estimates(
        name=data["name"],
        cards={target: _card(data["cards"][target]) for target in TARGETS},
        amount_share_bp=_steps(data["amount_share_bp"]),
        talk_seconds=_steps(data["talk_seconds"]),
        attempt_seconds=int(data["attempt_seconds"]),
        features_version=int(data["features_version"]),
        trained_through=str(data.get("trained_through", "")),
    )


@cache
def prior() -> Estimates:
    text = resources.files("shounuo.strategy").joinpath("prior.yaml").read_text(encoding="utf-8")
    return from_data(yaml.safe_load(text))


def load(path: Path | None) -> tuple[Estimates, Problem | None]:
    """The learned estimates, or the rule of thumb and the problem that says why."""
    if path is None or not path.exists():
        return prior(), _fallback(
            str(path.name if path else "-"), Text("没有模型文件", "there is no model file")
        )
    try:
        found = from_data(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        return prior(), _fallback(
            path.name,
            Text(f"模型文件无法读取（{error}）", f"the model file cannot be read ({error})"),
        )
    if found.features_version != FEATURES_VERSION:
        why = Text(
            "模型用的是另一版特征（{v}）", "the model was trained on another feature version ({v})"
        )
        return prior(), _fallback(path.name, why.format(v=found.features_version))
    return found, None


def _fallback(record: str, why: Text) -> Problem:
    return Problem(
        "estimates-fall-back",
        Text(
            f"{why.zh}，今晚改用经验规则估计。",
            f"{why.en}; tonight uses the rule-of-thumb estimates.",
        ),
        record=record,
        next_step=Text(
            "重新训练：shounuo strategy train。", "Train again: shounuo strategy train."
        ),
    )
