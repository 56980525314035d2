"""A lender's estimates are learned again each week; what is no better changes nothing; all is on file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from machinery.databases import Database
from records.world import NOON, World, make_world
from shounuo.jobs.learn_estimates import NAME, is_due, learn_estimates, learn_task, run
from shounuo.jobs.nightly import home_of, model_of
from shounuo.lab import history
from shounuo.lab.house import house_strategy
from shounuo.lab.world import World as Floor
from shounuo.records.actions.begin_night import begin_night
from shounuo.records.models import Event, NightRun
from shounuo.settings import clock
from shounuo.strategy.days import date_of

NIGHTS = 40
LAST = date_of(history.FIRST_DAY + NIGHTS)


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> tuple[Path, Path]:
    rng = np.random.default_rng(5)

    def mixed(seen):
        scores = house_strategy()(seen)
        return np.where(rng.random(len(scores)) < 0.3, rng.random(len(scores)) * 1e7, scores)

    return history.live(Floor(1200, NIGHTS, 20_000, 9), mixed, tmp_path_factory.mktemp("lived"))


@pytest.fixture
def floor(django_on_both: Database, lived, tmp_path, monkeypatch) -> World:
    """A lender whose nights are those of a simulated floor."""
    monkeypatch.setenv("SHOUNUO_HOME", str(tmp_path))
    world = make_world(1)
    home = home_of(world.lender)
    home.mkdir(parents=True)
    for night in lived[0].iterdir():
        (home / night.name).symlink_to(night)
    (home / f"extract-{LAST}").symlink_to(lived[1])
    for back in range(5):
        published(world, LAST - timedelta(days=back))
    return world


def published(world: World, day: date) -> None:
    NightRun.objects.create(
        lender=world.lender,
        as_of=day,
        state="published",
        asked_by="test",
        started_at=NOON,
        seen_at=NOON,
    )


def test_a_first_training_replaces_the_rule_of_thumb_and_a_second_changes_nothing(
    floor: World,
) -> None:
    """The model and its card are written; trained again on the same nights both events say what came of it."""
    with clock.held_at(NOON):
        first = learn_estimates(floor.lender, NAME)
        model = model_of(floor.lender)
        before = model.read_bytes()
        again = learn_estimates(floor.lender, floor.lead)
    assert (first.kind, first.actor) == ("EstimatesReplaced", NAME)
    assert (again.kind, again.actor) == ("EstimatesStayed", "2001")
    assert first.payload["through"] == (LAST - timedelta(days=1)).isoformat()
    assert {"contact", "promise", "kept", "self_cure", "amount", "talk"} < set(first.payload)
    assert model.read_bytes() == before
    assert "Trained on the nights through" in model.with_suffix(".md").read_text("utf-8")
    assert not (model.parent / "scratch").exists()


def test_it_is_due_once_a_week_and_only_with_a_newer_night(floor: World) -> None:
    """Due at first; after a training not for seven days, and then only once a newer night is published."""
    assert is_due(floor.lender, NOON)
    with clock.held_at(NOON):
        learn_estimates(floor.lender, NAME)
    week = NOON + timedelta(days=7)
    assert not is_due(floor.lender, week)
    published(floor, LAST + timedelta(days=1))
    home = home_of(floor.lender)
    (home / f"extract-{LAST}").rename(home / f"extract-{LAST + timedelta(days=1)}")
    assert not is_due(floor.lender, week - timedelta(seconds=1))
    assert is_due(floor.lender, week)
    begin_night(
        lender=floor.lender, as_of=LAST + timedelta(days=2), actor="nightly", recorded_at=week
    )
    assert not is_due(floor.lender, week)  # a night is at work


def test_too_few_nights_or_no_extract_are_not_trained_on(floor: World) -> None:
    """Four nights are too few; without the newest night's extract there is nothing to see the outcomes in."""
    NightRun.objects.filter(as_of=LAST - timedelta(days=4)).delete()
    assert not is_due(floor.lender, NOON)
    published(floor, LAST - timedelta(days=4))
    assert is_due(floor.lender, NOON)
    (home_of(floor.lender) / f"extract-{LAST}").unlink()
    assert not is_due(floor.lender, NOON)
    assert run(NOON) == 0


def test_a_training_that_fails_leaves_the_model_and_is_tried_tomorrow(floor: World) -> None:
    """A damaged extract is on file by name of the fault; the model keeps every byte; a day later it is due."""
    with clock.held_at(NOON):
        learn_estimates(floor.lender, NAME)
        before = model_of(floor.lender).read_bytes()
        (home_of(floor.lender) / f"extract-{LAST}").unlink()
        (home_of(floor.lender) / f"extract-{LAST}").mkdir()
        failed = learn_estimates(floor.lender, NAME)
    assert failed.kind == "EstimatesNotLearned"
    assert failed.payload["why"]
    assert model_of(floor.lender).read_bytes() == before
    published(floor, LAST + timedelta(days=1))
    (home_of(floor.lender) / f"extract-{LAST + timedelta(days=1)}").mkdir()
    assert not is_due(floor.lender, NOON + timedelta(hours=23))
    assert is_due(floor.lender, NOON + timedelta(days=1))


def test_asked_for_twice_it_is_trained_once(floor: World) -> None:
    """A second task that waited behind the first finds nothing due."""
    with clock.held_at(NOON):
        assert learn_task.call(floor.lender.pk, NAME) == "EstimatesReplaced"
        assert learn_task.call(floor.lender.pk, NAME) == "not due"
    assert Event.objects.filter(chain=f"estimates:{floor.lender.pk}").count() == 1
