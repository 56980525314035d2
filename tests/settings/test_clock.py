"""The injectable clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from shounuo.settings import clock

MORNING = datetime.fromisoformat("2026-11-20T09:00:00+08:00")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOUNUO_HOME", str(tmp_path))
    monkeypatch.delenv("SHOUNUO_CLOCK_ANCHOR", raising=False)


def test_real_time_is_aware_utc_and_not_marked_as_set() -> None:
    """Without a setting the clock tells the real instant."""
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.now().utcoffset() == timedelta(0)
    assert not clock.is_set()


def test_variable_fixes_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare instant stands still, given in any offset."""
    monkeypatch.setenv("SHOUNUO_CLOCK", "2026-11-20T09:00:00+08:00")
    assert clock.now() == clock.now() == MORNING
    assert clock.is_set()


def test_running_variable_goes_on_from_the_anchor_children_inherit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two processes that inherit the anchor tell the same time, however late the second starts."""
    hour_ago = datetime.now(UTC) - timedelta(hours=1)
    monkeypatch.setenv("SHOUNUO_CLOCK", "2026-11-20T09:00+08:00 running")
    monkeypatch.setenv("SHOUNUO_CLOCK_ANCHOR", hour_ago.isoformat())
    passed = clock.now() - MORNING
    assert timedelta(hours=1) <= passed < timedelta(hours=1, minutes=10)


def test_first_reading_of_a_running_clock_leaves_the_anchor_for_children(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The anchor is put into the environment once."""
    monkeypatch.setenv("SHOUNUO_CLOCK", "2026-11-20T09:00+08:00 running")
    monkeypatch.setenv("SHOUNUO_CLOCK_ANCHOR", "x")
    monkeypatch.delenv("SHOUNUO_CLOCK_ANCHOR")
    first = clock.now()
    assert datetime.fromisoformat(os.environ["SHOUNUO_CLOCK_ANCHOR"]) <= datetime.now(UTC)
    assert clock.now() >= first >= MORNING


def test_file_sets_every_process_and_may_be_moved(tmp_path: Path) -> None:
    """What is written to the home's clock is told from then on; the latest writing wins."""
    clock.write(MORNING, running=False)
    assert clock.now() == MORNING
    clock.write(MORNING + timedelta(days=3), running=False)
    assert clock.now() == MORNING + timedelta(days=3)
    assert (tmp_path / "clock").exists()


def test_held_time_wins_and_is_let_go() -> None:
    """A block holds the time and gives it back."""
    with clock.held_at(MORNING):
        assert clock.now() == MORNING
        assert clock.is_set()
    assert not clock.is_set()


@pytest.mark.parametrize(
    "text", ["2026-11-20T09:00", "yesterday", "2026-11-20T09:00+08:00 walking"]
)
def test_nonsense_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An instant without offset, or an unknown manner, is an error rather than a guess."""
    monkeypatch.setenv("SHOUNUO_CLOCK", text)
    with pytest.raises(ImproperlyConfigured):
        clock.now()


def test_production_never_takes_a_set_clock(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In production the variable is refused and the file is not looked at."""
    (tmp_path / "clock").write_text("2026-11-20T09:00+08:00")
    monkeypatch.setenv("SHOUNUO_MODE", "production")
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)
    with pytest.raises(ImproperlyConfigured):
        clock.write(MORNING)
    monkeypatch.setenv("SHOUNUO_CLOCK", "2026-11-20T09:00+08:00")
    with pytest.raises(ImproperlyConfigured):
        clock.now()
