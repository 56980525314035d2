"""Personal data never reaches a log line."""

from __future__ import annotations

import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.settings.logging import formatter
from shounuo.settings.privacy import HIDDEN, mask, without_personal_data


def line(message: str, *args: object, error: BaseException | None = None) -> str:
    """What the handler would write for one record."""
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("test", logging.WARNING, "f.py", 1, message, args, info)
    return formatter().format(record)


@pytest.mark.parametrize(
    "text",
    [
        "13812345678",
        "138 1234 5678",
        "+86-138-1234-5678",
        "11010519491231002X",
        "6222 0210 0111 2233 445",
        "１３８１２３４５６７８",
        "(415) 555-0132",
        "zhang.san@example.cn",
    ],
)
def test_numbers_and_addresses_vanish_from_any_text(text: str) -> None:
    """A phone, card, identity number or mail address is hidden wherever it stands."""
    masked = mask(f"call {text} now")
    assert HIDDEN in masked
    assert text not in masked
    assert sum(character.isdigit() for character in masked) < 7


def test_values_under_personal_names_vanish_at_any_depth() -> None:
    """A value is hidden by the name of its key, inside lists and mappings too."""
    event = {
        "event": "x",
        "customer": {"name": "张三", "phones": ["1", "2"]},
        "rows": [{"ID_No": "a"}],
    }
    assert without_personal_data(None, "", event) == {
        "event": "x",
        "customer": {"name": HIDDEN, "phones": HIDDEN},
        "rows": [{"ID_No": HIDDEN}],
    }


def test_instants_and_small_figures_stay() -> None:
    """What a log is read for is still there."""
    text = "case 4711 due 2026-11-20T09:00:00+08:00, 12.50"
    assert mask(text) == text


def test_standard_library_records_pass_the_same_filter() -> None:
    """A library's message, its arguments and a traceback are filtered; the line is JSON."""
    try:
        raise ValueError("no account for 13812345678")
    except ValueError as error:
        written = line("dialling %s", "13912345678", error=error)
    assert "13812345678" not in written
    assert "13912345678" not in written
    assert json.loads(written)["event"] == f"dialling {HIDDEN}"


@given(st.text(), st.from_regex(r"1[3-9]\d{9}", fullmatch=True), st.text())
def test_no_phone_number_survives_any_surroundings(before: str, number: str, after: str) -> None:
    """Whatever stands around it, a phone number's digits are gone."""
    assert number not in mask(f"{before} {number} {after}")


@given(st.integers(min_value=10**6))
def test_long_integers_are_hidden_as_values(number: int) -> None:
    """A number given as an integer is no way round the filter."""
    assert without_personal_data(None, "", {"value": number}) == {"value": HIDDEN}
