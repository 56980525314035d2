"""What a whole call ended in, read a second time."""

from __future__ import annotations

import numpy as np
import pytest

from inspection.dialogue import call, reading
from shounuo.inspection.report import inspect_call
from shounuo.inspection.weighing.ending import (
    by_words,
    chances_of,
    hints,
    opinions,
    told_disposition,
    told_most,
)
from shounuo.inspection.weighing.ending_clues import CODES, FAULTS, ending_row
from shounuo.inspection.weighing.model import weights_text
from shounuo.inspection.weighing.opinion import parse_opinions

ZH = "A: 您好，远山银行信用卡中心，通话有录音，请问是陈一帆先生吗？\nP: 是我。\nA: 您的卡逾期三十五天，应还一万二千三百四十五元，今天能还吗？\n"
EN = "A: Hello, this is Granite State Bank on a recorded line, is this Lena Ortiz?\nP: Yes, it is.\nA: You're 35 days past due, $456.70. Can you pay that today?\n"
CALLS = {
    "NO_MONEY": (
        "zh",
        "P: 我这个月工资还没发，真拿不出来。\nA: 那有没有别的办法凑一点？\nP: 没有，一分都没有。\nA: 那我先登记您目前没有钱，再见。\nP: 嗯，再见。",
    ),
    "PTP": (
        "zh",
        "P: 今天不行，后天发工资。\nA: 那后天十一月十四号，手机银行还一万二千三百四十五元，可以吗？\nP: 可以，后天晚上我用手机银行还。\nA: 好的，跟您确认，十一月十四号，手机银行，一万二千三百四十五元。\nP: 对。\nA: 谢谢，再见。",
    ),
    "COMPLAINT": (
        "zh",
        "P: 你们昨天的人骂我老婆，我要投诉。\nA: 我马上帮您登记投诉，请问是几点打的？\nP: 下午四点。\nA: 已经登记了，投诉部门十五天内答复您，今天不谈还款。\nP: 行。\nA: 再见。",
    ),
    "CLAIM_PAID": (
        "zh",
        "P: 我前天就还掉了，手机银行转的。\nA: 请问转了多少？\nP: 一万二千三百四十五，有截图。\nA: 我登记已还款待核实，查账期间不再催您。\nP: 好。\nA: 再见。",
    ),
    "CEASE": (
        "en",
        "P: Stop calling me. I mean it. Put it in writing from now on.\nA: I'll note that you want no more calls.\nP: Good. No more calls, only letters.\nA: Understood. Letters only. Goodbye.\nP: Bye.",
    ),
    "PLAN_REQUEST": (
        "en",
        "P: My hours got cut. Is there any kind of plan I could get on?\nA: There's a hardship plan, a lower payment for six months. I'd have to send it up for review.\nP: Please do, I can send the pay stubs tonight.\nA: I'll put the request in and someone will call you with the answer.\nP: Thank you.\nA: Goodbye.",
    ),
    "REFUSE": (
        "en",
        "P: I'm not paying that. Not today, not ever.\nA: May I ask why?\nP: Because I don't want to. Do what you have to do.\nA: I'll note that you refuse to pay.\nP: You do that.\nA: Goodbye.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", CALLS)
def test_a_plain_call_ends_in_its_code(code: str) -> None:
    language, rest = CALLS[code]
    read = reading((ZH if language == "zh" else EN) + rest, language)
    assert told_disposition(read) == code


@pytest.mark.parametrize("code", CALLS)
def test_some_code_is_certain(code: str) -> None:
    """The chances of all codes sum to one, and the likeliest is the one told."""
    language, rest = CALLS[code]
    read = reading((ZH if language == "zh" else EN) + rest, language)
    chances = chances_of(read)
    assert sum(chances.values()) == pytest.approx(1.0)
    assert max(chances, key=chances.__getitem__) == told_disposition(read)


def test_every_code_has_its_opinion() -> None:
    assert opinions().names == CODES


def test_opinions_asked_at_once_are_those_asked_one_by_one() -> None:
    read = reading(EN + CALLS["REFUSE"][1], "en")
    row = ending_row(read, by_words(read), hints(read))[None]
    alone = parse_opinions(weights_text("endings.json"))
    each = [alone[code].log_odds(row)[0] for code in CODES]
    assert opinions().log_odds(row)[0] == pytest.approx(each, abs=1e-4)


def test_the_row_is_as_long_for_any_call() -> None:
    """One side silent, nothing promised, or all of it: the clues stand in the same places."""
    plays = [
        ("A: 您好\n" * 6, {}), ("P: 喂\n" * 6, {}), (ZH + CALLS["PTP"][1], {}),
        (ZH + CALLS["PTP"][1], {"callee_role": "third_party"}),
    ]  # fmt: skip
    rows = []
    for play, context in plays:
        read = reading(play, **context)
        rows.append(ending_row(read, by_words(read), hints(read)))
        assert hints(read).shape == (len(read.agent()), len(FAULTS))
    assert len({row.shape for row in rows}) == 1
    assert all(np.isfinite(row).all() for row in rows)
    assert len(opinions().weights) == len(rows[0])


def test_the_words_that_told_most_are_those_of_the_other_side() -> None:
    read = reading(ZH + CALLS["COMPLAINT"][1])
    told = told_most(read, "COMPLAINT")
    assert told is not None
    assert "投诉" in told.text
    assert told_most(reading("A: 您好\n" * 6), "COMPLAINT") is None


def test_what_was_promised_and_what_it_ended_in_go_together() -> None:
    """A promise stands in the report of a call that ended in one, and in none of the others."""
    for code, (language, rest) in CALLS.items():
        report = inspect_call(call((ZH if language == "zh" else EN) + rest, language))
        assert (report.promise is not None) == (code == "PTP")
