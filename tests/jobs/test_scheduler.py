"""Jobs start when they are due and do not pull each other down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shounuo.jobs.scheduler import Scheduler, registry
from shounuo.settings import clock

NOON = datetime.fromisoformat("2026-11-20T12:00:00+08:00")


@dataclass
class Recorded:
    """A job that notes when it was run, and fails when told to."""

    NAME: str
    EVERY_SECONDS: int
    fails: bool = False
    ran: list[datetime] = field(default_factory=list)

    def run(self, as_of: datetime) -> None:
        self.ran.append(as_of)
        if self.fails:
            raise RuntimeError("broken on purpose")


def test_job_runs_at_its_interval_and_not_before() -> None:
    """Due at once, then only after the interval, then again when the clock is set back."""
    job = Recorded("a", 60)
    scheduler = Scheduler([job])
    for seconds in (0, 59, 60, 100, -3600):
        with clock.held_at(NOON + timedelta(seconds=seconds)):
            scheduler.run_due()
    assert [(at - NOON).total_seconds() for at in job.ran] == [0, 60, -3600]


def test_failing_job_stops_nobody() -> None:
    """The job after a broken one runs; the broken one gets its next turn."""
    broken, whole = Recorded("broken", 1, fails=True), Recorded("whole", 1)
    scheduler = Scheduler([broken, whole])
    assert scheduler.run_due() == ["whole"]
    with clock.held_at(clock.now() + timedelta(seconds=5)):
        assert scheduler.run_due() == ["whole"]
    assert len(broken.ran) == 2


def test_every_shipped_job_is_found_and_named_once() -> None:
    """The registry lists the files of the room; names differ."""
    names = [job.NAME for job in registry()]
    assert "forget_finished_tasks" in names
    assert len(names) == len(set(names))
