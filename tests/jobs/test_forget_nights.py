"""Old nights lose their tables, never what they published."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured

from machinery.databases import Database
from records.world import World, make_world
from shounuo.jobs.forget_nights import forget_nights, run
from shounuo.jobs.nightly import home_of, run_night
from shounuo.records.models import Event, NightRun, QueueEntry
from shounuo.records.queries.evidence import check_everything
from shounuo.records.queries.night_folder import NightFolder
from shounuo.settings import clock
from shounuo.settings.nights import kept_days
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.examples import nights_of

FIRST = datetime.fromisoformat("2026-11-21T03:00:00+08:00")
ADAY = timedelta(days=1)


@pytest.fixture
def floor(django_on_both: Database, tmp_path, monkeypatch) -> World:
    """Three customers and the nights of three days running."""
    monkeypatch.setenv("SHOUNUO_HOME", str(tmp_path))
    world = make_world(3)
    for at in (FIRST, FIRST + ADAY, FIRST + 2 * ADAY):
        with clock.held_at(at):
            run_night(world.lender, at.date(), "nightly")
    return world


def test_old_tables_go_and_the_digest_can_still_be_worked_out(floor: World, tmp_path) -> None:
    """Two of three nights are past two days; their queues still hash to what the ledger says."""
    home = home_of(floor.lender)
    told = FIRST + 4 * ADAY
    entries = QueueEntry.objects.count()
    assert forget_nights(floor.lender, told, days=2) == 2
    assert [day for day, _ in nights_of(home)] == [(date(2026, 11, 23) - date(1970, 1, 1)).days]
    runs = NightRun.objects.filter(state="published").order_by("as_of")
    for night in runs:
        found = NightFolder.open(home / night.folder, DuckEngine(tmp_path / "scratch"), tmp_path)
        assert found.digest() == night.queue_digest
    assert QueueEntry.objects.count() == entries
    event = Event.objects.get(kind="NightTablesForgotten")
    assert event.payload["nights"] == [night.folder for night in runs[:2]]
    assert event.payload["before"] == "2026-11-23"
    assert check_everything().whole


def test_the_night_in_force_stays_however_old(floor: World) -> None:
    """A desk whose nights stopped months ago keeps the tables its pages read; a second look does nothing."""
    late = FIRST + timedelta(days=200)
    assert run(late) == 2
    assert run(late + ADAY) == 0
    assert (home_of(floor.lender) / NightRun.objects.latest("as_of").folder / "features").exists()
    assert Event.objects.filter(kind="NightTablesForgotten").count() == 1


@pytest.mark.parametrize("told", ["0", "30", "-5", "a month", ""])
def test_too_few_days_are_refused(monkeypatch, told: str) -> None:
    """Thirty days would leave the roll-rate matrix nothing to look back on."""
    monkeypatch.setenv("SHOUNUO_NIGHTS_KEPT_DAYS", told)
    with pytest.raises(ImproperlyConfigured):
        kept_days()
