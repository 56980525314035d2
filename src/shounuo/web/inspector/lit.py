"""A turn's text cut into plain and lit pieces, so that a finding stands on its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from shounuo.records.models import FoundFault


@dataclass(frozen=True, slots=True)
class Piece:
    """`faults` empty: plain text. Overlapping findings share a piece."""

    text: str
    faults: tuple[FoundFault, ...] = ()

    @property
    def severity(self) -> str:
        order = ("critical", "major", "minor")
        found = {fault.severity for fault in self.faults}
        return next((one for one in order if one in found), "")


def pieces(text: str, faults: Sequence[FoundFault]) -> list[Piece]:
    """The turn from left to right; together the pieces are the whole text."""
    inside = [f for f in faults if 0 <= f.start < f.end <= len(text)]
    edges = sorted({0, len(text), *(f.start for f in inside), *(f.end for f in inside)})
    return [
        Piece(text[a:b], tuple(f for f in inside if f.start <= a and b <= f.end))
        for a, b in pairwise(edges)
        if a < b
    ]
