"""Amounts as banks send them are read exactly or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.kernel.errors import Problem
from shounuo.kernel.money import Money
from shounuo.kernel.money_text import MoneyFormat, cell_text, parse_money

COMMA = MoneyFormat(decimal=",")
PAYMENT = MoneyFormat(credit_is_negative=False)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("￥1,234.50", 123450),
        ("１，２３４．５０", 123450),
        ("¥ 7 108.35", 710835),
        ("7108.35元", 710835),
        ("RMB7,108.35", 710835),
        ("CNY 7108.3500", 710835),
        ("人民币7108元", 710800),
        ("-5", -500),
        ("5-", -500),
        ("−5.01", -501),
        ("¥-5", -500),
        ("-¥5", -500),
        ("(1,234.50)", -123450),
        ("（1,234.50）", -123450),
        ("￥（5）", -500),
        ("5.00CR", -500),
        ("5.00 DR", 500),
        ("1.5万", 1500000),
        ("1.50005万元", 1500050),
        ("0.0001亿", 1000000),
        ("1'234'567.89", 123456789),
        ("0", 0),
        ("+3.1", 310),
        ("-.50", -50),
    ],
)
def test_an_amount_as_written_is_read_to_the_cent(text, minor):
    """Width, grouping, marks and signs change how it is written and never how much it is."""
    assert parse_money(text, "CNY") == Money(minor, "CNY")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("1.234", "too_many_decimals"),
        ("1.005", "too_many_decimals"),
        ("1.234,50", "not_an_amount"),
        ("1,23", "not_an_amount"),
        ("12,34.5", "not_an_amount"),
        ("1.2.3", "not_an_amount"),
        ("5.", "not_an_amount"),
        (".", "not_an_amount"),
        ("1E+05", "not_an_amount"),
        ("#REF!", "not_an_amount"),
        ("=1+1", "not_an_amount"),
        ("nan", "not_an_amount"),
        ("壹万元", "not_an_amount"),
        ("٣", "not_an_amount"),
        ("万", "not_an_amount"),
        ("-", "not_an_amount"),
        ("--5", "two_signs"),
        ("(-5)", "two_signs"),
        ("-5-", "two_signs"),
        ("-5CR", "two_signs"),
        ("-¥-5", "two_signs"),
        ("US$5", "other_currency"),
        ("5 USD", "other_currency"),
        ("9" * 20, "too_large"),
    ],
)
def test_what_is_not_exactly_an_amount_is_refused(text, code):
    """Nothing is rounded, guessed or taken from a broken cell; the problem says why in both languages."""
    found = parse_money(text, "CNY", record="row 7")
    assert isinstance(found, Problem)
    assert (found.code, found.record) == (f"money_{code}", "row 7")
    assert found.line("zh") != found.line("en")


def test_the_mapping_says_which_mark_is_the_decimal():
    """1.234,50 is one thousand where the mapping has a decimal comma; 1.234 is too."""
    assert parse_money("1.234,50", "EUR", COMMA) == Money(123450, "EUR")
    assert parse_money("1.234", "EUR", COMMA) == Money(123400, "EUR")
    assert isinstance(parse_money("1,234.50", "EUR", COMMA), Problem)


def test_yen_have_no_cents_and_credits_of_payments_are_money_in():
    """¥1,234 is 1234 yen; ¥1.5 is refused in yen; a payment marked CR is positive."""
    assert parse_money("¥1,234", "JPY") == Money(1234, "JPY")
    assert isinstance(parse_money("¥1.5", "JPY"), Problem)
    assert parse_money("5.00CR", "CNY", PAYMENT) == Money(500, "CNY")


def test_a_spreadsheet_number_is_read_as_it_was_seen():
    """1234.5 in a cell is 1,234.50; the sum 0.1 + 0.2 kept as a float is refused, not rounded."""
    assert parse_money(cell_text(1234.5), "CNY") == Money(123450, "CNY")
    assert parse_money(cell_text(2.0), "CNY") == Money(200, "CNY")
    assert isinstance(parse_money(cell_text(0.1 + 0.2), "CNY"), Problem)
    assert isinstance(parse_money(cell_text(True), "CNY"), Problem)


@given(st.integers(-(10**15), 10**15), st.sampled_from(["CNY", "USD", "JPY"]))
def test_what_we_write_we_read(minor, currency):
    """Grouped or plain, our own writing of an amount comes back as the same amount."""
    money = Money(minor, currency)
    assert parse_money(money.grouped(), currency) == money
    assert parse_money(money.plain(), currency) == money


@given(st.text(max_size=12))
def test_any_text_is_an_amount_or_a_problem(text):
    """No text makes the reader fail."""
    assert isinstance(parse_money(text, "CNY"), Money | Problem)
