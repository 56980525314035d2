"""Figures for a person to read: a dash where there was nothing to divide, always with the counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NOTHING = "–"


def figure(value: object) -> str:
    return NOTHING if value is None else str(value)


def rates(tally: Mapping[str, Any]) -> str:
    """Precision, recall and f1 of a `Tally`."""
    told = " ".join(f"{key} {figure(tally[key])}" for key in ("precision", "recall", "f1"))
    return f"{told}  (right {tally['tp']}, false {tally['fp']}, missed {tally['fn']})"


def share(counted: Mapping[str, Any]) -> str:
    """The rate of a `Share` with its interval."""
    counts = f"{counted['hits']}/{counted['total']}"
    return f"{figure(counted['rate'])} ({counts}, 95% {figure(counted['wilson'])})"


def listening(told: Mapping[str, Any] | None) -> str:
    """A `Yield`: what a minute of listening brings."""
    if told is None:
        return NOTHING
    return ", ".join(f"{name.replace('_', ' ')} {figure(value)}" for name, value in told.items())
