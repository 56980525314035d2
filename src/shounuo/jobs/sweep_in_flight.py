"""Attempts that never reported back become unknown, and go on counting."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions import sweep_in_flight as action

NAME = "sweep_in_flight"
EVERY_SECONDS = 5 * 60


def run(as_of: datetime) -> int:
    """Returns how many were swept."""
    return action.sweep_in_flight(recorded_at=as_of)
