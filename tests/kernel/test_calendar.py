"""Business days in China and the United States."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.kernel.calendar import Calendar
from shounuo.kernel.calendar_file import CalendarFileError, calendar, parse_year

CN, US = calendar("cn"), calendar("us")
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
CALENDARS = st.sampled_from([CN, US, calendar("tw")])


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2025, 1, 26), True),  # Sunday worked before Spring Festival
        (date(2025, 1, 28), False),
        (date(2025, 2, 4), False),
        (date(2025, 2, 5), True),
        (date(2025, 10, 8), False),
        (date(2025, 10, 11), True),  # Saturday worked
        (date(2026, 1, 2), False),
        (date(2026, 1, 4), True),  # Sunday worked
        (date(2026, 2, 14), True),  # Saturday worked
        (date(2026, 2, 23), False),
        (date(2026, 2, 24), True),
        (date(2026, 9, 25), False),
        (date(2026, 9, 28), True),
        (date(2026, 10, 10), True),  # Saturday worked
        (date(2026, 10, 17), False),
    ],
)
def test_china_by_the_state_councils_notices(day: date, open_: bool) -> None:
    """Days off and worked weekends are those of the yearly notice."""
    assert CN.is_business_day(day) is open_


@pytest.mark.parametrize(("year", "weekdays_off", "worked"), [(2025, 18, 5), (2026, 19, 6)])
def test_weekdays_off_less_worked_weekends_are_the_legal_holidays(
    year: int, weekdays_off: int, worked: int
) -> None:
    """Since 2025 there are 13 legal holidays; shifting moves days, it makes none."""
    arrangement = CN.year(year)
    off = [day for day in arrangement.holidays if day.weekday() < 5]
    assert len(off) == weekdays_off
    assert len(arrangement.working) == worked
    assert len(off) - worked == 13


def test_spring_festival_postpones_three_business_days() -> None:
    """From Friday 13 February 2026: Saturday 14 is worked, then 24 and 25 after the festival."""
    assert CN.add_business_days(date(2026, 2, 13), 3) == date(2026, 2, 25)
    assert CN.add_business_days(date(2026, 2, 25), -3) == date(2026, 2, 13)
    assert CN.next_business_day(date(2026, 2, 15)) == date(2026, 2, 24)


def test_unpublished_year_counts_weekends_and_warns() -> None:
    """A year without a file is not guessed, and says so in both languages."""
    assert CN.is_business_day(date(2031, 10, 1))
    (warning,) = CN.warnings_for(2031)
    assert "2031" in warning.zh
    assert "2031" in warning.en
    assert CN.warnings_for(2026) == []


def test_calendar_without_holidays_always_warns() -> None:
    """A country we ship no holidays for is marked in every year."""
    assert calendar("tw").warnings_for(2026)
    assert not calendar("tw").is_business_day(date(2026, 1, 3))


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 19),  # Martin Luther King, Jr.
        date(2026, 2, 16),  # Washington
        date(2026, 5, 25),  # Memorial Day
        date(2026, 6, 19),
        date(2026, 7, 3),  # 4 July is a Saturday
        date(2026, 9, 7),  # Labor Day
        date(2026, 10, 12),  # Columbus Day
        date(2026, 11, 11),
        date(2026, 11, 26),  # Thanksgiving
        date(2026, 12, 25),
        date(2027, 12, 31),  # New Year's Day 2028 is a Saturday
        date(2027, 7, 5),  # 4 July is a Sunday
    ],
)
def test_federal_holidays_and_their_observed_days(day: date) -> None:
    """Days published by the Office of Personnel Management for these years are closed."""
    assert not US.is_business_day(day)


def test_federal_year_has_its_full_count_of_weekdays_off() -> None:
    """2026 has eleven federal holidays, each kept on one weekday."""
    holidays = US.year(2026).holidays
    assert len([day for day in holidays if day.weekday() < 5]) == 11


@given(CALENDARS, DAYS, st.integers(0, 40))
def test_adding_agrees_with_counting_one_by_one(which: Calendar, day: date, count: int) -> None:
    """The day reached is a business day, and exactly `count` of them lie after the start."""
    reached = which.add_business_days(day, count)
    between = [day + timedelta(days=n + 1) for n in range((reached - day).days)]
    assert sum(which.is_business_day(d) for d in between) == count
    assert which.business_days_between(day, reached) == count
    assert count == 0 or which.is_business_day(reached)


@given(CALENDARS, DAYS)
def test_next_business_day_skips_only_closed_days(which: Calendar, day: date) -> None:
    """Nothing open lies before the next business day."""
    found = which.next_business_day(day)
    assert which.is_business_day(found)
    assert not any(
        which.is_business_day(day + timedelta(days=n)) for n in range((found - day).days)
    )


@pytest.mark.parametrize(
    ("holidays", "working", "complaint"),
    [
        ("[{name: a, from: 2030-01-03, to: 2030-01-01}]", "[]", "before it begins"),
        ("[{name: a, from: 2030-01-05, to: 2030-01-06}]", "[2030-01-05]", "both off and worked"),
        ("[{name: a, from: 2029-12-31, to: 2030-01-01}]", "[]", "not in this year"),
        ("[]", "[2030-01-02]", "is a weekday"),
    ],
)
def test_contradicting_file_is_refused(holidays: str, working: str, complaint: str) -> None:
    """A calendar that contradicts itself names the day."""
    with pytest.raises(CalendarFileError, match=complaint):
        parse_year(f"source: x\nyear: 2030\nholidays: {holidays}\nworking: {working}\n")
