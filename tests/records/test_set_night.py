"""The night's hour and the lender's consent: what is set, what is refused, what is written down."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from machinery.databases import Database
from records.world import NOON, World, make_world
from shounuo.jobs.nightly import is_due
from shounuo.kernel.errors import Refused
from shounuo.records.actions.set_night import consent_to_randomise, set_night
from shounuo.records.models import Event, Lender

TODAY = date(2026, 11, 20)


@pytest.fixture
def floor(django_on_both: Database) -> World:
    return make_world(1)


def consent(world: World, **changes: Any) -> Lender:
    told = {"since": TODAY, "evidence": "L-7", "explore_bp": 500, "holdout_bp": 1000}
    return consent_to_randomise(
        lender_id=world.lender.pk, actor=world.lead, recorded_at=NOON, **(told | changes)
    )


def kinds(world: World) -> list[str]:
    chain = Event.objects.filter(chain=f"lender:{world.lender.pk}").order_by("seq")
    return [event.kind for event in chain if event.kind != "AccountsTaken"]


def test_the_hour_moves_the_night_and_keeps_the_consent(floor: World) -> None:
    """At five the night is due from five; switched off it is never due; the consent stays as it was."""
    consent(floor)
    at = datetime.fromisoformat("2026-11-21T04:30:00+08:00")
    told = {"lender_id": floor.lender.pk, "actor": floor.lead, "recorded_at": NOON}
    assert is_due(floor.lender, at)
    moved = set_night(hour=5, runs=True, **told)
    assert (is_due(moved, at), is_due(moved, at.replace(hour=5))) == (False, True)
    off = set_night(hour=5, runs=False, **told)
    assert not is_due(off, at.replace(hour=5))
    assert off.night["randomise"]["evidence"] == "L-7"
    assert kinds(floor) == ["RandomisingConsented", "NightHourSet", "NightHourSet"]


@pytest.mark.parametrize("hour", [-1, 8, 23])
def test_an_hour_that_comes_too_late_is_refused(floor: World, hour: int) -> None:
    """From eight on the day's calls have begun, and there is no hour below zero."""
    with pytest.raises(Refused) as stopped:
        set_night(
            lender_id=floor.lender.pk, hour=hour, runs=True, actor=floor.lead, recorded_at=NOON
        )
    assert stopped.value.problem.code == "night-hour"
    assert Lender.objects.get().night == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"evidence": "  "},
        {"explore_bp": 501},
        {"holdout_bp": 1001},
        {"explore_bp": -1},
        {"holdout_bp": -1},
    ],
)
def test_a_consent_above_the_caps_or_without_a_letter_is_refused(floor: World, changes) -> None:
    """Just above 5% and 10%, below nothing, or without evidence: nothing is written."""
    with pytest.raises(Refused) as stopped:
        consent(floor, **changes)
    assert stopped.value.problem.code == "consent_not_recorded"
    assert Lender.objects.get().night == {}
    assert kinds(floor) == []


def test_at_the_caps_it_is_recorded_and_an_empty_day_withdraws_it(floor: World) -> None:
    """5% and 10% are allowed; withdrawn, nothing is left of it but the two events."""
    kept = consent(floor, explore_bp=500, holdout_bp=1000)
    assert kept.night["randomise"] == {
        "since": "2026-11-20",
        "evidence": "L-7",
        "explore_bp": 500,
        "holdout_bp": 1000,
    }
    withdrawn = consent(floor, since=None, evidence="", explore_bp=0, holdout_bp=0)
    assert "randomise" not in withdrawn.night
    consent(floor, since=None, evidence="")
    assert kinds(floor) == ["RandomisingConsented", "RandomisingWithdrawn"]
