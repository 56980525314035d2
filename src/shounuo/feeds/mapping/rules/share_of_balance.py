"""An amount as a share of another, at least so much, never more than it: a minimum payment assumed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> int | None:
    """Settings: `of` (a money field read before), `percent`, `at_least_cents`. Minor units."""
    whole = so_far.get(settings["of"])
    if whole is None:
        return None
    if whole <= 0:
        return 0
    share = -(-whole * int(settings["percent"]) // 100)
    rounded = -(-share // 100) * 100  # whole units of the currency, as bills ask for
    return min(whole, max(rounded, int(settings.get("at_least_cents", 0))))
