"""How a measured time spreads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from time import perf_counter
from types import TracebackType


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """p50, p95 and p99 in milliseconds, by nearest rank."""
    ordered = sorted(seconds)
    return {
        f"p{share}_ms": round(1000 * ordered[max(0, -(-len(ordered) * share // 100) - 1)], 2)
        for share in (50, 95, 99)
    }


@dataclass
class Lap:
    """`with lap:` adds one time."""

    seconds: list[float] = field(default_factory=list)
    _began: float = 0.0

    def __enter__(self) -> Lap:
        self._began = perf_counter()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.seconds.append(perf_counter() - self._began)

    @property
    def total(self) -> float:
        return sum(self.seconds)
