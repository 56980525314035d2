"""What the desk does by itself: settle what ended, wake, release, sweep, seal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from records.play import dial, play_a_call
from records.world import NOON, make_world
from shounuo.jobs import release_expired, seal_day, settle_nightly, sweep_in_flight, wake_cases
from shounuo.jobs.scheduler import registry
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.models import Case, Contact, DailyRoot
from shounuo.records.queries.evidence import check_everything

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


def test_the_desk_has_its_jobs() -> None:
    """Each of them is found by the scheduler."""
    names = {job.NAME for job in registry()}
    assert {
        *("settle_nightly", "wake_cases", "release_expired", "sweep_in_flight", "seal_day"),
    } <= names


def test_a_promise_whose_day_ended_awaits_its_file_without_any_file() -> None:
    """Due the 20th, never paid, no file came: on the 22nd it awaits the file and says so once."""
    promise = play_a_call(make_world())
    assert settle_nightly.run(NOON + timedelta(hours=1)) == 0
    assert settle_nightly.run(NOON + 2 * DAY) == 1
    assert settle_nightly.run(NOON + 2 * DAY) == 0
    promise.refresh_from_db()
    assert promise.state == "awaiting_file"


def test_a_case_left_lying_goes_back_and_is_claimed_again() -> None:
    """Twenty minutes of lease pass; the case that anna left is given to bao."""
    world = make_world()
    first = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert first is not None
    assert claim_next_case(staff=world.bao, recorded_at=NOON) is None
    assert release_expired.run(NOON + timedelta(minutes=21)) == 1
    again = claim_next_case(staff=world.bao, recorded_at=NOON + timedelta(minutes=22))
    assert again is not None
    assert again.pk == first.pk


def test_a_waiting_case_wakes_at_its_hour() -> None:
    """It comes back at noon and not a minute before."""
    world = make_world()
    Case.objects.update(state="waiting", return_at=NOON)
    assert wake_cases.run(NOON - timedelta(minutes=1)) == 0
    assert wake_cases.run(NOON) == 1
    assert world.case().state == "queued"


def test_a_call_that_never_ended_becomes_unknown() -> None:
    """Three hours after it was dialled nobody has reported: unknown, still there."""
    world = make_world()
    case = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert case is not None
    assert dial(case, world.anna, NOON).contact is not None
    assert sweep_in_flight.run(NOON + timedelta(hours=3)) == 1
    assert Contact.objects.get().state == "unknown"


def test_a_day_is_sealed_once_it_is_over() -> None:
    """At noon of the 20th the 19th is sealed; at 00:05 of the 21st the 20th; each once."""
    make_world()
    seal_day.run(NOON)
    seal_day.run(NOON + timedelta(minutes=1))
    seal_day.run(NOON + timedelta(hours=12, minutes=5))
    days = list(DailyRoot.objects.order_by("day").values_list("day", flat=True))
    assert days == [date(2026, 11, 19), date(2026, 11, 20)]
    assert check_everything().whole
