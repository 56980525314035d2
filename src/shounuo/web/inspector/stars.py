"""Stars as they are drawn: ★★☆☆☆."""

from __future__ import annotations

from shounuo.records.queries.ratings import MOST


def drawn(stars: int) -> str:
    return "★" * stars + "☆" * (MOST - stars)
