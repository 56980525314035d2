from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shounuo.rules.calendar_years import months_after, years_after
from shounuo.rules.local_hours import local_day, opening_after, zone

CLOSES, OPENS = time(22), time(8)
ZONES = (
    "Asia/Shanghai",
    "America/New_York",
    "Australia/Lord_Howe",  # clocks change by half an hour
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Pacific/Apia",  # skipped a whole day in 2011
    "Europe/London",
)
FIRST = datetime(2011, 1, 1, tzinfo=UTC)
moments = st.integers(0, 19 * 365 * 1440).map(lambda minutes: FIRST + timedelta(minutes=minutes))
lengths = st.integers(0, 120).map(lambda minutes: timedelta(minutes=minutes))


def wall(moment: datetime, name: str) -> time:
    return moment.astimezone(zone(name)).time()


@given(moments, lengths, st.sampled_from(ZONES))
@settings(max_examples=600, deadline=None)
def test_open_means_open_on_the_wall_clock_to_the_end(start, lasts, name):
    """A span is open if no minute of it shows a closed hour on the clock of the place."""
    opens = opening_after(start, lasts, CLOSES, OPENS, name)
    minutes = int(lasts.total_seconds() // 60)
    shown = [wall(start + timedelta(minutes=n), name) for n in range(minutes)] or [
        wall(start, name)
    ]
    end_fits = minutes == 0 or wall(start + lasts, name) <= CLOSES
    naive = all(OPENS <= clock < CLOSES for clock in shown) and end_fits
    assert (opens is None) is naive


@given(moments, lengths, st.sampled_from(ZONES))
@settings(max_examples=300, deadline=None)
def test_the_opening_is_the_opening_hour_and_lies_ahead(start, lasts, name):
    """When a span is closed, the opening told is later, at 08:00 there, and itself open."""
    opens = opening_after(start, lasts, CLOSES, OPENS, name)
    if opens is not None:
        assert opens > start
        assert opens.time() == OPENS
        assert opens - start <= timedelta(hours=27)
        assert opening_after(opens, timedelta(0), CLOSES, OPENS, name) is None


def test_the_day_is_the_places():
    """16:00 UTC is already tomorrow in Beijing and still today in New York."""
    moment = datetime(2026, 6, 17, 16, tzinfo=UTC)
    assert local_day(moment, "Asia/Shanghai").day == 18
    assert local_day(moment, "America/New_York").day == 17


def test_months_end_where_the_calendar_does():
    """A month after 31 January is the last of February; four years after a leap day a leap day."""
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 15), 1) == date(2027, 1, 15)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)
