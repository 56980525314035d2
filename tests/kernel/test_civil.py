"""Days as banks write them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.kernel.civil import DateFormat, civil_day, end_of_day, parse_day, parse_moment
from shounuo.kernel.errors import Problem

SHANGHAI = ZoneInfo("Asia/Shanghai")
DMY, MDY = DateFormat(order="dmy"), DateFormat(order="mdy")
ROC, EXCEL = DateFormat(era="roc"), DateFormat(excel="1900")
JANUARY_31 = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("2026-01-31", DateFormat()),
        ("20260131", DateFormat()),
        ("2026/1/31", DateFormat()),
        ("２０２６／１／３１", DateFormat()),
        ("2026年1月31日", DateFormat()),
        ("2026.01.31", DateFormat()),
        ("2026-01-31 23:10:00", DateFormat()),
        ("31.01.2026", DMY),
        ("31/1/2026", DMY),
        ("01/31/2026", MDY),
        ("2026-01-31", DMY),
        ("115/01/31", ROC),
        ("1150131", ROC),
        ("民國115年1月31日", ROC),
        ("46053", EXCEL),
        ("46053.75", EXCEL),
        ("44591", DateFormat(excel="1904")),
    ],
)
def test_one_day_written_in_many_ways(text, how):
    """All of these are 31 January 2026."""
    assert parse_day(text, how) == JANUARY_31


@pytest.mark.parametrize(
    ("text", "how", "code"),
    [
        ("", DateFormat(), "empty"),
        ("31.01.2026", DateFormat(), "not_a_date"),
        ("26-01-31", DateFormat(), "not_a_date"),
        ("46053", DateFormat(), "not_a_date"),
        ("1150131", DateFormat(), "not_a_date"),
        ("2026-02-29", DateFormat(), "no_such_day"),
        ("31/01/2026", MDY, "no_such_day"),
        ("0000-00-00", DateFormat(), "no_such_day"),
        ("60", EXCEL, "no_such_day"),
        ("2026-01-31T23:00:00+00:00", DateFormat(), "has_zone"),
    ],
)
def test_a_day_in_another_format_is_refused(text, how, code):
    """Day and month are never guessed apart, and a day that never was is none."""
    found = parse_day(text, how, "row 3")
    assert isinstance(found, Problem)
    assert found.code == f"date_{code}"


def test_serials_around_the_day_that_never_was():
    """Serial 59 is 28 February 1900, 61 is 1 March: 60 is the spreadsheet's own invention."""
    assert parse_day("1", EXCEL) == date(1900, 1, 1)
    assert parse_day("59", EXCEL) == date(1900, 2, 28)
    assert parse_day("61", EXCEL) == date(1900, 3, 1)


def test_a_moment_keeps_its_clock_and_a_bare_day_stays_a_day():
    """With a clock time it is a moment at the lender; without, or at midnight sharp, the day alone."""
    assert parse_moment("2026-01-31 23:10", SHANGHAI) == datetime(
        2026, 1, 31, 23, 10, tzinfo=SHANGHAI
    )
    assert parse_moment("2026/1/31 9:05:30", SHANGHAI) == datetime(
        2026, 1, 31, 9, 5, 30, tzinfo=SHANGHAI
    )
    nine_five = datetime(2026, 1, 31, 9, 5, tzinfo=SHANGHAI)
    assert parse_moment("2026-01-31 9:05", SHANGHAI) == nine_five
    assert parse_moment("2026-01-31 1:05Z", SHANGHAI) == nine_five
    assert parse_moment("2026-01-31", SHANGHAI) == JANUARY_31
    assert parse_moment("2026-01-31 0:00", SHANGHAI) == JANUARY_31
    assert parse_moment("2026-01-31 00:00:00", SHANGHAI) == JANUARY_31
    assert parse_moment("46053.75", SHANGHAI, EXCEL) == datetime(2026, 1, 31, 18, tzinfo=SHANGHAI)
    assert isinstance(parse_moment("2026/1/31 25:00", SHANGHAI), Problem)
    utc = parse_moment("2026-01-31T23:00:00Z", SHANGHAI)
    assert isinstance(utc, datetime)
    assert civil_day(utc, SHANGHAI) == date(2026, 2, 1)


def test_a_day_ends_where_the_next_begins():
    """The end is the first moment of the next day at that place."""
    assert civil_day(end_of_day(JANUARY_31, SHANGHAI), SHANGHAI) == date(2026, 2, 1)


@given(st.text(max_size=16), st.sampled_from([DateFormat(), DMY, ROC, EXCEL]))
def test_any_text_is_a_day_or_a_problem(text, how):
    """No text makes the reader fail."""
    assert isinstance(parse_day(text, how), date | Problem)
    assert isinstance(parse_moment(text, SHANGHAI, how), date | Problem)


@given(st.dates(min_value=date(1912, 1, 1), max_value=date(2900, 1, 1)))
def test_each_form_reads_back_the_same_day(day):
    """Western, Republic and compact writing of a day agree."""
    assert parse_day(day.isoformat()) == day
    assert parse_day(day.strftime("%Y%m%d")) == day
    assert parse_day(f"{day.year - 1911}/{day.month}/{day.day}", ROC) == day
