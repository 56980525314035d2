"""An identity number that can belong to nobody: region 000000 does not exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> str:
    """Settings: `from` (a column of numbers). Raises `ValueError` when it is not a number."""
    return f"000000{int(cell(settings['from'])):012d}"
