"""The rounded ask: easy to hear, never below the floor, never above what is owed."""

from hypothesis import given
from hypothesis import strategies as st

from shounuo.domain.spoken_amount import confusable_places, odd_tail, rounded_ask, spoken_amount
from shounuo.kernel.money import Money

AMOUNT = st.integers(min_value=0, max_value=10**9)


def yuan(text: str) -> Money:
    return Money(round(float(text) * 100), "CNY")


@given(AMOUNT, AMOUNT)
def test_between_the_floor_and_what_is_owed(one: int, other: int) -> None:
    """For any floor and debt the ask lies between them, and the exact figure stays beside it."""
    floor, owed = Money(min(one, other), "CNY"), Money(max(one, other), "CNY")
    said = spoken_amount(floor, owed=owed)
    assert floor <= said.ask.ask <= owed
    assert said.ask.exact == floor == said.amount


@given(AMOUNT, AMOUNT)
def test_no_smaller_easy_figure_is_as_clear(one: int, other: int) -> None:
    """Counting hundreds up from the floor finds no earlier figure without 1, 4 and 7."""
    floor, owed = Money(min(one, other), "CNY"), Money(max(one, other), "CNY")
    ask = rounded_ask(floor, owed=owed)
    if floor.minor > 9000 and ask.rounded and ask.free_of_confusables:
        earlier = range(-(-floor.minor // 10000) * 10000, ask.ask.minor, 10000)
        assert all(confusable_places(Money(minor, "CNY")) for minor in earlier)


@given(AMOUNT, st.sampled_from(["app", "statement_transfer", "auto_debit"]))
def test_exact_for_those_who_pay_from_a_screen(minor: int, method: str) -> None:
    """An app payer or a transfer by statement is asked for the exact figure."""
    ask = rounded_ask(Money(minor, "CNY"), owed=Money(10**9, "CNY"), method=method)
    assert (ask.ask.minor, ask.rounded) == (minor, False)


def test_hand_worked() -> None:
    """7108.35 with 14,000 owed steps over 四 and 七 to 8000; with 7150 owed nothing easy fits; 1000 needs no step."""
    assert rounded_ask(yuan("7108.35"), owed=yuan("14000")).ask == yuan("8000")
    assert rounded_ask(yuan("7108.35"), owed=yuan("7500")).ask == yuan("7200")
    assert rounded_ask(yuan("7108.35"), owed=yuan("7150")).ask == yuan("7108.35")
    assert rounded_ask(yuan("3066.80"), owed=yuan("4089.60")).ask == yuan("3200")
    assert rounded_ask(yuan("1000"), owed=yuan("9000")).ask == yuan("1000")


def test_odd_tails() -> None:
    """Thousands with a few yuan, and cents, are stressed; a full figure is not."""
    tails = {
        "7008": "8",
        "7008.50": "8.50",
        "7108.35": ".35",
        "7108": "",
        "14000": "",
        "20056": "56",
        "905": "",
    }
    assert {text: odd_tail(yuan(text)) for text in tails} == tails


def test_english_marks_teens_and_tens() -> None:
    """In English 15 and 50 are misheard for each other; 12 and 20 are not."""
    marks = {
        text: confusable_places(yuan(text), language="en")
        for text in ("15", "50", "12", "20", "1250")
    }
    assert marks == {"15": {0, 1}, "50": {0}, "12": set(), "20": set(), "1250": {2}}
