"""A name that says it is a number: for data that has no names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> str:
    """Settings: `from` (a column of numbers), `before` (what stands in front)."""
    return f"{settings.get('before', '')}{int(cell(settings['from'])):05d}"
