"""The sound of a recording, read in pieces: WAV in the codings of telephone systems, MP3, FLAC, Ogg.

Nothing is held but the piece in hand, so that hours fit in little memory. ValueError says what is wrong with a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
EAR_RATE = 16000  # samples a second that speech models expect
MOST_CHANNELS = 2
_PIECE_S = 30


@dataclass(frozen=True, slots=True)
class Recording:
    """A file of sound that can be read. `seconds` is what its head claims; a damaged one may break off before."""

    path: Path
    rate: int
    channels: int
    seconds: float


def open_recording(path: Path) -> Recording:
    """What the head of a file tells. ValueError: not sound, empty, or of more channels than a call has."""
    import soundfile

    try:
        info = soundfile.info(str(path))
    except (soundfile.SoundFileError, OSError) as fault:
        raise ValueError(_why_not(path, fault)) from fault
    if info.frames <= 0:
        raise ValueError("the recording is empty")
    if info.channels > MOST_CHANNELS:
        raise ValueError(f"{info.channels} channels; a call has one or two")
    return Recording(path, info.samplerate, info.channels, info.frames / info.samplerate)


def _why_not(path: Path, fault: Exception) -> str:
    if not path.stat().st_size:
        return "the file is empty"
    return f"not a recording that can be read (WAV, MP3, FLAC, Ogg): {fault}"


def pieces(recording: Recording, frames: int) -> Iterator[Samples]:
    """The sound from the start in pieces of `frames` samples a channel, shaped (samples, channels).

    Where a damaged file breaks off, the pieces end.
    """
    import soundfile

    with soundfile.SoundFile(str(recording.path)) as source:
        while True:
            try:
                piece = source.read(frames, dtype="float32", always_2d=True)
            except soundfile.SoundFileError:
                return
            if not len(piece):
                return
            yield piece


def piece_frames(rate: int, step: int) -> int:
    """About half a minute, in whole steps of `step` samples."""
    return max(1, _PIECE_S * rate // step) * step


class Cuts:
    """Stretches of a recording at the rate of speech models."""

    def __init__(self, recording: Recording) -> None:
        import soundfile

        self._recording, self._broken = recording, soundfile.SoundFileError
        self._source = soundfile.SoundFile(str(recording.path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._source.close()

    def cut(self, channel: int | None, start: float, end: float) -> Samples:
        """`start` to `end` seconds of one channel (None: all of them mixed); shorter where the sound breaks off."""
        first, last = (max(0, round(at * self._recording.rate)) for at in (start, end))
        try:
            self._source.seek(min(first, self._source.frames))
            sound = self._source.read(max(0, last - first), dtype="float32", always_2d=True)
        except self._broken:
            return np.zeros(0, np.float32)
        side = sound.mean(axis=1) if channel is None else sound[:, channel]
        return resampled(np.asarray(side, np.float32), self._recording.rate)


def resampled(side: Samples, rate: int) -> Samples:
    """At the rate of speech models."""
    if rate == EAR_RATE or not len(side):
        return side
    from scipy.signal import resample_poly

    common = gcd(rate, EAR_RATE)
    return np.asarray(resample_poly(side, EAR_RATE // common, rate // common), np.float32)
