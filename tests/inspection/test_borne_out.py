"""What an English call bears out beside the code it ends in."""

from __future__ import annotations

import pytest

from inspection.dialogue import reading
from shounuo.inspection.disposition import bears_out

OPENING = "A: Granite State Bank, is this Lena Ortiz?\nP: Yes.\nA: The card is past due, 456.70. Can you pay it today?\n"


@pytest.mark.parametrize(
    ("play", "code"),
    [
        ("P: Nope.\nA: Alright, I've noted that you decline to pay.\nP: Yep.", "REFUSE"),
        ("P: Nope.\nA: I'll submit the hardship request to the team.\nP: Yep.", "PLAN_REQUEST"),
    ],
)
def test_what_the_collector_noted_in_english_bears_out_the_code(play: str, code: str) -> None:
    """Nothing the customer says names it: the collector's note alone does."""
    assert bears_out(reading(OPENING + play, "en"), code)


@pytest.mark.parametrize("code", ["REFUSE", "PLAN_REQUEST"])
def test_what_nobody_noted_is_not_borne_out(code: str) -> None:
    assert not bears_out(reading(OPENING + "P: Nope.\nA: Goodbye then.\nP: Yep.", "en"), code)


def test_who_was_noted_to_have_no_money_asked_for_no_plan() -> None:
    """The customer's last word is of a plan; the collector noted want of money, and that alone."""
    asked = "P: I can't. No plan either.\n"
    assert bears_out(reading(OPENING + asked, "en"), "PLAN_REQUEST")
    noted = "A: I'll mark it as no funds for now.\nP: Yes, no plan.\n"
    assert not bears_out(reading(OPENING + noted, "en"), "PLAN_REQUEST")
