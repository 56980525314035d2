"""Estimates as additive tables of integers: quick in columns, readable by a collector.

A scorecard adds points per binned feature; one point is 1/50 of a logit. The sum, clipped to ±400, is
looked up in one table of odds and gives basis points. Only integers are added and compared, so DuckDB,
Spark and plain Python agree on every cell.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from shounuo.kernel.odds import probability

POINTS_PER_LOGIT = 50
CLIP = 400
TARGETS = ("contact", "promise", "kept", "self_cure")


def basis_points(points: int) -> int:
    """Points → probability in basis points, 1–9,999."""
    clipped = max(-CLIP, min(CLIP, points))
    return min(9999, max(1, round(10000 * probability(clipped / POINTS_PER_LOGIT))))


def points_of(probability: float) -> int:
    """Probability → points, clipped."""
    safe = min(1 - 1e-6, max(1e-6, probability))
    return max(-CLIP, min(CLIP, round(POINTS_PER_LOGIT * math.log(safe / (1 - safe)))))


ODDS: tuple[int, ...] = tuple(basis_points(p) for p in range(-CLIP, CLIP + 1))


@dataclass(frozen=True, slots=True)
class Bins:
    """`points[i]` for values below `edges[i]`, the last for the rest: len(points) = len(edges)+1."""

    edges: tuple[int, ...]
    points: tuple[int, ...]

    def __post_init__(self) -> None:
        rising = all(a < b for a, b in zip(self.edges, self.edges[1:], strict=False))
        if len(self.points) != len(self.edges) + 1 or not rising:
            raise ValueError(f"bins need rising edges and one more point: {self}")

    def index(self, value: int) -> int:
        return bisect_right(self.edges, value)

    def of(self, value: int) -> int:
        return self.points[self.index(value)]

    def column(self, value: ir.IntegerValue) -> ir.IntegerValue:
        branches = [
            (value < e, ibis.literal(p, "int32"))
            for e, p in zip(self.edges, self.points, strict=False)
        ]
        return (
            ibis.cases(*branches, else_=ibis.literal(self.points[-1], "int32"))
            if branches
            else ibis.literal(self.points[0], "int32")
        )


@dataclass(frozen=True, slots=True)
class Reason:
    """`points` this feature added, against the card's average account."""

    feature: str
    value: int
    points: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """`base` points plus those of each feature's bin; `average` is a feature's mean points."""

    base: int
    bins: Mapping[str, Bins]
    average: Mapping[str, int]

    def score(self, row: Mapping[str, int]) -> int:
        """Basis points of one row; the same as the column, cell by cell."""
        return basis_points(self.base + sum(b.of(row[name]) for name, b in self.bins.items()))

    def points_column(self, table: ir.Table) -> ir.IntegerValue:
        total: ir.IntegerValue = ibis.literal(self.base, "int32")
        for name, bins in self.bins.items():
            total = total + bins.column(table[name])
        return total.clip(-CLIP, CLIP).cast("int32")

    def reasons(self, row: Mapping[str, int]) -> list[Reason]:
        """What moved this row away from the average account, strongest first."""
        found = [
            Reason(n, row[n], b.of(row[n]) - self.average.get(n, 0)) for n, b in self.bins.items()
        ]
        return sorted((r for r in found if r.points), key=lambda r: (-abs(r.points), r.feature))


@dataclass(frozen=True, slots=True)
class Steps:
    """A number by steps of one feature: seconds of talk, or a share in basis points."""

    feature: str
    bins: Bins

    def of(self, row: Mapping[str, int]) -> int:
        return self.bins.of(row[self.feature])

    def column(self, table: ir.Table) -> ir.IntegerValue:
        return self.bins.column(table[self.feature])


ODDS_TABLE = ibis.schema(
    {"points": "int32", "bp": "int32", "day_bp": "int32", "tries_centi": "int32"}
)


def odds_table(attempts_a_day: int) -> list[dict[str, int]]:
    """The one lookup all cards share: clipped points → basis points, rows of `ODDS_TABLE`.

    `day_bp`: the chance that one of `attempts_a_day` tries succeeds; `tries_centi`: hundredths of a try
    expected when one stops at the first success.
    """
    return [_odds_row(points, attempts_a_day) for points in range(-CLIP, CLIP + 1)]


def _odds_row(points: int, attempts: int) -> dict[str, int]:
    return {"points": points, **odds_of(ODDS[points + CLIP], attempts)}


def odds_of(bp: int, attempts: int) -> dict[str, int]:
    """`bp`, `day_bp` and `tries_centi` of one chance per try."""
    missed, tries = 10_000, 0
    for _ in range(attempts):
        tries += missed
        missed = missed * (10_000 - bp) // 10_000
    return {"bp": bp, "day_bp": 10_000 - missed, "tries_centi": tries // 100}
