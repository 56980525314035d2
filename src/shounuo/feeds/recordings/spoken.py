"""Words with the clock of their recording: speech is heard in packs of up to half a minute, its long silences cut.

A model takes as long for one word as for half a minute, so neighbouring stretches of a channel are heard together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from shounuo.feeds.recordings.sound import EAR_RATE, Cuts, Recording, Samples
from shounuo.feeds.recordings.speech import Ear, Word
from shounuo.feeds.recordings.voice_activity import Stretch

PACK_S = 27.0
_AROUND_S = 0.15  # kept before and after a stretch: a first sound is softer than the vowel after it
_BETWEEN_S = 0.5  # silence put between stretches that lie further apart than that


@dataclass(frozen=True, slots=True)
class Heard:
    """A word on the recording's clock, with the place in the list of stretches it belongs to."""

    text: str
    t0: float
    t1: float
    sure: float
    stretch: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a stretch lies in a pack: `at` seconds into the pack for `start` seconds into the recording."""

    stretch: int
    at: float
    start: float
    length: float


def heard(
    recording: Recording, found: list[Stretch], channel: int | None, ear: Ear, language: str
) -> Iterator[Heard]:
    """The words of one channel's stretches (None: of all, mixed), by time."""
    own = [(n, s) for n, s in enumerate(found) if channel is None or s.channel == channel]
    with Cuts(recording) as cuts:
        for pack in _packs(own):
            sound, places = _sound(cuts, pack, channel)
            if len(sound):
                yield from (_placed(word, places) for word in ear.words(sound, language))


def _packs(own: Iterable[tuple[int, Stretch]]) -> Iterator[list[tuple[int, Stretch]]]:
    pack: list[tuple[int, Stretch]] = []
    length = 0.0
    for n, stretch in own:
        longer = stretch.end - stretch.start + _BETWEEN_S + 2 * _AROUND_S
        if pack and length + longer > PACK_S:
            yield pack
            pack, length = [], 0.0
        pack.append((n, stretch))
        length += longer
    if pack:
        yield pack


def _sound(
    cuts: Cuts, pack: list[tuple[int, Stretch]], channel: int | None
) -> tuple[Samples, list[_Piece]]:
    parts: list[Samples] = []
    places: list[_Piece] = []
    silence = np.zeros(round(_BETWEEN_S * EAR_RATE), np.float32)
    at = 0.0
    for n, stretch in pack:
        start = max(0.0, stretch.start - _AROUND_S)
        side = cuts.cut(channel, start, stretch.end + _AROUND_S)
        places.append(_Piece(n, at, start, len(side) / EAR_RATE))
        parts += [side, silence]
        at += (len(side) + len(silence)) / EAR_RATE
    return (np.concatenate(parts) if parts else silence[:0]), places


def _placed(word: Word, places: list[_Piece]) -> Heard:
    """The stretch nearest to the middle of the word; its times kept within that stretch."""
    middle = (word.t0 + word.t1) / 2
    piece = min(places, key=lambda p: max(p.at - middle, middle - p.at - p.length, 0.0))
    first = piece.start + min(max(word.t0 - piece.at, 0.0), piece.length)
    last = piece.start + min(max(word.t1 - piece.at, 0.0), piece.length)
    return Heard(word.text, round(first, 2), round(max(first, last), 2), word.sure, piece.stretch)
