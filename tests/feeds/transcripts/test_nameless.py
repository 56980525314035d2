"""Text that does not say who speaks is parted by its words and says so; a strange name among known ones is refused."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from shounuo.feeds.take_transcripts import house_form
from shounuo.feeds.transcripts.reader import read_file
from shounuo.inspection.house_form import call_from
from shounuo.kernel.errors import Problem

AS_OF = datetime.fromisoformat("2026-11-12T10:00:00+08:00")
SAID = [
    ("agent", "您好，远山银行信用卡中心，通话有录音，请问是陈一帆先生吗？"), ("party", "是我，什么事？"),
    ("agent", "您的信用卡逾期三十五天了，今天能处理一下吗？"), ("party", "我最近没钱，下个月发工资再说。"),
    ("agent", "那我给您登记一下，再见。"),
]  # fmt: skip
WORDS = [said for _, said in SAID]


def labelled(first: str, second: str) -> str:
    names = {"agent": first, "party": second}
    return "\n".join(f"{names[who]}：{said}" for who, said in SAID)


def cues(lines: list[str]) -> str:
    return "\n\n".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{said}" for n, said in enumerate(lines, 1)
    )


FORMS = {
    "no names.txt": "\n".join(WORDS),
    "numbers.txt": labelled("说话人2", "说话人1"),
    "speakers.txt": labelled("Speaker 1", "Speaker 2"),
    "letters.txt": labelled("B", "A"),
    "no names.srt": cues(WORDS),
    "numbers.srt": cues(labelled("Speaker 2", "Speaker 1").splitlines()),
    "no names.json": json.dumps(
        {"segments": [{"start": n, "end": n + 0.9, "text": said} for n, said in enumerate(WORDS)]}
    ),
}


def read(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    (found,) = read_file(tmp_path / name, AS_OF)
    return found


@pytest.mark.parametrize("name", FORMS)
def test_who_spoke_is_told_by_words_and_marked(tmp_path, name):
    """Whatever the two are called, the one who speaks as a collector is the collector."""
    item = read(tmp_path, name, FORMS[name])
    assert [(turn.speaker, turn.text) for turn in item.call.turns] == SAID
    assert all(turn.sure is not None for turn in item.call.turns)
    assert "parted_by_words" in {note.code for note in item.notes}


@pytest.mark.parametrize("names", [("坐席", "老王"), ("老王", "老李")])
def test_a_name_that_means_somebody_is_not_guessed(tmp_path, names):
    """Beside a known name, or as names of people, a strange one is a fault of the file."""
    assert isinstance(read(tmp_path, "a.txt", labelled(*names)), Problem)


def test_three_voices_are_refused(tmp_path):
    text = labelled("说话人1", "说话人2") + "\n说话人3：我是他爱人，您有事跟我说"
    assert "说话人3" in read(tmp_path, "a.txt", text).line("en")


def test_the_doubt_is_kept_with_the_call_and_only_where_there_is_one(tmp_path):
    """A call whose source named its speakers is stored as ever, so that the same file again changes nothing."""
    doubted = read(tmp_path, "a.txt", FORMS["no names.txt"]).call
    plain = read(tmp_path, "b.txt", labelled("坐席", "客户")).call
    assert call_from(house_form(doubted)).turns == doubted.turns
    assert call_from(house_form(plain)).turns == plain.turns
    assert not any("sure" in turn for turn in house_form(plain)["turns"])
