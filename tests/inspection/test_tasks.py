"""What the house must do, by the words that prove it."""

from __future__ import annotations

import pytest

from inspection.dialogue import reading
from shounuo.inspection.model import Finding
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.inspection.tasks import tasks
from shounuo.kernel.text import Text

VEILED = """
A: 您好，请问是本人吗
P: 是我，缝纫机我都捐出去了
A: 那这个月先还多少
P: 剪刀我留着，剪刀快
A: 先说钱的事
P: 嗯
"""
PLAIN = VEILED.replace("剪刀我留着，剪刀快", "我不想活了")


def mishandled(call: Reading, at: int, code: str = "SELF_HARM_MISHANDLED") -> Finding:
    turn = call.turns[at]
    return call.finding(Spot(turn, 0, len(turn.text)), code, Text("理由", "why"), rule="P11")


def test_veiled_words_of_self_harm_are_a_task_by_the_answer_they_got() -> None:
    """No pattern knows the scissors; the finding on turn 4 says that turn 3 was more than talk."""
    call = reading(VEILED)
    assert not any(task.kind == "self_harm" for task in tasks(call))
    (task, *_) = tasks(call, [mishandled(call, 4)])
    assert (task.kind, task.turn, task.quote) == ("self_harm", 3, "剪刀我留着，剪刀快")


def test_plain_words_prove_themselves() -> None:
    call = reading(PLAIN)
    found = [task for task in tasks(call, [mishandled(call, 4)]) if task.kind == "self_harm"]
    assert [(task.turn, task.quote) for task in found] == [(3, "不想活")]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("CEASE_IGNORED", "stop"),
        ("IGNORE_DISPUTE", "dispute"),
        ("REFUSE_COMPLAINT", "complaint"),
        ("DENY_HARDSHIP", "hardship"),
    ],
)
def test_a_wish_passed_over_is_a_task_whatever_its_words(code: str, kind: str) -> None:
    call = reading(VEILED)
    assert [(t.kind, t.turn) for t in tasks(call, [mishandled(call, 4, code)])] == [(kind, 3)]


def test_who_asked_for_writing_is_not_said_to_have_asked_for_silence() -> None:
    call = reading(VEILED.replace("剪刀我留着，剪刀快", "以后有事请发邮件给我"))
    kinds = [task.kind for task in tasks(call, [mishandled(call, 4, "CEASE_IGNORED")])]
    assert kinds == ["write_only"]


def test_a_fault_before_anybody_answered_proves_no_wish() -> None:
    call = reading(VEILED)
    assert tasks(call, [mishandled(call, 0)]) == ()
