"""The inspect commands end with one JSON object that has the promised keys."""

import json
import re

import pytest
from click.testing import CliRunner

from shounuo.cli import main

CALL = {
    "id": "c1", "lang": "zh", "as_of": "2026-11-12T10:00:00+08:00",
    "context": {"callee_role": "debtor", "lender": "远山银行", "debtor_name": "陈一帆", "due_cents": 456700, "currency": "CNY"},
    "turns": [
        {"i": 0, "speaker": "agent", "t0": 0, "t1": 3, "text": "您好远山银行有录音请问是陈一帆先生吗"},
        {"i": 1, "speaker": "party", "t0": 4, "t1": 5, "text": "是我"},
        {"i": 2, "speaker": "agent", "t0": 6, "t1": 9, "text": "您逾期了应还四千五百六十七元，求求您帮帮我"},
    ],
    "gold": {"steps": {"identify_self": 0, "close": None}, "findings": [{"code": "BEGGING", "turn": 2, "quote": "求求您"}],
             "clean": True, "promise": None, "disposition": "HUNG_UP"},
}  # fmt: skip


def run(tmp_path, rows, *words):
    path = tmp_path / "rows.jsonl"
    path.write_text(
        "\n".join(json.dumps(r, ensure_ascii=False) if isinstance(r, dict) else r for r in rows),
        encoding="utf-8",
    )
    result = CliRunner().invoke(
        main, ["inspect", words[0], str(path), *words[1:], "--json"], catch_exceptions=False
    )
    assert result.exit_code == 0
    return json.loads(result.output.splitlines()[-1])


def test_eval(tmp_path):
    """Every promised key is there, the one finding is right, the broken line is told of, predictions are written."""
    out = tmp_path / "predictions.jsonl"
    data = run(tmp_path, [CALL, "{"], "eval", "--predictions", str(out))
    keys = {
        "critical",
        "major",
        "minor",
        "by_code",
        "clean_accused",
        "steps",
        "promise_exact",
        "disposition",
        "flip_rate",
        "chars_per_s",
    }
    assert keys <= set(data)
    assert (data["minor"]["precision"], data["minor"]["recall"], data["minor"]["f1"]) == (
        1.0,
        1.0,
        1.0,
    )
    assert (data["steps"], data["disposition"], len(data["problems"])) == (1.0, 1.0, 1)
    assert json.loads(out.read_text("utf-8"))["findings"][0]["code"] == "BEGGING"


def told(tmp_path, rows, command):
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    result = CliRunner().invoke(main, ["inspect", command, str(path)], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_a_rate_of_nothing_is_a_dash_with_its_counts(tmp_path):
    """No critical fault is labelled or found: nothing to divide. The one begging is found: 1 of 1. JSON says null."""
    output = told(tmp_path, [CALL], "eval")
    (critical,) = [line for line in output.splitlines() if line.startswith("critical")]
    assert critical.endswith(" precision – recall – f1 –  (right 0, false 0, missed 0)")
    assert "precision 1.0 recall 1.0 f1 1.0  (right 1, false 0, missed 0)" in output
    assert "promise_exact: – (0/0, 95% –)" in output
    assert "precision at 0.5% critical calls: – (caught 0/0, false alarm 0/1)" in output
    assert "None" not in output
    assert run(tmp_path, [CALL], "eval")["critical"]["precision"] is None


def test_a_rate_of_no_sentence_is_a_dash(tmp_path):
    """One lawful sentence that is not accused: no breach to be right about."""
    output = told(tmp_path, [{"text": "您好", "label": "ok"}], "sentences")
    assert "breach: precision – recall – f1 –  (right 0, false 0, missed 0)" in output
    assert "None" not in output


def test_sentences(tmp_path):
    """A lawful denial is not accused, whatever the rest of its note says."""
    rows = [
        {
            "text": "我不是公安也不是法院，我是远山银行的",
            "label": "ok",
            "rule": "COND-1",
            "note": "ctx=debtor; 冒充",
        }
    ]
    data = run(tmp_path, rows, "sentences")
    assert data["ok_accused"]["hits"] == 0
    assert data["sentences"] == 1


def test_call(tmp_path):
    """One call is told in full."""
    (call,) = run(tmp_path, [CALL], "call")["calls"]
    assert call["score"]["card"]
    assert call["measures"]["talk_time_s"] == 9
    assert call["summary"] != call["summary_en"]


def refused(tmp_path, text, command, *options):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    result = CliRunner().invoke(main, ["inspect", command, str(path), *options])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    return result


LATIN = re.compile("[A-Za-z]{3,}")
CHINESE = re.compile("[一-鿿]")


def report_of(tmp_path, rows, lang):
    """What `inspect call` prints for a person, without the words that were said."""
    path = tmp_path / "rows.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    told = CliRunner().invoke(main, ["inspect", "call", str(path), "--lang", lang])
    assert told.exit_code == 0
    said = [turn["text"] for row in rows if isinstance(row, dict) for turn in row["turns"]]
    text = re.sub("「[^」]*」|“[^”]*”", "", told.output)
    for words in said:
        text = text.replace(words, "")
    return text


def test_a_report_for_a_person_keeps_to_one_language(tmp_path):
    """Steps, findings, law, lines that are no call: nothing of the other language but codes of the file and options."""
    stranger = CALL | {"id": "c9", "turns": [CALL["turns"][0] | {"speaker": "robot"}]}
    rows = [CALL | {"id": "c1"}, stranger, "{broken"]
    zh, en = report_of(tmp_path, rows, "zh"), report_of(tmp_path, rows, "en")
    assert CHINESE.search(en) is None
    assert set(LATIN.findall(zh)) <= {"CBA", "JSON", "robot", "jurisdiction", "context"}
    assert "第 3 行读不成通话：" in zh
    assert "line 2 is not a call: turn 0: unknown speaker 'robot'" in en


@pytest.mark.parametrize(("lang", "said"), [("zh", "文件是空的"), ("en", "the file is empty")])
def test_nothing_read_is_told_in_the_language_asked_for(tmp_path, lang, said):
    (line,) = refused(tmp_path, "", "call", "--lang", lang).output.splitlines()
    assert said in line
    assert "/" not in line


@pytest.mark.parametrize("command", ["eval", "sentences"])
@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("", "文件是空的", "the file is empty"),
        ("\n \n", "文件是空的", "the file is empty"),
        ("{\n", "不是 JSON", "not JSON at character 2"),
        ("5\n", "不是 JSON 对象", "not a JSON object"),
        (b"\x92\xff\xff\n", "既不是 UTF-8 也不是 GB18030", "neither as UTF-8 nor as GB18030"),
    ],
)
def test_nothing_read(tmp_path, command, text, zh, en):
    """A file in which nothing can be read gets one line in both languages, and no figures."""
    (line,) = refused(tmp_path, text, command).output.splitlines()
    assert "rows.jsonl" in line
    assert zh in line
    assert en in line
    assert "None" not in line
    assert "import" not in line
    assert "the rest" not in line


def test_nothing_read_as_json(tmp_path):
    """With --json each failed line is named."""
    result = refused(tmp_path, "{}\n5\n", "eval", "--json")
    data = json.loads(result.stdout.splitlines()[-1])
    assert [problem.split(" · ")[0] for problem in data["problems"]] == [
        "line 1 is not a call: the field turns is missing",
        "line 2 is not a call: not a JSON object {…}",
    ]


def test_eval_without_labels(tmp_path):
    """Calls without labels have no figures, only predictions."""
    bare = {key: value for key, value in CALL.items() if key != "gold"}
    said = refused(tmp_path, json.dumps(bare), "eval").output
    assert "没有标注" in said
    assert "use `shounuo inspect call`" in said
    out = tmp_path / "predictions.jsonl"
    run(tmp_path, [bare], "eval", "--predictions", str(out))
    assert json.loads(out.read_text("utf-8"))["findings"][0]["code"] == "BEGGING"


def test_eval_broken_labels(tmp_path):
    """A call whose labels cannot be read is named; the other is counted; a number as turns is told plainly."""
    broken = CALL | {"id": "c2", "gold": {"findings": [{"turn": 2}]}}
    data = run(tmp_path, [CALL, broken, CALL | {"turns": 5}], "eval")
    assert data["calls"] == 1
    labels, turns = data["problems"]
    assert labels.startswith("c2 · its labels (gold) cannot be read: the field code is missing")
    assert turns.startswith("line 3 is not a call: a field holds the wrong kind")


def test_sentences_missing_field(tmp_path):
    """A missing field is named, and the help lists every field."""
    rows = [{"text": "您好", "label": "ok"}, {"text": "您好"}, {"label": "ok"}]
    data = run(tmp_path, rows, "sentences")
    assert data["sentences"] == 1
    assert ["the field label is missing" in p for p in data["problems"]] == [True, False]
    assert "the field text is missing" in data["problems"][1]
    told = CliRunner().invoke(main, ["inspect", "sentences", "--help"]).output
    assert all(f"  {name} " in told for name in ("text", "label", "rule", "note", "lang"))
