"""The code of a call follows what was said."""

from pathlib import Path

import pytest
import yaml

from inspection.dialogue import reading
from shounuo.inspection.disposition import disposition_of
from shounuo.inspection.model import ThirdParty

CASES = yaml.safe_load(
    (Path(__file__).parent / "call_cases" / "dispositions.yaml").read_text("utf-8")
)
GREETING = {
    "customer": "A: 您好远山银行信用卡中心有录音请问是陈一帆先生吗\nP: 嗯\nA: 您的卡逾期三十五天应还一万二千三百四十五元今天能还吗",
    "third_party": "A: 您好我是远山银行的工作人员请问您认识陈一帆吗",
    "english": "A: Hello this is Granite State Bank, recorded line, is this Lena Ortiz?\nP: Yes.\nA: You're 35 days past due, $456.70, can you pay that today?",
}


def _rows():
    for kind, table in CASES.items():
        for code, plays in table.items():
            for play in plays:
                yield pytest.param(kind, code, play, id=f"{code}-{play[0][:20]}")


@pytest.mark.parametrize(("kind", "code", "play"), list(_rows()))
def test_code(kind, code, play):
    """These words end the call in this code."""
    lines = "\n".join(f"{who}: {said}" for who, said in zip("PAP", play, strict=True))
    lang = "en" if kind == "english" else "zh"
    other = (
        {"callee_role": "third_party", "third_party": ThirdParty("朋友", "王平")}
        if kind == "third_party"
        else {}
    )
    read = reading(f"{GREETING[kind]}\n{lines}", lang, **other)
    assert disposition_of(read) == code
