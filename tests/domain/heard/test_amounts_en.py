"""The forms in which people say money in English."""

import pytest

from shounuo.domain.heard import hear_amounts

EXACT = {
    "$1,250.50": 125_050, "twelve hundred and fifty dollars": 125_000, "fifty bucks tonight": 5_000,
    "seven thousand one hundred eight and thirty-five cents": 710_835, "two grand": 200_000, "2.5k": 250_000,
    "three thousand one hundred and fifty dollars": 315_000, "three fifty dollars": 35_000,
    "I can pay 1200 tomorrow": 120_000, "half a million dollars": 50_000_000, "thirty-five cents": 35, "i could do three fifty today": 35_000, "fifty tonight off my debit": 5_000,
    "a hundred and twenty dollars": 12_000, "two and a half thousand dollars": 250_000,
    "I can do three-oh-five on the twentieth": 30_500, "three oh five, in the app": 30_500,
}  # fmt: skip
NONE = (
    "call me at 555-0199", "(212) 555-0147", "my card ending 8830", "12 instalments", "five percent", "30 days past due",
    "I have two kids", "at 5 pm", "last four of the social ending 1932", "twenty eighteen", "three times", "back in nineteen ninety", "at ten fifteen", "one thing",
    "that'd be grand", "call two one two three oh five", "card ending three oh five five", "three oh five percent",
)  # fmt: skip


@pytest.mark.parametrize("text", EXACT)
def test_said_exactly(text: str) -> None:
    """Each form is heard as its cents."""
    assert [(item.minor, item.approximate) for item in hear_amounts(text)] == [(EXACT[text], False)]


@pytest.mark.parametrize("text", NONE)
def test_not_money(text: str) -> None:
    """Numbers that count something else are no amounts."""
    assert hear_amounts(text) == ()


def test_about() -> None:
    """A figure said loosely is marked so."""
    assert [(i.minor, i.approximate) for i in hear_amounts("about 300 dollars")] == [(30_000, True)]
    assert [(i.minor, i.vague) for i in hear_amounts("a couple hundred dollars")] == [
        (20_000, True)
    ]
