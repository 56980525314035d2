"""Starts each job when it is due. A job is a file here with `NAME`, `EVERY_SECONDS` and `run(as_of)`.

A job that fails is logged and tried again at its next turn; it never stops the others.
"""

from __future__ import annotations

import importlib
import pkgutil
from datetime import datetime, timedelta
from threading import Event
from typing import Protocol, cast

import structlog
from django.db import close_old_connections

from shounuo import jobs
from shounuo.settings import clock

LOOK_EVERY_SECONDS = 1.0
log = structlog.get_logger(__name__)


class Job(Protocol):
    """What a file of this room offers."""

    NAME: str
    EVERY_SECONDS: int

    def run(self, as_of: datetime) -> object: ...


def registry() -> list[Job]:
    """Every module of this room that is a job, in order of file name."""
    names = sorted(m.name for m in pkgutil.iter_modules(jobs.__path__) if m.name != "scheduler")
    modules = [importlib.import_module(f"shounuo.jobs.{name}") for name in names]
    return [cast(Job, m) for m in modules if hasattr(m, "EVERY_SECONDS") and hasattr(m, "run")]


class Scheduler:
    """Knows when each job last began, in this process."""

    def __init__(self, found: list[Job] | None = None) -> None:
        self.jobs = registry() if found is None else found
        self.last: dict[str, datetime] = {}

    def due(self, as_of: datetime) -> list[Job]:
        """The jobs whose interval has passed; a clock set back makes a job due, not silent."""
        return [job for job in self.jobs if self._is_due(job, as_of)]

    def _is_due(self, job: Job, as_of: datetime) -> bool:
        last = self.last.get(job.NAME)
        return last is None or as_of < last or as_of - last >= timedelta(seconds=job.EVERY_SECONDS)

    def run_due(self) -> list[str]:
        """Runs what is due, one after another; the names of those that ended well."""
        as_of = clock.now()
        return [job.NAME for job in self.due(as_of) if self._run(job, as_of)]

    def _run(self, job: Job, as_of: datetime) -> bool:
        self.last[job.NAME] = as_of
        close_old_connections()
        try:
            job.run(as_of)
        except Exception:
            log.exception("job failed", job=job.NAME)
            return False
        return True

    def run_until(self, stop: Event) -> None:
        """Looks every second until `stop`."""
        while not stop.is_set():
            self.run_due()
            stop.wait(LOOK_EVERY_SECONDS)
