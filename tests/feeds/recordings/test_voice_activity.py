"""Who speaks when is read from the loudness of each channel."""

import wave

import numpy as np
import pytest

from shounuo.feeds.recordings import speech
from shounuo.feeds.recordings.loudness import read_levels
from shounuo.feeds.recordings.voice_activity import stretches
from shounuo.kernel.errors import Refused

RATE = 8000


def record(path, seconds, speech_by_channel, width=2):
    """A recording of faint noise with a tone wherever a channel speaks."""
    chance, time = np.random.default_rng(7), np.arange(int(RATE * seconds)) / RATE
    sides = []
    for spans in speech_by_channel:
        side = 0.002 * chance.standard_normal(len(time))
        for start, end in spans:
            side += np.where(
                (time >= start) & (time < end), 0.3 * np.sin(2 * np.pi * 220 * time), 0
            )
        sides.append(side)
    mixed = np.stack(sides, axis=1)
    data = (mixed * 32767).astype("<i2") if width == 2 else (mixed * 127 + 128).astype("u1")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(len(sides))
        out.setsampwidth(width)
        out.setframerate(RATE)
        out.writeframes(data.tobytes())
    return path


@pytest.mark.parametrize("width", [1, 2])
def test_two_channels(tmp_path, width):
    """Each side's stretches are found within two frames of where they were put."""
    levels = read_levels(record(tmp_path / "c.wav", 12, [[(1, 3), (7, 9)], [(3.5, 6)]], width))
    found = [(s.channel, s.start, s.end) for s in stretches(levels)]
    assert [c for c, _, _ in found] == [0, 1, 0]
    for (_, start, end), wanted in zip(found, [(1, 3), (3.5, 6), (7, 9)], strict=True):
        assert (start, end) == pytest.approx(wanted, abs=0.06)


def test_short_gaps_belong_to_the_sentence_and_clicks_to_nobody(tmp_path):
    """A pause of a fifth of a second does not cut a sentence; a click is no speech."""
    levels = read_levels(record(tmp_path / "c.wav", 6, [[(1, 2), (2.2, 3), (5, 5.05)]]))
    assert len(stretches(levels)) == 1


def test_silence_has_no_speech(tmp_path):
    """Nobody speaks in a recording of line noise."""
    assert stretches(read_levels(record(tmp_path / "c.wav", 5, [[], []]))) == []


def test_empty_and_foreign_files_are_told(tmp_path):
    """An empty recording and a file that is no sound are refused by name."""
    with pytest.raises(ValueError, match="empty"):
        read_levels(record(tmp_path / "c.wav", 0, [[]]))
    (tmp_path / "x.wav").write_bytes(b"ID3 not a wave")
    with pytest.raises(ValueError, match="not a recording"):
        read_levels(tmp_path / "x.wav")


def test_words_need_a_model(tmp_path):
    """Without a model folder the message says which setting is missing."""
    with pytest.raises(Refused, match="SHOUNUO_SPEECH_MODEL"):
        speech.load(None)
