"""A phone number that can belong to nobody: eleven digits beginning 100.

Mobile numbers of the mainland begin 13 to 19 and those of Taiwan 09; no subscriber number anywhere in
either plan begins 100. The digits come from the row's own number, so the same row has the same phone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def value(
    cell: Callable[[str], str], so_far: Mapping[str, Any], settings: Mapping[str, Any]
) -> str:
    """Settings: `from` (a column of numbers). Raises `ValueError` when it is not a number."""
    return f"100{int(cell(settings['from'])):08d}"
