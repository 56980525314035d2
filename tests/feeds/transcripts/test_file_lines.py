"""Files of calls in the encodings that call centres send; what is neither is refused, never read as other words."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from shounuo.feeds.transcripts.reader import Item, read_file
from shounuo.kernel.errors import Problem

AS_OF = datetime.fromisoformat("2026-11-12T10:00:00+08:00")
ZH = "坐席：您好，这里是远山银行，请问是陈一帆先生吗？\n客户：我是，下个月发工资再还。\n"
TRADITIONAL = "坐席：您好，這裡是遠山銀行，請問是陳一帆先生嗎？\n客戶：我是，下個月發工資再還。\n"
ENGLISH = (
    "Agent: Hello, is this Lena Ortiz?\nCustomer: Yes, don’t call me again, you’re bothering me.\n"
)
SRT = (
    "1\n00:00:01,000 --> 00:00:03,000\n坐席：您好\n\n2\n00:00:04,000 --> 00:00:05,000\n客户：我是\n"
)


def read(path: Path, content: bytes) -> list[Item | Problem]:
    path.write_bytes(content)
    return list(read_file(path, AS_OF))


def said(found: Item | Problem) -> list[str]:
    assert isinstance(found, Item)
    return [turn.text for turn in found.call.turns]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("text", [ZH, TRADITIONAL])
def test_the_same_call_in_every_encoding(
    tmp_path: Path, text: str, codec: str, line_end: str
) -> None:
    (found,) = read(tmp_path / "a.txt", text.replace("\n", line_end).encode(codec))
    assert said(found) == [line.split("：", 1)[1] for line in text.splitlines()]


def test_subtitles_in_gbk(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.srt", SRT.replace("\n", "\r\n").encode("gbk"))
    assert said(found) == ["您好", "我是"]


@pytest.mark.parametrize(
    ("text", "codec"),
    [(ENGLISH, "cp1252"), (TRADITIONAL, "big5"), ("担当：こんにちは。\nお客様：はい、元気です。\n", "shift_jis")],
)  # fmt: skip
def test_what_reads_as_other_words_is_refused(tmp_path: Path, text: str, codec: str) -> None:
    """don’t in Windows-1252 reads as don抰 in GB18030: a wish to be left alone would be lost."""
    (found,) = read(tmp_path / "a.txt", text.encode(codec))
    assert isinstance(found, Problem)
    assert found.code == "wrong_encoding"
    assert "另存为 UTF-8" in found.line("zh")
    assert "save it as UTF-8" in found.line("en")


def call(ref: str, text: str) -> str:
    turns = [{"speaker": "agent", "text": text}]
    told = {"id": ref, "lang": "zh", "as_of": AS_OF.isoformat(), "turns": turns}
    return json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize(("most", "other"), [("utf-8", "gbk"), ("gbk", "utf-8")])
def test_a_line_in_another_encoding_stops_no_other(tmp_path: Path, most: str, other: str) -> None:
    """Of five calls the second came from another system: it is named by its line, the others are read."""
    lines = [
        call(f"c{n}", f"{name}先生您好，这里是远山银行") for n, name in enumerate("赵钱孙李周")
    ]
    lines[1] = call("c1", "欧阳建国先生您好")
    content = b"\n".join(line.encode(other if n == 1 else most) for n, line in enumerate(lines))
    found = read(tmp_path / "calls.jsonl", content)
    (problem,) = [one for one in found if isinstance(one, Problem)]
    assert problem.line("en").startswith("line 2 is not a call: some characters cannot be read")
    assert [said(one)[0][0] for one in found if one is not problem] == ["赵", "孙", "李", "周"]


def test_a_text_with_a_line_in_another_encoding_is_refused_by_that_line(tmp_path: Path) -> None:
    rows = [*ZH.splitlines(), "坐席：好的，再见。"]
    content = b"\n".join(row.encode("gbk" if n == 1 else "utf-8") for n, row in enumerate(rows))
    (found,) = read(tmp_path / "a.txt", content)
    assert isinstance(found, Problem)
    assert "line 2: some characters cannot be read" in found.line("en")


def test_a_line_separator_within_a_call_ends_no_line(tmp_path: Path) -> None:
    """U+2028 stands in what was said; the file holds one call."""
    (found,) = read(tmp_path / "calls.jsonl", call("c1", "您好\u2028再见").encode())
    assert said(found) == ["您好\u2028再见"]
