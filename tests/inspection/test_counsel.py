"""A lawyer who acts for the other side is told apart from one they mean to ask, and from everybody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from inspection.dialogue import reading
from shounuo.inspection.detectors.cease_ignored import DETECTOR
from shounuo.inspection.tasks import Task, tasks

CASES = yaml.safe_load((Path(__file__).parent / "call_cases/counsel.yaml").read_text("utf-8"))
KINDS = {"represented": {"attorney"}, "sought": {"attorney_sought"}, "neither": set[str]()}
SAID = [
    (lang, kind, line)
    for lang, kinds in CASES.items()
    for kind, lines in kinds.items()
    for line in lines
]
OPENING = {
    "en": "A: Granite State Bank, is this Lena Ortiz?\nP: Yes.\nA: The card is past due, 456.70.\n",
    "zh": "A: 您好，远山银行，请问是陈一帆先生吗？\nP: 是我。\nA: 您的卡逾期了。\n",
}


def found(line: str, lang: str, jurisdiction: str | None = None) -> dict[str, Task]:
    place = jurisdiction or {"en": "US", "zh": "CN"}[lang]
    call = reading(
        f"{OPENING[lang]}P: {line}\nA: {'好的。' if lang == 'zh' else 'Okay.'}",
        lang,
        jurisdiction=place,
    )
    return {task.kind: task for task in tasks(call)}


@pytest.mark.parametrize(("lang", "kind", "line"), SAID)
def test_what_is_said_of_a_lawyer(lang: str, kind: str, line: str) -> None:
    assert {name for name in found(line, lang) if name.startswith("attorney")} == KINDS[kind]


def test_in_the_united_states_the_attorney_alone_is_contacted() -> None:
    """15 USC 1692c(a)(2) and 12 CFR 1006.6(b)(2): once the name and address are known, but for consent or silence."""
    task = found("My attorney is handling this.", "en")["attorney"]
    assert (task.turn, task.quote) == (3, "My attorney is handling")
    assert task.law == "12 CFR 1006.6(b)(2); 15 USC 1692c(a)(2)"
    assert "name and address" in task.duty.en
    assert "contact the attorney alone" in task.duty.en
    assert "律师姓名和地址" in task.duty.zh


def test_in_china_compliance_decides_and_the_doubt_is_told() -> None:
    """No text of the mainland bars contact with a customer who has a lawyer."""
    task = found("我请了律师，你跟我律师谈", "zh")["attorney"]
    assert (task.law, task.to) == ("", "compliance")
    assert "法律不确定" in task.duty.zh
    assert "uncertain" in task.duty.en


def test_who_only_means_to_ask_a_lawyer_may_be_contacted() -> None:
    """The law bars contact with who is known to be represented; the next call begins with that question."""
    task = found("I want an attorney.", "en")["attorney_sought"]
    assert (task.law, task.to) == ("", "")
    assert "ask first" in task.duty.en
    assert "not barred" in task.duty.en


def test_who_has_a_lawyer_is_not_asked_to_find_one() -> None:
    said = "I'll talk to my lawyer about you. Actually I've retained an attorney, call him."
    assert set(found(said, "en")) == {"attorney"}


@pytest.mark.parametrize(
    ("line", "accused"),
    [("我律师在处理这事，你找他", True), ("我要找律师", False), ("我朋友请了律师", False)],
)
def test_going_on_after_a_lawyer_was_named_is_a_fault_by_the_same_words(
    line: str, accused: bool
) -> None:
    """What makes the task makes the fault: one reading of the same words."""
    call = reading(f"{OPENING['zh']}P: {line}\nA: 那您今天先还两千行不行？", jurisdiction="CN")
    assert bool(list(DETECTOR.find(call))) == accused


@pytest.mark.parametrize(
    ("lang", "line"),
    [("en", "I'm his neighbor, talk to my lawyer."), ("zh", "我是他哥，这事你找我律师谈")],
)
def test_a_third_partys_lawyer_is_none_on_this_debt(lang: str, line: str) -> None:
    place = {"en": "US", "zh": "CN"}[lang]
    call = reading(
        f"{OPENING[lang]}P: {line}\n", lang, jurisdiction=place, callee_role="third_party"
    )
    assert not {task.kind for task in tasks(call)} & {"attorney", "attorney_sought"}
