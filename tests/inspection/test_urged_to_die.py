"""Who tells somebody to die has mishandled self-harm, whatever was said before; who asks after it or warns has not."""

from __future__ import annotations

import pytest

from inspection.dialogue import call
from shounuo.inspection.report import inspect_call

ZH = """
A: 您好，远山银行信用卡中心，通话录音，请问是陈一帆先生吗？
P: 我是。
A: 您逾期三十五天，四千五百六十七元，今天能还吗？
P: 没钱。
A: {said}
P: 我知道了。
A: 那您考虑一下，再见。
P: 再见。
"""
EN = """
A: Hi, this is Dan with Granite State Bank on a recorded line, is this Lena Ortiz?
P: Yes.
A: You're thirty-five days past due, four fifty-six seventy. Can you pay today?
P: I can't.
A: {said}
P: All right.
A: Think it over. Bye.
P: Bye.
"""


def codes(said: str, lang: str) -> set[str]:
    play = (ZH if lang == "zh" else EN).format(said=said)
    return {found.code for found in inspect_call(call(play, lang)).findings}


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("有本事你去死。", "zh"),
        ("你要跳楼就赶紧跳。", "zh"),
        ("你怎么不去死？", "zh"),
        ("死了也得把钱还了再死。", "zh"),
        ("Go ahead and kill yourself, the debt stays.", "en"),
        ("Nobody here cares if you kill yourself.", "en"),
        ("Drop dead.", "en"),
    ],
)
def test_it_is_found(said: str, lang: str) -> None:
    assert "SELF_HARM_MISHANDLED" in codes(said, lang)


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("您现在有想死的念头吗？", "zh"),
        ("您千万别想不开，这边有热线 12356。", "zh"),
        ("谁也不能叫您去死，那样的电话您可以投诉。", "zh"),
        ("Are you thinking of killing yourself right now?", "en"),
        ("Please don't kill yourself over a card; 988 answers day and night.", "en"),
        ("Let's jump to the payment options.", "en"),
    ],
)
def test_care_is_not(said: str, lang: str) -> None:
    assert "SELF_HARM_MISHANDLED" not in codes(said, lang)
