"""Who gives the birthday or the number that was asked for has said who they are."""

from __future__ import annotations

import pytest

from inspection.dialogue import call
from shounuo.inspection.report import inspect_call

ASKS = "A: 您好，远山银行信用卡中心，通话有录音，请问您怎么称呼？出生年份末两位是多少？"
ASKS_EN = "A: Hi, Granite State Bank on a recorded line, can you give me your birth year?"
TELLS = "A: 您的卡逾期三十五天，逾期金额四千五百六十七元。"
TELLS_EN = "A: You are thirty five days past due, four hundred fifty six dollars."


@pytest.mark.parametrize(
    ("lang", "asks", "answer"),
    [
        ("zh", "A: 您好，远山银行，录音中，请您说一下户籍所在的市。", "洛阳。"),
        ("zh", "A: 您好，远山银行，录音中，报一下证件上最后两位，我核对身份。", "三X。怎么了？"),
        (
            "en",
            "A: Granite State Bank, recorded line. Would you tell me the street you live on?",
            "Larch.",
        ),
    ],
)
def test_a_street_or_a_town_that_was_asked_for_verifies(lang: str, asks: str, answer: str) -> None:
    tells = TELLS if lang == "zh" else TELLS_EN
    found = inspect_call(call(f"{asks}\nP: {answer}\n{tells}", lang))
    assert "DISCLOSE_BEFORE_VERIFY" not in {f.code for f in found.findings}


@pytest.mark.parametrize(
    ("lang", "answer", "accused"),
    [
        ("zh", "九一。", False),
        ("zh", "八月初六", False),
        ("zh", "你先说你是谁", True),
        ("zh", "凭什么告诉你", True),
        ("en", "eighty nine", False),
        ("en", "nineteen eighty", False),
        ("en", "why do you need that", True),
    ],
)
def test_an_identifier_that_was_asked_for_verifies(lang: str, answer: str, accused: bool) -> None:
    asks, tells = (ASKS, TELLS) if lang == "zh" else (ASKS_EN, TELLS_EN)
    found = inspect_call(call(f"{asks}\nP: {answer}\n{tells}", lang))
    assert ("DISCLOSE_BEFORE_VERIFY" in {f.code for f in found.findings}) is accused
