"""A step is known by many ways of saying it, and not by a word alone."""

import re
from pathlib import Path

import pytest
import yaml

from inspection.dialogue import reading
from shounuo.inspection.model import ThirdParty
from shounuo.inspection.steps.done import steps_done

CASES = {
    lang: yaml.safe_load(
        (Path(__file__).parent / "call_cases" / f"steps_{lang}.yaml").read_text("utf-8")
    )
    for lang in ("zh", "en")
}
OPENING = {
    "zh": "A: 您好远山银行信用卡中心有录音请问是陈一帆先生吗\nP: 是我\nA: 好的\nP: 你说",
    "en": "A: Hello this is Granite State Bank on a recorded line, is this Lena Ortiz, last four of your social?\nP: Yes, 1234.\nA: Okay.\nP: Go ahead.",
}
AGREED = {"zh": "P: 行，那我还", "en": "P: okay I'll pay it"}


def _rows():
    for lang, table in CASES.items():
        for step, sentences in table.items():
            for sentence in sentences:
                yield pytest.param(lang, step, sentence, id=f"{step}-{sentence[:24]}")


@pytest.mark.parametrize(("lang", "step", "sentence"), list(_rows()))
def test_sentence_does_its_step(lang, step, sentence):
    """Each sentence does the step it is listed under, and not the one it is listed against."""
    middle = f"\n{AGREED[lang]}" if step == "confirm_promise" else ""
    ending = "" if step == "close" else "\nP: 嗯" if lang == "zh" else "\nP: yeah"
    read = reading(f"{OPENING[lang]}{middle}\nA: {sentence}{ending}", lang)
    said = read.turns[5 if step == "confirm_promise" else 4]
    done = steps_done(read)[step.removeprefix("not_")]
    assert (done is said) is not step.startswith("not_")


THIRD = yaml.safe_load(
    (Path(__file__).parent / "call_cases" / "third_party_steps.yaml").read_text("utf-8")
)


@pytest.mark.parametrize(("step", "sentence"), [(k, s) for k, rows in THIRD.items() for s in rows])
def test_third_party_sentence(step, sentence):
    """To a third party, too, each sentence does the step it is listed under, and not the one it is listed against."""
    lang = "zh" if re.search("[一-鿿]", sentence) else "en"
    opening = (
        "A: 您好我是远山银行的\nP: 什么事\n"
        if lang == "zh"
        else "A: Hi this is Ann with Granite State Bank\nP: okay\n"
    )
    read = reading(
        f"{opening}A: {sentence}\nP: 嗯",
        lang,
        callee_role="third_party",
        third_party=ThirdParty(None, None),
    )
    done = steps_done(read)[step.removeprefix("not_")]
    assert (done is read.turns[2]) is not step.startswith("not_")
