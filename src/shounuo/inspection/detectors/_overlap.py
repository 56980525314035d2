"""One stretch of speech, one fault: what a more specific code has claimed is not claimed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shounuo.inspection.frames.kinds import Found


def apart_from(found: Iterable[Found], stronger: Iterable[Found]) -> Iterator[Found]:
    """Those of `found` that share no word with any of `stronger`."""
    taken = [(spot.turn.at, spot.start, spot.end) for spot, _, _ in stronger]
    for spot, why, confidence in found:
        if not any(spot.turn.at == at and spot.start < e and s < spot.end for at, s, e in taken):
            yield spot, why, confidence
