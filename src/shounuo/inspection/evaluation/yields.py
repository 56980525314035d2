"""What listening brings: serious faults heard in each minute, in the order of the queue and at random.

A floor has far fewer faulty calls than a labelled set, so the same is told for a floor's mix of calls, too:
calls with a critical fault weigh as many as the floor has of them, the others share the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHARE = 0.1  # of all minutes: about what a team of inspectors can listen to


@dataclass(frozen=True, slots=True)
class Listened:
    """One labelled call: what the queue sorts by, its minutes, labelled critical and major faults, any critical one."""

    urgency: int
    minutes: float
    serious: int
    critical: bool


@dataclass(frozen=True, slots=True)
class Yield:
    """Serious faults a minute: where the queue looks first, over all calls, and in the best order there could be."""

    in_order: float
    at_random: float
    best: float

    def as_json(self) -> dict[str, float | None]:
        ratio = self.in_order / self.at_random if self.at_random else None
        best = self.best / self.at_random if self.at_random else None
        return {
            "in_order": round(self.in_order, 4),
            "at_random": round(self.at_random, 4),
            "times_random": None if ratio is None else round(ratio, 2),
            "best_times_random": None if best is None else round(best, 2),
        }


def yields(calls: Sequence[Listened], critical_share: float | None = None) -> Yield | None:
    """Over the first tenth of all minutes; None without calls. `critical_share`: a floor's share of critical calls."""
    weights = _weights(calls, critical_share)
    total = sum(w * c.minutes for w, c in zip(weights, calls, strict=True))
    if not total:
        return None
    budget = total * SHARE
    everything = sum(w * c.serious for w, c in zip(weights, calls, strict=True))
    pairs = list(zip(weights, calls, strict=True))
    queue = sorted(pairs, key=lambda p: -p[1].urgency)
    ideal = sorted(pairs, key=lambda p: -p[1].serious / p[1].minutes)
    return Yield(_heard(queue, budget) / budget, everything / total, _heard(ideal, budget) / budget)


def _weights(calls: Sequence[Listened], critical_share: float | None) -> list[float]:
    grave = sum(call.critical for call in calls)
    if critical_share is None or not grave or grave == len(calls):
        return [1.0] * len(calls)
    rest = (1 - critical_share) / (len(calls) - grave)
    return [critical_share / grave if call.critical else rest for call in calls]


def _heard(order: Sequence[tuple[float, Listened]], budget: float) -> float:
    """Faults heard until the minutes are used up; of the call that does not fit, its share."""
    left, found = budget, 0.0
    for weight, call in order:
        spent = min(left, weight * call.minutes)
        found += call.serious * spent / call.minutes
        left -= spent
        if left <= 0:
            break
    return found
