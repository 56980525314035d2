"""What an inspector should hear first: the expected weight of faults for each minute of listening."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.codes import Severity

WEIGHT: dict[Severity, int] = {"critical": 100_000, "major": 10_000, "minor": 300}
LEAST_SECONDS = 20  # opening a call costs about that long, however short it is


def urgency(faults: Iterable[tuple[Severity, float]], seconds: float) -> int:
    """`faults`: severity and confidence of each finding. The worst and shortest calls come first."""
    expected = sum(WEIGHT[severity] * confidence for severity, confidence in faults)
    return round(expected * 60 / max(seconds, LEAST_SECONDS))
