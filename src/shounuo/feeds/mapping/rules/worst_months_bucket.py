"""The worst bucket of several months, from columns of months late: as far back as the file looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> str:
    """Settings: `from_each` (columns). "" when no month was late. Raises `ValueError` for no number."""
    late = max((int(cell(column) or 0) for column in settings["from_each"]), default=0)
    return f"M{late}" if late > 0 else ""
