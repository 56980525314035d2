from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.world import NOON, call, facts, proposing
from shounuo.feeds.us_case_facts import facts_of
from shounuo.rules.gate import decide, with_opening
from shounuo.rules.verdict import Outcome

WEEKENDS = {
    "type": "inconvenient_times",
    "by": "C1",
    "when": "2026-06-15T10:00:00-04:00",
    "weekends": "all",
}


def asked(when: str, *requests: dict, calls: tuple[dict, ...] = ()):
    to = {"id": "C1", "role": "consumer"}
    proposed = {"when": when, "channel": "call", "to": to, "debt": ["d1"]}
    told = {"proposed": proposed, "requests": list(requests), "calls": list(calls)}
    return facts_of(told | {"debts": [{"id": "d1", "type": "credit_card"}]})


def opens(told):
    return with_opening(decide(told), told).earliest_next


def test_an_evening_before_closed_days_opens_after_them():
    """Friday 21:30 is closed until Saturday 8:00, which the consumer closed too: Monday."""
    told = asked("2026-06-19T21:30:00-04:00", WEEKENDS)
    assert decide(told).earliest_next == datetime.fromisoformat("2026-06-20T08:00:00-04:00")
    assert opens(told) == date(2026, 6, 22)


def test_a_quiet_period_that_ends_on_a_barred_day_opens_after_it():
    """Seven days from Friday 14 August end on Friday the 21st; Fridays are barred: the 22nd."""
    fridays = {"type": "inconvenient_days", "by": "C1", "days": ["Fri"]}
    talk = {"when": "2026-08-14T10:00:00-04:00", "person": "C1", "debt": ["d1"],
            "discussed": ["d1"], "outcome": "conversation"}  # fmt: skip
    assert opens(asked("2026-08-17T10:00:00-04:00", calls=(talk,))) == date(2026, 8, 21)
    assert opens(asked("2026-08-17T10:00:00-04:00", fridays, calls=(talk,))) == date(2026, 8, 22)


def test_an_hour_of_the_day_never_moves_a_day():
    """A day rule asked about at night still opens on its own day, not the day after."""
    talk = {"when": "2026-08-14T10:00:00-04:00", "person": "C1", "debt": ["d1"],
            "discussed": ["d1"], "outcome": "conversation"}  # fmt: skip
    assert opens(asked("2026-08-17T21:30:00-04:00", calls=(talk,))) == date(2026, 8, 21)


def test_a_window_up_to_the_closing_hour_opens_next_morning():
    """20:00 to 21:00 is barred by the consumer and the night follows at once: the next 8:00."""
    evening = {"type": "inconvenient_times", "by": "C1", "weekday_windows": [["20:00", "21:00"]]}
    told = asked("2026-06-17T20:15:00-04:00", evening)
    assert opens(told) == datetime.fromisoformat("2026-06-18T08:00:00-04:00")


@given(st.integers(0, 3 * 24 * 60), st.lists(st.integers(-1500, 0), max_size=8))
@settings(max_examples=80, deadline=None)
def test_what_is_told_to_open_is_not_denied_then(minutes, earlier):
    """At the opening told, the same contact is not denied again by a rule that ends by waiting."""
    at = NOON + timedelta(minutes=minutes)
    history = tuple(call(at + timedelta(minutes=ago), connected=True) for ago in earlier)
    told = replace(facts(contacts=history), proposed=replace(proposing().proposed, when=at))
    verdict = with_opening(decide(told), told)
    if not isinstance(verdict.earliest_next, datetime):
        return
    assert verdict.earliest_next > at
    probe = verdict.earliest_next + timedelta(minutes=1)
    then = decide(replace(told, proposed=replace(told.proposed, when=probe)))
    assert then.outcome is not Outcome.DENY or then.earliest_next is None
