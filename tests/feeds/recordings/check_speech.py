"""The optional speech extra, for real: `make speech`. Not part of the gates, which run without the extra."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from tiny_speech_model import build

from shounuo.feeds.recordings.loudness import read_wav
from shounuo.feeds.recordings.speech import load, turns
from shounuo.feeds.recordings.voice_activity import stretches

RATE = 16000


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("speech"))


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Four seconds, two channels: a tone on the left in the second second, on the right in the third."""
    tone = np.sin(2 * np.pi * 220 * np.arange(RATE) / RATE) * 12000
    sound = np.zeros((4 * RATE, 2))
    sound[RATE : 2 * RATE, 0] = tone
    sound[2 * RATE : 3 * RATE, 1] = tone
    path = tmp_path / "call.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.astype(np.int16).tobytes())
    return path


def test_a_recording_becomes_turns(model: Path, recording: Path) -> None:
    """The model is loaded from its folder, each stretch is decoded, and its text stands with the side that spoke."""
    found = stretches(read_wav(recording))
    told = turns(recording, found, load(model, "zh"))
    assert [turn.speaker for turn in told] == ["agent", "party"]
    assert all(isinstance(turn.text, str) for turn in told)
    assert [round(turn.t0 or 0) for turn in told] == [1, 2]
