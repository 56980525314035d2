"""The loudness of a WAV file in frames of 30 ms, per channel, read in pieces so that hours fit in little memory."""

from __future__ import annotations

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FRAME_S = 0.03
_PIECE_FRAMES = 1000
_SILENCE_DB = -96.0
_TYPES = {1: np.dtype("u1"), 2: np.dtype("<i2"), 4: np.dtype("<i4")}


@dataclass(frozen=True)
class Loudness:
    """`db[channel, frame]` is the level below full scale (dBFS); each frame lasts FRAME_S seconds."""

    db: NDArray[np.float64]
    seconds: float

    @property
    def channels(self) -> int:
        return int(self.db.shape[0])


def read_wav(path: Path) -> Loudness:
    """Levels of a PCM WAV of 8, 16 or 32 bits. ValueError says what else it is."""
    try:
        with wave.open(str(path), "rb") as source:
            return _levels(source)
    except (wave.Error, EOFError) as fault:
        raise ValueError(f"not a PCM WAV file: {fault}") from fault


def _levels(source: wave.Wave_read) -> Loudness:
    width, channels, rate = source.getsampwidth(), source.getnchannels(), source.getframerate()
    if width not in _TYPES:
        raise ValueError(f"samples of {8 * width} bits are not read; 8, 16 or 32 are")
    per_frame = max(1, int(rate * FRAME_S))
    pieces = []
    while raw := source.readframes(per_frame * _PIECE_FRAMES):
        samples = np.frombuffer(
            raw[: len(raw) - len(raw) % (width * channels)], dtype=_TYPES[width]
        )
        pieces.append(_piece(samples.reshape(-1, channels), width, per_frame))
    if not pieces:
        raise ValueError("the recording is empty")
    return Loudness(np.concatenate(pieces, axis=1), source.getnframes() / rate)


def _piece(samples: NDArray[np.generic], width: int, per_frame: int) -> NDArray[np.float64]:
    """Levels of whole frames; a last short frame is filled with silence."""
    level = samples.astype(np.float64)
    level = (level - 128.0) / 128.0 if width == 1 else level / float(2 ** (8 * width - 1))
    short = -len(level) % per_frame
    level = np.pad(level, ((0, short), (0, 0)))
    frames = level.reshape(-1, per_frame, level.shape[1])
    power = np.mean(frames**2, axis=1).T
    return np.asarray(10 * np.log10(np.maximum(power, 10 ** (_SILENCE_DB / 10))))
