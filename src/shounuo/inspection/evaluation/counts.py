"""Counts and the rates made of them. A rate is None when nothing was counted; every rate keeps its counts."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z95 = 1.959964  # two-sided 95 % of the normal distribution


def wilson(hits: float, total: int, z: float = Z95) -> tuple[float, float] | None:
    """The Wilson 95 % interval of a rate (Wilson 1927); None when nothing was counted."""
    if total == 0:
        return None
    rate, spread = hits / total, z * z / total
    centre = (rate + spread / 2) / (1 + spread)
    half = z * sqrt(rate * (1 - rate) / total + spread / (4 * total)) / (1 + spread)
    return max(0.0, centre - half), min(1.0, centre + half)


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


@dataclass
class Share:
    """`hits` of `total`."""

    hits: int = 0
    total: int = 0

    def add(self, hit: bool) -> None:
        self.hits += hit
        self.total += 1

    @property
    def rate(self) -> float | None:
        return self.hits / self.total if self.total else None

    def as_json(self) -> dict[str, object]:
        return {
            "rate": _round(self.rate),
            "hits": self.hits,
            "total": self.total,
            "wilson": _pair(self),
        }


def _pair(share: Share) -> list[float] | None:
    bounds = wilson(share.hits, share.total)
    return [round(b, 4) for b in bounds] if bounds else None


@dataclass
class Tally:
    """Findings: right, false and missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.tp, self.fp, self.fn = self.tp + other.tp, self.fp + other.fp, self.fn + other.fn
        return self

    @property
    def precision(self) -> float | None:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        said = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / said if said else None

    def as_json(self) -> dict[str, object]:
        return {
            "precision": _round(self.precision),
            "recall": _round(self.recall),
            "f1": _round(self.f1),
            "tp": self.tp,
            "fp": self.fp,
            "fn": self.fn,
            "precision_wilson": _pair(Share(self.tp, self.tp + self.fp)),
            "recall_wilson": _pair(Share(self.tp, self.tp + self.fn)),
        }
