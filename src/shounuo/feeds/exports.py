"""Cells on their way out of the house, into files that a spreadsheet will open."""

from __future__ import annotations

RUNS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe in front where it would.

    A plain number keeps its sign: -12.50 is an amount.
    """
    if not text.startswith(RUNS):
        return text
    number = text[1:].replace(",", "").replace(".", "", 1)
    return text if text[0] in "+-" and number.isascii() and number.isdigit() else f"'{text}"
