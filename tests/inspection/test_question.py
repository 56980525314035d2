"""Who asks, and for what: the same words are a question from the one and none from the other."""

import pytest

from shounuo.inspection.flat import flatten
from shounuo.inspection.model import Turn
from shounuo.inspection.question import asks, asks_for_leave, ends_by_asking, wants_to_know
from shounuo.inspection.spots import TurnReading


def turn(said: str, lang: str = "zh") -> TurnReading:
    return TurnReading(0, Turn(0, "party", said), flatten(said, lang), lang)


@pytest.mark.parametrize(
    ("said", "lang", "asked"),
    [
        ("三千？", "zh", True),
        ("三千行不行", "zh", True),
        ("三千", "zh", False),
        ("Fifty? On Friday.", "en", True),
        ("can i do fifty", "en", True),
        ("i can do fifty", "en", False),
    ],
)
def test_a_mark_asks_and_so_do_words(said: str, lang: str, *, asked: bool) -> None:
    assert asks(turn(said, lang)) is asked


def test_the_customer_who_knows_how_much_asks_for_nothing() -> None:
    """欠多少: from the collector the last word is open, from the customer nothing is."""
    assert ends_by_asking("您看能还多少")
    assert not asks_for_leave("我知道欠多少")


def test_what_the_collector_asks_before_he_tells_is_no_longer_open() -> None:
    assert ends_by_asking("三千二能不能")
    assert not ends_by_asking("能不能先还三千我给您记二十号")


def test_to_ask_for_leave_is_no_wish_to_know() -> None:
    """能不能缓 wants time; 会不会影响征信 wants an answer."""
    assert asks_for_leave("能不能缓两天")
    assert not wants_to_know("能不能缓两天")
    assert wants_to_know("这个会不会影响征信")


def test_a_rhetorical_question_asks_nothing() -> None:
    assert not wants_to_know("征信是不是黑了关我什么事")
