"""The bucket from a column of months late: 2 is M2, nothing late is M0."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> str:
    """Settings: `from` (the column). Raises `ValueError` for no whole number."""
    return f"M{max(0, int(cell(settings['from'])))}"
