"""Money adds exactly and refuses what is not money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.kernel.money import CurrencyMismatchError, Money

cents = st.integers(min_value=-(10**15), max_value=10**15)


@given(cents, cents)
def test_a_sum_and_its_difference_return_the_same_money(a: int, b: int) -> None:
    """Adding and taking away the same amount changes nothing, to the cent."""
    assert Money(a, "CNY") + Money(b, "CNY") - Money(b, "CNY") == Money(a, "CNY")


def test_two_currencies_never_meet_in_a_sum() -> None:
    """A sum over two currencies is refused."""
    with pytest.raises(CurrencyMismatchError):
        Money(1, "CNY") + Money(1, "USD")


def test_an_amount_is_written_with_its_cents() -> None:
    """710835 fen reads 7,108.35; a negative keeps its sign; yen have no cents."""
    assert Money(710835, "CNY").grouped() == "7,108.35"
    assert Money(-5, "CNY").grouped() == "-0.05"
    assert Money(1234, "JPY").grouped() == "1,234"
