"""What is said is what is heard: parse(spoken(x)) = x."""

from hypothesis import given
from hypothesis import strategies as st

from shounuo.domain.heard import hear_amounts
from shounuo.domain.spoken_amount import spoken
from shounuo.kernel.money import Money

CENTS = st.integers(min_value=0, max_value=10**10)
STYLES = (("zh", "formal"), ("zh", "spoken"), ("en", "formal"))


def heard_back(minor: int, language: str, style: str) -> list[int]:
    currency = "CNY" if language == "zh" else "USD"
    words = spoken(Money(minor, currency), language=language, style=style)
    return [item.minor for item in hear_amounts(words, currency=currency)]


@given(CENTS)
def test_any_amount_up_to_ten_billion_cents(minor: int) -> None:
    """Every amount to 10¹⁰ cents is heard as it was said, in three ways of saying it."""
    for language, style in STYLES:
        assert heard_back(minor, language, style) == [minor], (language, style)


@given(CENTS)
def test_inside_a_sentence_without_punctuation(minor: int) -> None:
    """The words around an amount do not change it, nor does the recogniser's missing punctuation."""
    words = spoken(Money(minor, "CNY"), style="formal")
    assert [item.minor for item in hear_amounts(f"您今天先还{words}可以吗")] == [minor]


def test_dense_sweep_of_the_small_and_the_round() -> None:
    """Every cent to 120.00, every hundred to two million yuan, and neighbours of each power of ten."""
    small = range(0, 12001)
    hundreds = range(0, 2 * 10**8, 10**4 * 7)
    edges = [
        10**power + step
        for power in range(2, 11)
        for step in range(-12, 13)
        if 10**power + step <= 10**10
    ]
    for minor in (*small, *hundreds, *edges):
        for language, style in STYLES:
            assert heard_back(minor, language, style) == [minor], (minor, language, style)


@given(CENTS)
def test_written_figures(minor: int) -> None:
    """Figures with and without thousands separators are heard to the cent."""
    money = Money(minor, "CNY")
    for text in (f"{money.plain()}元", f"¥{money.grouped()}", f"{money.grouped()}元整"):
        assert [item.minor for item in hear_amounts(text)] == [minor], text


@given(CENTS, st.sampled_from(("礼拜一", "星期三", "周五", "礼拜天")))
def test_a_weekday_right_after_a_sum_takes_nothing_of_it(minor: int, day: str) -> None:
    """Without punctuation the weekday that follows is neither a count of weeks nor small change."""
    words = spoken(Money(minor, "CNY"), style="formal")
    assert [item.minor for item in hear_amounts(f"{words}{day}还")] == [minor]
