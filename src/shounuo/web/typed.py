"""What a form or an address sends, read without trust: a wrong value is no value, never a fault of the page."""

from __future__ import annotations

from datetime import date

MOST_DIGITS = 18  # of any whole number: what a database keeps


def row_number(text: str | None) -> int:
    """The number of a row; 0, which no row has, for anything else."""
    return whole(text) or 0


def whole(text: str | None) -> int | None:
    """A whole number from 0 on; None for anything else."""
    typed = (text or "").strip()
    fits = typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS
    return int(typed) if fits else None


def day_of(text: str | None) -> date | None:
    """A day in ISO form; None for anything else."""
    try:
        return date.fromisoformat((text or "").strip())
    except ValueError:
        return None
