"""An amount for each month late, never more than a balance: arrears assumed from a minimum payment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> int | None:
    """Settings: `each` (money field read before), `from` (months column), `most` (money field)."""
    months, each = max(0, int(cell(settings["from"]))), so_far.get(settings["each"])
    most = so_far.get(settings["most"])
    return None if each is None or most is None else min(max(0, most), months * each)
