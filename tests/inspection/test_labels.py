"""Labels that cannot be right are told of, each with what is wrong with it; labels that fit say nothing."""

from __future__ import annotations

import pytest

from inspection.dialogue import call
from shounuo.inspection.evaluation.gold import Gold, Label
from shounuo.inspection.evaluation.labels import doubts
from shounuo.inspection.house_form import context_from
from shounuo.inspection.line_faults import Unfit

CALL = call(
    """
    A: 请问是陈一帆先生吗？
    P: 是我。
    A: 求求您帮帮我。
    """
)


def told(label: Label, *, clean: bool = True) -> list[str]:
    return [doubt.en for doubt in doubts(CALL, Gold((label,), {}, clean, None, "PTP"))]


def test_labels_that_fit_say_nothing() -> None:
    assert told(Label("BEGGING", 2, "求求您")) == []


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (Label("NOPE", 2, "求求您"), "unknown code NOPE"),
        (Label("BEGGING", 99, "求求您"), "turn 99"),
        (Label("BEGGING", 0, "求求您"), "quote of BEGGING is not in turn 0"),
        (Label("THREAT", 2, "求求您"), "labelled clean, yet has THREAT"),
    ],
)
def test_each_slip_is_told(label: Label, words: str) -> None:
    (doubt,) = told(label)
    assert words in doubt


def test_a_call_without_labels_is_told() -> None:
    (doubt,) = doubts(CALL, None)
    assert "没有标注" in doubt.zh


@pytest.mark.parametrize("given", ["many", 12.5, True])
@pytest.mark.parametrize("name", ["days_past_due", "due_cents"])
def test_days_and_sums_are_whole_numbers(name: str, given: object) -> None:
    with pytest.raises(Unfit, match=name):
        context_from({name: given}, {})


def test_whole_numbers_and_nothing_are_taken() -> None:
    context = context_from({"days_past_due": 45.0, "due_cents": None}, {})
    assert (context.days_past_due, context.due_cents) == (45, None)
