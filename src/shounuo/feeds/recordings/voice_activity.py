"""Who speaks when, from loudness alone: no model, no words.

A frame is speech when it stands clearly above the channel's own quiet. Short gaps inside a sentence are closed and clicks dropped.
One channel cannot tell two speakers apart: its stretches carry channel 0 and the caller must not guess who they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shounuo.feeds.recordings.loudness import Loudness

ABOVE_QUIET_DB = 9.0
FLOOR_DB = -52.0  # below this nobody on a telephone is heard
CLOSE_GAP_S = 0.35
DROP_UNDER_S = 0.15
BLEED_DB = 12.0  # a voice this much quieter than the other channel is its echo


@dataclass(frozen=True, slots=True)
class Stretch:
    """Speech on `channel` from `start` to `end` seconds."""

    channel: int
    start: float
    end: float


def stretches(levels: Loudness) -> list[Stretch]:
    """Every stretch of speech by time."""
    found: list[Stretch] = []
    for channel in range(levels.channels):
        speaking = _speaking(levels.db[channel])
        if levels.channels == 2:
            speaking &= levels.db[channel] > levels.db[1 - channel] - BLEED_DB
        found += [Stretch(channel, a, b) for a, b in _runs(speaking, levels.frame_s)]
    return sorted(found, key=lambda s: (s.start, s.channel))


def _speaking(db: NDArray[np.float32]) -> NDArray[np.bool_]:
    quiet = float(np.percentile(db, 20))
    return np.asarray(db > max(FLOOR_DB, min(quiet + ABOVE_QUIET_DB, -20.0)))


def _runs(speaking: NDArray[np.bool_], frame_s: float) -> list[tuple[float, float]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], speaking.astype(np.int8), [0]))))
    runs = [(a * frame_s, b * frame_s) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    joined: list[tuple[float, float]] = []
    for start, end in runs:
        if joined and start - joined[-1][1] <= CLOSE_GAP_S:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [(round(float(a), 3), round(float(b), 3)) for a, b in joined if b - a >= DROP_UNDER_S]
