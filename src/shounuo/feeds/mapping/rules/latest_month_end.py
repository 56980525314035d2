"""The day assumed for the newest of several monthly amounts that is above zero: its month's last.

The first column speaks of the month of the file's own day, and is given that day; each further one of the
month before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from shounuo.feeds.mapping.rules.latest_amount import amount
from shounuo.kernel.civil import month_end


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> Any:
    """Settings: `from_each` (columns, newest first). None when nothing was ever paid."""
    for months, column in enumerate(settings["from_each"]):
        if amount(cell(column), so_far["currency"]) > 0:
            return month_end(so_far["as_of"], months) if months else so_far["as_of"]
    return None
