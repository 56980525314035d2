"""Recordings of every form a telephone system writes are read; a damaged one says what is wrong with it."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile

from feeds.recordings.sounds import record
from shounuo.feeds.recordings.loudness import read_levels, voices_apart
from shounuo.feeds.recordings.sound import EAR_RATE, Cuts, open_recording
from shounuo.feeds.recordings.voice_activity import stretches

HELLO, YES = "您好，请问是陈一帆先生吗？", "我是，你说。"
TALK = [[(1, 3, HELLO), (7, 9, HELLO)], [(3.5, 6, YES)]]
FORMS = [
    ("a.wav", 8000, "PCM_U8"), ("b.wav", 8000, "PCM_16"), ("c.wav", 16000, "PCM_24"), ("d.wav", 8000, "ULAW"),
    ("e.wav", 8000, "ALAW"), ("f.wav", 16000, "FLOAT"), ("g.wav", 11025, "PCM_16"), ("h.wav", 44100, "PCM_16"),
    ("i.mp3", 8000, None), ("j.mp3", 16000, None), ("k.flac", 8000, None), ("l.ogg", 16000, None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "rate", "subtype"), FORMS)
def test_two_channels_of_any_form(tmp_path, name, rate, subtype):
    """Each side's stretches are found within three frames of where they were put."""
    levels = read_levels(record(tmp_path / name, 12, TALK, rate, subtype))
    assert voices_apart(levels)
    found = [(s.channel, s.start, s.end) for s in stretches(levels)]
    assert [c for c, _, _ in found] == [0, 1, 0]
    for (_, start, end), wanted in zip(found, [(1, 3), (3.5, 6), (7, 9)], strict=True):
        assert (start, end) == pytest.approx(wanted, abs=0.1)


@pytest.mark.parametrize(("name", "rate", "subtype"), FORMS)
def test_a_stretch_is_cut_out_at_the_rate_of_speech_models(tmp_path, name, rate, subtype):
    """Half a second of the second channel's tone of 400 Hz, wherever it lies."""
    recording = open_recording(record(tmp_path / name, 12, TALK, rate, subtype))
    with Cuts(recording) as cuts:
        later, sooner = cuts.cut(1, 5, 5.5), cuts.cut(1, 4, 4.5)
    for sound in (later, sooner):
        assert len(sound) == pytest.approx(EAR_RATE / 2, abs=2)
        pitch = np.argmax(np.abs(np.fft.rfft(sound))) * EAR_RATE / len(sound)
        assert pitch == pytest.approx(400, abs=4)


def test_an_odd_rate_does_not_drift(tmp_path):
    """At 11,025 samples a second a frame is not quite 30 ms: at the end of ten minutes the clock is still right."""
    path = record(tmp_path / "c.wav", 600, [[(590, 595, HELLO)]], 11025)
    (found,) = stretches(read_levels(path))
    assert (found.start, found.end) == pytest.approx((590, 595), abs=0.1)


def test_a_mono_call_stored_twice_has_no_voices_apart(tmp_path):
    both = [(1, 3, HELLO), (3.5, 6, YES)]
    assert not voices_apart(read_levels(record(tmp_path / "twin.wav", 8, [both, both])))


def test_a_channel_on_which_nobody_is_heard_has_no_voices_apart(tmp_path):
    """A recorder that lost one line keeps both voices on the other."""
    assert not voices_apart(read_levels(record(tmp_path / "one.wav", 8, [[(1, 3, HELLO)], []])))


def test_a_recording_that_breaks_off_is_read_as_far_as_it_goes(tmp_path):
    """A head that claims twelve seconds over a body of six: six are read, and the break is told."""
    whole = record(tmp_path / "whole.wav", 12, TALK).read_bytes()
    (tmp_path / "half.wav").write_bytes(whole[: len(whole) // 2])
    levels = read_levels(tmp_path / "half.wav")
    assert levels.seconds == pytest.approx(6, abs=0.1)


def test_a_damaged_mp3_is_read_as_far_as_it_goes(tmp_path):
    """Noise in the middle costs those seconds and no more."""
    whole = bytearray(record(tmp_path / "whole.mp3", 12, TALK, 16000).read_bytes())
    third = len(whole) // 3
    whole[third : third + 300] = bytes(300)
    (tmp_path / "hurt.mp3").write_bytes(bytes(whole))
    found = stretches(read_levels(tmp_path / "hurt.mp3"))
    assert found[0].start == pytest.approx(1, abs=0.2)
    assert found[-1].end == pytest.approx(9, abs=0.5)


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("empty.wav", b"", "empty"),
        ("letter.mp3", b"Dear Sir, please find attached", "not a recording"),
        ("head.wav", b"RIFF\x24\x00\x00\x00WAVEfmt ", "not a recording"),
    ],
)
def test_what_is_no_recording_says_so(tmp_path, name, body, words):
    (tmp_path / name).write_bytes(body)
    with pytest.raises(ValueError, match=words):
        read_levels(tmp_path / name)


def test_an_empty_recording_and_one_of_six_channels_are_refused(tmp_path):
    with pytest.raises(ValueError, match="empty"):
        read_levels(record(tmp_path / "c.wav", 0, [[]]))
    soundfile.write(str(tmp_path / "s.wav"), np.zeros((8000, 6)), 8000)
    with pytest.raises(ValueError, match="6 channels"):
        read_levels(tmp_path / "s.wav")
