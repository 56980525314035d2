"""The reviewer proposes over real HTTP; masked going out, proven coming in, and never in the way."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from feeds.reviewer.model_server import completion, model_server
from shounuo.commands.inspect import command as inspect
from shounuo.feeds.reviewer import Reviewer, propose, reviewer
from shounuo.feeds.reviewer.masked import masked
from shounuo.inspection.house_form import call_from

SAID = [
    ("agent", "您好，我姓柯，工号四零一七，请问是戴春生先生吗？麻烦报一下身份证后四位。"),
    ("party", "我是，四四一二，家住香樟路二十六号三栋。"),
    ("agent", "戴先生，您欠三千二百一十块五，卡号6222021234567890。"),
    ("party", "我手机13812345678，邮箱dai@example.com。"),
    ("agent", "春生啊，你儿子每天几点放学我都清楚。"),
]


def call(said=SAID, **context):
    turns = [{"i": n, "speaker": who, "text": words} for n, (who, words) in enumerate(said)]
    facts = {"callee_role": "debtor", "debtor_name": "戴春生", "lender": "云岭银行", **context}
    return call_from(
        {"id": "r1", "lang": "zh", "as_of": "2026-11-18T10:20:00+08:00", "context": facts, "turns": turns}
    )  # fmt: skip


def answering(*rows):
    text = json.dumps({"findings": list(rows)}, ensure_ascii=False)
    return lambda body: completion(text)


def at(server, **more):
    return replace(Reviewer(server.url, "tiny", timeout=20.0), **more)


THREAT = {
    "code": "THREAT",
    "turn": 4,
    "quote": "你儿子每天几点放学我都清楚",
    "why": "knows the child's day",
}


def test_it_is_off_until_it_is_set() -> None:
    """Without an address there is no reviewer; with one its settings are read."""
    assert reviewer({}) is None
    assert reviewer({"SHOUNUO_REVIEWER_URL": "http://x/v1/", "SHOUNUO_REVIEWER_TIMEOUT": "3"}) == (
        Reviewer("http://x/v1", "default", "", 3.0)
    )


def test_a_proposal_is_proven_and_marked() -> None:
    """Words of the turn come back as a finding with their place and the reviewer's mark."""
    with model_server(answering(THREAT)) as server:
        (found,), problem = propose(at(server, key="k"), call())
        assert server.asked[0]["path"] == "/v1/chat/completions"
        assert server.asked[0]["model"] == "tiny"
        assert server.keys == ["Bearer k"]
    assert problem is None
    assert (found.code, found.turn, found.rule) == ("THREAT", 4, "reviewer")
    assert found.quote == SAID[4][1][found.start : found.end] == THREAT["quote"]


def test_what_identifies_somebody_does_not_leave() -> None:
    """Neither names nor numbers nor addresses are in what was sent; the sum and the conduct are."""
    with model_server(answering()) as server:
        propose(at(server), call())
        sent = server.asked[0]["messages"][1]["content"]
    for secret in (
        "戴春生",
        "春生",
        "戴先生",
        "姓柯",
        "四零一七",
        "四四一二",
        "香樟路",
        "6222",
        "13812345678",
        "dai@",
    ):
        assert secret not in sent
    assert "三千二百一十块五" in sent
    assert "你儿子每天几点放学我都清楚" in sent


def test_blanks_are_as_long_as_what_they_hide() -> None:
    """Places in the masked turn are places in the turn as said."""
    assert [len(text) for text in masked(call())] == [len(words) for _, words in SAID]


def test_names_that_the_case_does_not_know_are_blanked() -> None:
    """Without a case a name is still known by how it is asked for or addressed."""
    said = [
        ("agent", "请问是王建国先生吗？"),
        ("party", "我是王建国。"),
        ("agent", "王总，您今天方便吗？"),
        ("agent", "Good evening, may I speak with Dana Cole? Is this Ms. Cole?"),
    ]
    texts = " ".join(masked(call(said, debtor_name="")))
    for secret in ("王", "建国", "Dana", "Cole"):
        assert secret not in texts
    assert "您今天方便吗" in texts


def test_english_names_and_numbers_are_blanked() -> None:
    """A name by any of its words, spelled digits after a question, a phone and a street."""
    said = [
        ("agent", "Hi, this is Tessa Ray. Is this Marcus Webb? Your last four of the social?"),
        ("party", "Marcus here, four four one two. I'm at 212 West Street, call 614-555-0133."),
        ("agent", "Mr. Webb, it's $1,240.50."),
    ]
    texts = " ".join(masked(call(said, debtor_name="Marcus Webb")))
    for secret in ("Marcus", "Webb", "Tessa", "four four one two", "West Street", "555"):
        assert secret not in texts
    assert "$1,240.50" in texts


@pytest.mark.parametrize(
    "row",
    [
        THREAT | {"code": "MURDER"},
        THREAT | {"turn": 99},
        THREAT | {"turn": 3, "quote": "我手机"},
        THREAT | {"quote": "words nobody said"},
        THREAT | {"quote": ""},
        "nonsense",
    ],
)
def test_what_cannot_be_proven_is_dropped(row) -> None:
    """An unknown code, a turn that is not there or not the agent's, words not said: no finding and no fuss."""
    with model_server(answering(row, THREAT)) as server:
        found, problem = propose(at(server), call())
    assert [f.code for f in found] == ["THREAT"]
    assert problem is None


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (lambda body: completion("I think it is fine."), "reviewer_unreadable"),
        (lambda body: completion('{"findings": 3}'), "reviewer_unreadable"),
        (lambda body: (200, b"<html>"), "reviewer_unreadable"),
        (lambda body: (200, b'{"choices": []}'), "reviewer_unreadable"),
        (lambda body: (503, b"busy"), "reviewer_down"),
    ],
)
def test_a_broken_answer_is_a_problem_not_a_crash(answer, code) -> None:
    """Nonsense and refusals come back as a problem that names the call; nothing is found."""
    with model_server(answer) as server:
        found, problem = propose(at(server), call())
    assert found == ()
    assert problem.code == code
    assert "r1" in problem.line("en")


def test_fenced_json_is_read() -> None:
    """Models like to wrap JSON in a fence."""
    text = f"```json\n{json.dumps({'findings': [THREAT]}, ensure_ascii=False)}\n```"
    with model_server(lambda body: completion(text)) as server:
        found, _ = propose(at(server), call())
    assert len(found) == 1


def test_a_slow_reviewer_is_given_up() -> None:
    """The server holds its answer back; the asker gives up after its time and says so."""
    with model_server(answering(THREAT)) as server:
        server.go.clear()
        found, problem = propose(at(server, timeout=0.2), call())
    assert found == ()
    assert problem.code == "reviewer_slow"


def test_nobody_there_is_a_problem() -> None:
    """A closed port is told as unreachable."""
    with model_server(answering()) as server:
        gone = server.url
    assert propose(Reviewer(gone, "tiny", timeout=5.0), call())[1].code == "reviewer_down"


def test_evaluation_tells_what_it_adds(tmp_path, monkeypatch) -> None:
    """One labelled call: the reviewer's threat alone is right once, and counted beside the engine's."""
    body = {
        "id": "r1", "lang": "zh", "as_of": "2026-11-18T10:20:00+08:00",
        "context": {"callee_role": "debtor", "debtor_name": "戴春生"},
        "turns": [{"i": n, "speaker": who, "text": words} for n, (who, words) in enumerate(SAID)],
        "gold": {"steps": {}, "findings": [{"code": "THREAT", "turn": 4, "quote": "放学"}], "clean": False,
                 "promise": None, "disposition": "REFUSE"},
    }  # fmt: skip
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(body, ensure_ascii=False), encoding="utf-8")
    monkeypatch.delenv("SHOUNUO_REVIEWER_URL", raising=False)
    refused = CliRunner().invoke(inspect, ["eval", str(path), "--reviewer"])
    assert refused.exit_code == 2
    with model_server(answering(THREAT)) as server:
        monkeypatch.setenv("SHOUNUO_REVIEWER_URL", server.url)
        done = CliRunner().invoke(inspect, ["eval", str(path), "--reviewer", "--json"])
    told = json.loads(done.output.splitlines()[-1])["reviewer"]
    assert (told["asked"], told["failed"], told["proposed"]) == (1, 0, 1)
    assert told["proposals"]["critical"]["tp"] == 1
    assert told["proposals"]["critical"]["fp"] == 0
