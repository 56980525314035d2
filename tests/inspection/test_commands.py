"""The inspect commands end with one JSON object that has the promised keys."""

import json

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
