"""Days past due from a column of months late: so many days a month, 0 when nothing is late."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> int:
    """Settings: `from` (the column), `days` a month (30). Raises `ValueError` for no whole number."""
    return max(0, int(cell(settings["from"]))) * int(settings.get("days", 30))
