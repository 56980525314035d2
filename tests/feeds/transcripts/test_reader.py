"""Transcripts of every form become the same turns; a bad item is told of and stops nothing."""

import json
from datetime import datetime

import pytest

from shounuo.feeds.transcripts.reader import Item, read_file
from shounuo.kernel.errors import Problem

AS_OF = datetime.fromisoformat("2026-11-12T10:00:00+08:00")
SAID = [("agent", "您好,请问是陈先生吗"), ("party", "我是")]
FORMS = {
    "a.txt": "坐席：您好,请问是陈先生吗\n客户：我是\n",
    "clock.txt": "[00:01 - 00:03] 坐席：您好,请问是陈先生吗\n[00:04 - 00:05] 客户：我是\n",
    "b.srt": "1\n00:00:01,000 --> 00:00:03,000\n坐席：您好,请问是陈先生吗\n\n2\n00:00:04,000 --> 00:00:05,000\n客户：我是\n",
    "c.vtt": "WEBVTT\n\n00:01.000 --> 00:03.000\n<v 坐席>您好,请问是陈先生吗\n\n00:04.000 --> 00:05.000\n<v 客户>我是\n",
    "channels.json": json.dumps({"Result": {"Sentences": [
        {"ChannelId": 1, "BeginTime": 4000, "EndTime": 5000, "Text": "我是"},
        {"ChannelId": 0, "BeginTime": 1000, "EndTime": 3000, "Text": "您好,请问是陈先生吗"}]}}),
    "segments.json": json.dumps({"segments": [
        {"speaker": "SPEAKER_00", "start": 1.0, "end": 3.0, "text": "您好,请问是陈先生吗"},
        {"speaker": "SPEAKER_01", "start": 4.0, "end": 5.0, "text": "我是"}]}),
}  # fmt: skip


def read(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return list(read_file(tmp_path / name, AS_OF))


@pytest.mark.parametrize("name", FORMS)
def test_form(tmp_path, name):
    """The same two turns come out of every form, with their clock where there is one."""
    (item,) = read(tmp_path, name, FORMS[name])
    assert isinstance(item, Item)
    assert [(t.speaker, t.text) for t in item.call.turns] == SAID
    if name != "a.txt":
        assert [(t.t0, t.t1) for t in item.call.turns] == [(1.0, 3.0), (4.0, 5.0)]


def line(**changes):
    turns = [{"i": 0, "speaker": "agent", "t0": 0.0, "t1": 1.0, "text": "您好"}]
    return json.dumps(
        {"id": "x", "lang": "zh", "as_of": AS_OF.isoformat(), "context": {}, "turns": turns}
        | changes,
        ensure_ascii=False,
    )


def test_broken_lines_stop_nothing(tmp_path):
    """Of five lines two are broken, one is silent and one is in no language read; the good one is still read."""
    silent = [{"i": 0, "speaker": "agent", "t0": 0, "t1": 1, "text": " "}]
    foreign = [
        {"i": 0, "speaker": "agent", "t0": 0, "t1": 1, "text": "こんにちは、お支払いについて"}
    ]
    stranger = [{"i": 0, "speaker": "robot", "t0": 0, "t1": 1, "text": "您好"}]
    rows = [line(), "{broken", line(turns=silent), line(turns=foreign), line(turns=stranger)]
    found = read(tmp_path, "calls.jsonl", "\n".join(rows))
    assert [f.code if isinstance(f, Problem) else "read" for f in found] == [
        "read", "transcript_unreadable", "transcript_empty", "wrong_language", "transcript_unreadable",
    ]  # fmt: skip
    assert "line 2" in found[1].line("en")
    assert "robot" in found[4].line("en")


@pytest.mark.parametrize(
    ("turns", "code"),
    [
        ([{"speaker": "agent", "text": "您好"}], "times_missing"),
        ([{"speaker": "agent", "t0": 5, "t1": 2, "text": "您好"}], "times_backwards"),
        (
            [
                {"speaker": "agent", "t0": 0, "t1": 20, "text": "您好"},
                {"speaker": "party", "t0": 3, "t1": 4, "text": "嗯你好"},
            ],
            "times_overlap",
        ),
        ([{"speaker": "agent", "t0": 0, "t1": 10800, "text": "您好"}], "very_long"),
    ],
)
def test_clock_faults_are_noted(tmp_path, turns, code):
    """A fault in the clock is noted and the call is still read."""
    (item,) = read(tmp_path, "calls.jsonl", line(turns=turns))
    assert [note.code for note in item.notes] == [code]


@pytest.mark.parametrize("name", ["a.txt", "b.srt"])
def test_unknown_speaker_is_refused(tmp_path, name):
    """A speaker nobody can place is named, not guessed."""
    (problem,) = read(tmp_path, name, FORMS[name].replace("客户", "老王"))
    assert "老王" in problem.line("en")
