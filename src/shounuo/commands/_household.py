"""Child processes that live and end together: one that dies is started again, one signal stops all."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from threading import Event

import click

LOOK_EVERY_SECONDS = 0.5
LONGEST_REST_SECONDS = 30.0
PATIENCE_SECONDS = 20.0
SETTLED_SECONDS = 60.0  # a child that lived this long starts again without a rest


_TELL_ME_WHEN_PARENT_DIES = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def _end_with_parent() -> None:
    """In the child, before it runs: even a parent killed outright leaves nobody holding the port."""
    if _LIBC is not None:
        _LIBC.prctl(_TELL_ME_WHEN_PARENT_DIES, signal.SIGTERM)


class Child:
    """One command line, kept running."""

    def __init__(self, name: str, line: Sequence[str]) -> None:
        self.name, self.line = name, list(line)
        self.rest, self.resume_at = 0.0, 0.0
        self.start()

    def start(self) -> None:
        self.started_at = time.monotonic()
        # A group of its own: what the child itself started can be ended with it.
        self.process: subprocess.Popen[bytes] | None = subprocess.Popen(
            self.line,
            process_group=0,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 - this process has one thread
        )

    def look(self) -> None:
        """Starts the child again after its death, resting longer each time it dies young."""
        if self.process is None:
            if time.monotonic() >= self.resume_at:
                self.start()
        elif (code := self.process.poll()) is not None:
            self._mourn(code)

    def _mourn(self, code: int) -> None:
        self._end_group()  # orphans would keep the port and the database
        lived = time.monotonic() - self.started_at
        self.rest = (
            0.0 if lived > SETTLED_SECONDS else min(LONGEST_REST_SECONDS, self.rest * 2 or 0.5)
        )
        click.echo(f"{self.name} ended with {code}; starting it again in {self.rest:g}s", err=True)
        self.process, self.resume_at = None, time.monotonic() + self.rest

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, seconds))
        except subprocess.TimeoutExpired:
            self._end_group()
            self.process.wait()

    def _end_group(self) -> None:
        assert self.process is not None
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return


class Household:
    """The children by name."""

    def __init__(self, lines: Mapping[str, Sequence[str]]) -> None:
        self.lines = dict(lines)

    def run(self) -> int:
        """Keeps all of them running until SIGTERM or SIGINT; then 0."""
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        children = [Child(name, line) for name, line in self.lines.items()]
        while not stop.wait(LOOK_EVERY_SECONDS):
            for child in children:
                child.look()
        _end(children)
        return 0


def _end(children: Sequence[Child]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    for child in children:
        child.ask_to_stop()
    for child in children:
        child.wait(deadline - time.monotonic())
