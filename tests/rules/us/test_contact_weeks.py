"""Weeks of contact let through by the gate, looked over by somebody who knows only the numbers."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from shounuo.feeds.us_case_facts import facts_of
from shounuo.rules import packs
from shounuo.rules.gate import decide
from shounuo.rules.verdict import Outcome

FOLDER = Path(next(iter(packs.__path__))) / "us" / "parameters"
LOS_ANGELES = ZoneInfo("America/Los_Angeles")
START = datetime(2026, 10, 26, tzinfo=LOS_ANGELES)  # the clocks go back within the first week
OUTCOMES = ["no_answer", "no_answer", "no_answer", "busy", "voicemail_limited_content",
            "conversation"]  # fmt: skip


def number(key: str) -> object:
    """The number as its file has it, nothing else."""
    return yaml.safe_load((FOLDER / f"{key}.yaml").read_text("utf-8"))["values"][-1]["value"]


attempts = st.lists(
    st.tuples(
        st.integers(0, 21 * 24 * 60), st.sampled_from(OUTCOMES), st.sampled_from(["d1", "d2"])
    ),
    min_size=10,
    max_size=60,
).map(sorted)


def let_through(tries: list[tuple[int, str, str]]) -> list[dict]:
    """The calls the gate allows, each asked with those before it."""
    made: list[dict] = []
    for minutes, outcome, debt in tries:
        when = (START + timedelta(minutes=minutes)).isoformat()
        row = {"when": when, "direction": "outbound", "debt": [debt], "person": "C1",
               "outcome": outcome, "exclusion": None}  # fmt: skip
        to = {"id": "C1", "role": "consumer"}
        facts = {
            "consumer": {"id": "C1", "locations": [{"tz": "America/Los_Angeles"}]},
            "debts": [{"id": "d1"}, {"id": "d2"}],
            "calls": made,
            "proposed": {"when": when, "channel": "call", "to": to, "debt": [debt]},
        }
        if decide(facts_of(facts)).outcome is Outcome.ALLOW:
            made.append(row)
    return made


def faults(made: list[dict]) -> list[str]:
    """What a naive reader of the numbers finds wrong, day by day and debt by debt."""
    found = []
    for debt in ("d1", "d2"):
        rows = [row for row in made if row["debt"] == [debt] and row["outcome"] != "busy"]
        days = [day_of(row) for row in rows]
        for first in days:
            week = range(int(number("call_window_days")))
            within = [day for day in days if day in {first + timedelta(days=n) for n in week}]
            if len(within) > int(number("calls_per_window")):
                found.append(f"{debt}: {len(within)} calls in the week from {first}")
        for at, row in enumerate(rows):
            quiet = day_of(row) + timedelta(days=int(number("conversation_quiet_days")))
            if row["outcome"] == "conversation" and any(day < quiet for day in days[at + 1 :]):
                found.append(f"{debt}: called again within days of {day_of(row)}")
    for row in made:
        clock = f"{datetime.fromisoformat(row['when']).astimezone(LOS_ANGELES):%H:%M}"
        if not str(number("convenient_from")) < clock < str(number("convenient_until")):
            found.append(f"called at {clock}")
    return found


def day_of(row: dict) -> date:
    return datetime.fromisoformat(row["when"]).astimezone(LOS_ANGELES).date()


@given(attempts)
@settings(max_examples=60)
def test_a_naive_auditor_finds_no_unlawful_call(tries):
    """Whatever is tried over three weeks, what the gate let through keeps every number."""
    assert faults(let_through(tries)) == []


def test_the_auditor_can_find_a_fault():
    """The auditor is not blind: eight calls in a week and one at night are faults."""
    rows = [
        {"when": (START + timedelta(hours=9 + n)).isoformat(), "debt": ["d1"],
         "outcome": "no_answer"}
        for n in range(14)
    ]  # fmt: skip
    assert len(faults(rows)) > 1
