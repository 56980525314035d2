"""From sound to turns: by channel, by words where both share one, with what was not heard told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from feeds.recordings.sounds import ToneEar, record
from shounuo.feeds.recordings.call import read_recording
from shounuo.inspection.report import inspect_call
from shounuo.kernel.errors import Problem

HELLO, YES, LATE, PAY = (
    "您好，请问是陈一帆先生吗？",
    "我是，你说。",
    "您逾期三十五天了，",
    "今天能还吗？",
)
BROKE, DIE, BYE = "我没钱，", "不想活了。", "再见。"
AT = datetime(2026, 11, 12, 2, tzinfo=UTC)
COLLECTOR = [(1, 3, HELLO), (5, 6.5, LATE), (6.8, 8, PAY), (12.5, 13.5, BYE)]
CUSTOMER = [(3.4, 4.5, YES), (8.6, 9.6, BROKE), (9.9, 11.5, DIE)]
BOTH = sorted(COLLECTOR + CUSTOMER)
SAID = [("agent", HELLO), ("party", YES), ("agent", LATE + PAY), ("party", BROKE + DIE), ("agent", BYE)]  # fmt: skip


def heard(path, **options):
    return read_recording(path, AT, ToneEar(**options))


def turns(item):
    return [(turn.speaker, turn.text) for turn in item.call.turns]


@pytest.mark.parametrize("rate", [8000, 16000])
@pytest.mark.parametrize("name", ["call.wav", "call.mp3"])
def test_two_channels(tmp_path, name, rate):
    """Each side's words stand in its turns, with the clock of the recording and no doubt about who spoke."""
    item = heard(record(tmp_path / name, 15, [COLLECTOR, CUSTOMER], rate))
    assert turns(item) == SAID
    assert [turn.sure for turn in item.call.turns] == [None] * 5
    assert item.call.turns[2].t0 == pytest.approx(5, abs=0.2)
    assert item.notes == []


@pytest.mark.parametrize("rate", [8000, 16000])
@pytest.mark.parametrize("name", ["call.wav", "call.mp3"])
@pytest.mark.parametrize("channels", [1, 2])
def test_one_channel_is_parted_by_words_and_says_so(tmp_path, name, rate, channels):
    """Mono, or the same mono on both channels: who spoke is told by what was said, and marked."""
    item = heard(record(tmp_path / name, 15, [BOTH] * channels, rate))
    assert turns(item) == SAID
    assert all(turn.sure is not None for turn in item.call.turns)
    assert "parted_by_words" in {note.code for note in item.notes}
    assert item.call.turns[-1].t1 == pytest.approx(13.5, abs=0.3)
    assert inspect_call(item.call).tasks[0].kind == "self_harm"


def test_the_collector_may_be_on_the_other_channel(tmp_path):
    path = record(tmp_path / "c.wav", 15, [CUSTOMER, COLLECTOR])
    item = read_recording(path, AT, ToneEar(), agent_channel=1)
    assert turns(item) == SAID


def test_hours_with_little_speech_keep_their_clock(tmp_path):
    """Twenty minutes of waiting between two sentences: both are heard where they were said."""
    late = [(1, 3, HELLO), (1195, 1197, BYE)]
    item = heard(record(tmp_path / "c.wav", 1200, [late, [(600, 601.5, YES)]], subtype="ULAW"))
    assert turns(item) == [("agent", HELLO), ("party", YES), ("agent", BYE)]
    assert [round(turn.t0) for turn in item.call.turns] == [1, 600, 1195]


def test_more_speech_than_one_pack_holds_is_heard_to_the_end(tmp_path):
    """Ninety seconds of short sentences: each once, in order."""
    spans = [(n * 3.0, n * 3.0 + 1.5, word) for n, word in enumerate([HELLO, LATE, PAY] * 10)]
    item = heard(record(tmp_path / "c.wav", 92, [spans, [(91, 91.6, YES)]]))
    assert turns(item) == [("agent", (HELLO + LATE + PAY) * 10), ("party", YES)]


def codes(found):
    return [found.code] if isinstance(found, Problem) else [note.code for note in found.notes]


def test_another_language_is_refused(tmp_path):
    """Not read as Chinese by force: the message says what was heard and how sure that is."""
    path = record(tmp_path / "c.wav", 15, [COLLECTOR, CUSTOMER])
    found = heard(path, language="ja", sure=0.97)
    assert codes(found) == ["wrong_language"]
    assert "ja is spoken (97% sure)" in found.line("en")
    asked = read_recording(path, AT, ToneEar("en", 0.95), language="zh")
    assert codes(asked) == ["wrong_language"]


def test_an_uncertain_language_is_taken_as_marked(tmp_path):
    path = record(tmp_path / "c.wav", 15, [COLLECTOR, CUSTOMER])
    item = read_recording(path, AT, ToneEar("ja", 0.4), language="zh")
    assert item.call.lang == "zh"


def test_silence_and_damage_are_told_and_nothing_raises(tmp_path):
    silent = record(tmp_path / "silent.wav", 5, [[], []])
    assert codes(heard(silent)) == ["transcript_empty"]
    (tmp_path / "torn.mp3").write_bytes(b"\xff\xfb\x90\x00" + bytes(50))
    assert codes(heard(tmp_path / "torn.mp3")) == ["recording_unreadable"]
    (tmp_path / "nothing.wav").write_bytes(b"")
    assert codes(heard(tmp_path / "nothing.wav")) == ["recording_unreadable"]


def test_speech_without_words_is_told(tmp_path):
    """The ear hears nothing in five of eleven seconds that are loud: an inspector is sent to listen."""

    class Deaf(ToneEar):
        def words(self, sound, language):
            return [w for w in super().words(sound, language) if w.text not in (LATE, PAY, DIE)]

    path = record(tmp_path / "c.wav", 15, [COLLECTOR, CUSTOMER])
    item = read_recording(path, AT, Deaf())
    assert codes(item) == ["speech_without_words"]
