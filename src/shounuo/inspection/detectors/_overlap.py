"""One stretch of speech, one fault: what a more specific code has claimed is not claimed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.spots import Spot
from shounuo.kernel.text import Text


def apart_from(
    found: Iterable[Found], stronger: Iterable[Found], *, whole_turn: bool = False
) -> Iterator[Found]:
    """Those of `found` that share no word (or, with `whole_turn`, no turn) with any of `stronger`."""
    taken = [(spot.turn.at, spot.start, spot.end) for spot, _, _ in stronger]
    for spot, why, confidence in found:
        near = [(s, e) for at, s, e in taken if at == spot.turn.at]
        if not any(whole_turn or (spot.start < e and s < spot.end) for s, e in near):
            yield spot, why, confidence


def beyond(
    found: Iterable[Found], spots: Iterable[Spot], why: Text, confidence: float
) -> Iterator[Found]:
    """Findings at those of `spots` whose turn `found` has not reached yet."""
    reached = {spot.turn.at for spot, _, _ in found}
    for spot in spots:
        if spot.turn.at not in reached:
            yield spot, why, confidence
