"""Honest sentences are not accused."""

from pathlib import Path

import pytest
import yaml

from inspection.dialogue import reading
from shounuo.inspection.model import ThirdParty
from shounuo.inspection.registry import find_all

CASES = yaml.safe_load((Path(__file__).parent / "call_cases" / "lawful.yaml").read_text("utf-8"))
OPENING = {
    "customer": "A: 您好我是远山银行信用卡中心有录音请问是陈一帆先生吗\nP: 是我你说\n",
    "third_party": "A: 您好我是远山银行的工作人员\nP: 什么事\n",
    "english": "A: Hello this is Granite State Bank on a recorded line, is this Lena Ortiz?\nP: Yes it is.\n",
}


@pytest.mark.parametrize(("kind", "sentence"), [(k, s) for k, rows in CASES.items() for s in rows])
def test_not_accused(kind, sentence):
    """A lawful sentence carries no critical or major finding."""
    lang = "en" if kind == "english" else "zh"
    other = (
        {"callee_role": "third_party", "third_party": ThirdParty("朋友", "王平")}
        if kind == "third_party"
        else {}
    )
    found = find_all(reading(f"{OPENING[kind]}A: {sentence}\nP: 嗯", lang, **other))
    assert [f.code for f in found if f.severity != "minor"] == []
