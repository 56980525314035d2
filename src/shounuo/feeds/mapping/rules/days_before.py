"""A day counted back from the file's as-of date: a due date assumed from the days past due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> Any:
    """Settings: `days_field` (a count read before); `otherwise_after` days later when it is 0."""
    late = so_far.get(settings["days_field"]) or 0
    ahead = int(settings.get("otherwise_after", 0))
    return so_far["as_of"] + (timedelta(days=-late) if late else timedelta(days=ahead))
