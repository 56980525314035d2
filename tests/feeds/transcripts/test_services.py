"""The JSON that common speech services really send becomes the same two turns."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from shounuo.feeds.transcripts.reader import Item, read_file
from shounuo.feeds.transcripts.services import turns_of
from shounuo.kernel.errors import Problem

AS_OF = datetime.fromisoformat("2026-11-12T10:00:00+08:00")
HELLO, YES = "您好,请问是陈先生吗", "我是"


def lattice(words: str, speaker: str, start: int, end: int) -> dict[str, object]:
    """One sentence as a lattice: a word in two halves, the whole again packed into a string."""
    half = len(words) // 2
    rows = [{"cw": [{"w": part}]} for part in (words[:half], words[half:])]
    best = {"st": {"bg": str(start), "ed": str(end), "rl": speaker, "rt": [{"ws": rows}]}}
    return {"json_1best": json.dumps(best, ensure_ascii=False)}


LATTICE = [lattice(HELLO, "1", 1000, 3000), lattice(YES, "2", 4000, 5000)]
SERVICES = {
    "call analytics": {"JobStatus": "COMPLETED", "Transcript": [
        {"ParticipantRole": "AGENT", "BeginOffsetMillis": 1000, "EndOffsetMillis": 3000, "Content": HELLO},
        {"ParticipantRole": "CUSTOMER", "BeginOffsetMillis": 4000, "EndOffsetMillis": 5000, "Content": YES}]},
    "audio segments by speaker": {"results": {"transcripts": [], "audio_segments": [
        {"id": 0, "transcript": HELLO, "start_time": "1.0", "end_time": "3.0", "speaker_label": "spk_0"},
        {"id": 1, "transcript": YES, "start_time": "4.0", "end_time": "5.0", "speaker_label": "spk_1"}]}},
    "audio segments by channel": {"results": {"audio_segments": [
        {"transcript": HELLO, "start_time": "1.0", "end_time": "3.0", "channel_label": "ch_0"},
        {"transcript": YES, "start_time": "4.0", "end_time": "5.0", "channel_label": "ch_1"}]}},
    "results by channel": {"results": [
        {"alternatives": [{"transcript": HELLO, "words": [{"startTime": "1s", "endTime": "3s"}]}], "channelTag": 1, "resultEndTime": "3s"},
        {"alternatives": [{"transcript": YES, "words": [{"startTime": "4.000s"}]}], "channelTag": 2, "resultEndTime": "5s"}]},
    "recognised phrases": {"recognizedPhrases": [
        {"channel": 0, "offsetMilliseconds": 1000, "durationMilliseconds": 2000, "nBest": [{"display": HELLO}]},
        {"channel": 1, "offsetMilliseconds": 4000, "durationMilliseconds": 1000, "nBest": [{"display": YES}]}]},
    "utterances by channel": {"results": {"channels": [], "utterances": [
        {"start": 1.0, "end": 3.0, "channel": 0, "transcript": HELLO},
        {"start": 4.0, "end": 5.0, "channel": 1, "transcript": YES}]}},
    "utterances by speaker": {"results": {"utterances": [
        {"start": 1.0, "end": 3.0, "channel": 0, "speaker": 0, "transcript": HELLO},
        {"start": 4.0, "end": 5.0, "channel": 0, "speaker": 1, "transcript": YES}]}},
    "segments": {"text": HELLO + YES, "segments": [
        {"id": 0, "start": 1.0, "end": 3.0, "text": HELLO, "speaker": "SPEAKER_00"},
        {"id": 1, "start": 4.0, "end": 5.0, "text": YES, "speaker": "SPEAKER_01"}]},
    "sentences": {"TaskId": "t", "Result": {"Sentences": [
        {"ChannelId": 0, "BeginTime": 1000, "EndTime": 3000, "Text": HELLO, "EmotionValue": 6.5},
        {"ChannelId": 1, "BeginTime": 4000, "EndTime": 5000, "Text": YES}]}},
    "result detail": {"Data": {"TaskId": 1, "ResultDetail": [
        {"FinalSentence": HELLO, "StartMs": 1000, "EndMs": 3000, "SpeakerId": 0},
        {"FinalSentence": YES, "StartMs": 4000, "EndMs": 5000, "SpeakerId": 1}]}},
    "one best in a string": {"ok": 0, "data": json.dumps([
        {"bg": "1000", "ed": "3000", "onebest": HELLO, "speaker": "1"},
        {"bg": "4000", "ed": "5000", "onebest": YES, "speaker": "2"}], ensure_ascii=False)},
    "lattice": {"lattice": LATTICE},
    "lattice in an order": {"code": "000000", "content": {"orderResult": json.dumps({"lattice": LATTICE})}},
}  # fmt: skip


@pytest.mark.parametrize("name", SERVICES)
def test_a_service(tmp_path, name):
    """Who speaks, what and when, whatever the service calls it."""
    path = tmp_path / "call.json"
    path.write_text(json.dumps(SERVICES[name], ensure_ascii=False), encoding="utf-8")
    (item,) = list(read_file(path, AS_OF))
    assert isinstance(item, Item)
    turns = [(t.speaker, t.text, t.t0, t.t1) for t in item.call.turns]
    assert turns == [("agent", HELLO, 1.0, 3.0), ("party", YES, 4.0, 5.0)]


def test_one_voice_is_refused_not_guessed(tmp_path):
    """Segments without a speaker (one channel, nobody told apart) are named as what they are."""
    path = tmp_path / "mono.json"
    path.write_text(
        json.dumps({"segments": [{"start": 0, "end": 1, "text": HELLO}]}), encoding="utf-8"
    )
    (problem,) = list(read_file(path, AS_OF))
    assert isinstance(problem, Problem)
    assert "speaker" in problem.line("en")


def test_an_unknown_shape_is_named():
    """A JSON that no mapping knows tells its keys."""
    with pytest.raises(ValueError, match="alpha"):
        turns_of({"alpha": 1})


def test_labels_of_a_service_that_only_parts_voices_mean_nothing(tmp_path):
    """Who picks up is SPEAKER_00 and no collector: the words tell, and the call says that they did."""
    said = [
        ("SPEAKER_00", "喂？"), ("SPEAKER_01", "您好，远山银行信用卡中心，请问是陈一帆先生吗？"), ("SPEAKER_00", "是我，什么事？"),
        ("SPEAKER_01", "您的信用卡逾期三十五天了，今天能处理一下吗？"),
    ]  # fmt: skip
    segments = [
        {"speaker": who, "start": n, "end": n + 0.9, "text": text}
        for n, (who, text) in enumerate(said)
    ]
    path = tmp_path / "call.json"
    path.write_text(json.dumps({"segments": segments}), encoding="utf-8")
    (item,) = list(read_file(path, AS_OF))
    assert [turn.speaker for turn in item.call.turns] == ["party", "agent", "party", "agent"]
    assert [note.code for note in item.notes] == ["parted_by_words"]
