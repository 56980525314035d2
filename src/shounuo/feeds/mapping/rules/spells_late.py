"""How often an account fell behind within the months the file tells of: months on end count once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> int:
    """Settings: `from_each` (columns of months late, newest first). Raises `ValueError` for no number."""
    late = [int(cell(column) or 0) > 0 for column in reversed(settings["from_each"])]
    return sum(now and not before for before, now in zip([False, *late], late, strict=False))
