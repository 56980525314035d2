"""The optional speech extra, for real: `make speech`. Not part of the gates, which run without the extra."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from tiny_speech_model import build

from shounuo.feeds.recordings.hearing import who_spoke_when, with_words
from shounuo.feeds.recordings.sound import open_recording
from shounuo.feeds.recordings.speech import load

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
    """The model is loaded from its folder and hears each side; a model that knows nothing may hear no word."""
    opened = open_recording(recording)
    silent = who_spoke_when(opened)
    assert [round(stretch.start) for stretch in silent.found] == [1, 2]
    told = with_words(opened, silent, load(model), "zh")
    assert {turn.speaker for turn in told.turns} <= {"agent", "party"}
    assert all(turn.text for turn in told.turns)


def test_the_words_of_the_model_carry_their_clock(model: Path) -> None:
    """Whatever is heard lies within the sound and goes forward."""
    noise = np.random.default_rng(5).normal(0, 0.1, 3 * RATE).astype(np.float32)
    words = load(model).words(noise, "zh")
    assert all(0 <= word.t0 <= word.t1 <= 3.5 for word in words)
