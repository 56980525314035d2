"""The loudness of a recording in frames of about 30 ms, per channel, read in pieces so that hours fit in little memory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from shounuo.feeds.recordings.sound import (
    Recording,
    Samples,
    open_recording,
    piece_frames,
    pieces,
)

FRAME_S = 0.03
_SILENCE_DB = -96.0
# Two channels closer than this wherever anybody speaks carry the same sound: a mono call stored twice.
_TWIN_DB = 1.5
_TWIN_SHARE = 0.95
_HEARD_DB = -50.0


@dataclass(frozen=True)
class Loudness:
    """`db[channel, frame]` is the level below full scale (dBFS); each frame lasts `frame_s` seconds."""

    db: NDArray[np.float32]
    seconds: float
    frame_s: float = FRAME_S
    claimed_s: float = 0.0  # what the head of the file claims

    @property
    def channels(self) -> int:
        return int(self.db.shape[0])

    @property
    def broken_off(self) -> bool:
        """The sound ends well before the head of the file says."""
        return self.claimed_s - self.seconds > max(1.0, 0.01 * self.claimed_s)


def read_levels(path: Path) -> Loudness:
    """Levels of a recording. ValueError says why it cannot be read."""
    return levels_of(open_recording(path))


def levels_of(recording: Recording) -> Loudness:
    """Levels of a recording whose head was read. ValueError when no sound follows."""
    step = max(1, int(recording.rate * FRAME_S))
    found, samples = [], 0
    for piece in pieces(recording, piece_frames(recording.rate, step)):
        found.append(_piece(piece, step))
        samples += len(piece)
    if not found:
        raise ValueError("the recording is empty or damaged: no sound could be read")
    seconds, frame_s = samples / recording.rate, step / recording.rate
    return Loudness(np.concatenate(found, axis=1), seconds, frame_s, recording.seconds)


def _piece(samples: Samples, step: int) -> NDArray[np.float32]:
    """Levels of whole frames; a last short frame is filled with silence."""
    short = -len(samples) % step
    level = np.nan_to_num(np.pad(samples, ((0, short), (0, 0))))
    frames = level.reshape(-1, step, level.shape[1])
    power = np.mean(frames.astype(np.float64) ** 2, axis=1).T
    return np.asarray(10 * np.log10(np.maximum(power, 10 ** (_SILENCE_DB / 10))), np.float32)


def voices_apart(levels: Loudness) -> bool:
    """Whether each side has a channel of its own: two channels that differ and both carry speech."""
    if levels.channels != 2:
        return False
    left, right = levels.db
    loud = np.maximum(left, right) > _HEARD_DB
    if not loud.any():
        return True
    twins = np.abs(left[loud] - right[loud]) < _TWIN_DB
    return bool(twins.mean() < _TWIN_SHARE) and bool(
        (left > _HEARD_DB).any() and (right > _HEARD_DB).any()
    )


def mixed(levels: Loudness) -> Loudness:
    """As one channel: the louder of the two at each moment."""
    loudest = levels.db.max(axis=0, keepdims=True)
    return Loudness(loudest, levels.seconds, levels.frame_s, levels.claimed_s)
