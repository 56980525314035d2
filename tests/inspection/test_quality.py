"""A quality fault, a wrong sum and an unauthorised promise are known by many ways of saying them."""

import re
from pathlib import Path

import pytest
import yaml

from inspection.dialogue import reading
from shounuo.inspection.registry import find_all

CASES = yaml.safe_load((Path(__file__).parent / "call_cases" / "quality.yaml").read_text("utf-8"))
OPENING = {
    "zh": "A: 您好远山银行信用卡中心有录音请问是陈一帆先生吗\nP: 是我你说\n",
    "en": "A: Hello this is Granite State Bank on a recorded line, is this Lena Ortiz?\nP: Yes it is.\n",
}


def _rows():
    for code, kinds in CASES.items():
        for kind, sentences in kinds.items():
            for sentence in sentences:
                yield pytest.param(
                    code, kind == "fault", sentence, id=f"{code}-{kind}-{sentence[:20]}"
                )


@pytest.mark.parametrize(("code", "fault", "sentence"), list(_rows()))
def test_sentence(code, fault, sentence):
    """The sentence carries the fault it is listed under, or does not."""
    lang = "zh" if re.search("[一-鿿]", sentence) else "en"
    found = find_all(
        reading(
            f"{OPENING[lang]}A: {sentence}\nP: 嗯"
            if lang == "zh"
            else f"{OPENING[lang]}A: {sentence}\nP: ok",
            lang,
        )
    )
    assert any(f.code == code and f.turn == 2 for f in found) is fault
