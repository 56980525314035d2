"""The file's as-of date when an amount is above zero: the day of a payment told by its month alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> Any:
    """Settings: `amount` (a money field read before)."""
    return so_far["as_of"] if (so_far.get(settings["amount"]) or 0) > 0 else None
