"""Several real processes against one database: each runs a small program and prints JSON.

They are forked from one process of the worker that has loaded the product (`records.forking`): loading it
for each would be most of what they cost.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import textwrap
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from machinery import session
from machinery.databases import Database, environment
from records.forking import CODE, ERR, OUT, Asked

PREAMBLE = """
import json, os, signal, sys, time
from datetime import date, datetime, timedelta
from records.world import NOON, account_row
from records.play import agreed, dial
from shounuo.records.models import *
def done(value): print(json.dumps(value, default=str))
def wait_for_the_others():
    while time.time() < arguments["start"]:
        time.sleep(0.002)
"""


@dataclass
class Running:
    """A process that was started; `returncode` is known once it was communicated with."""

    folder: Path
    returncode: int | None = None

    def communicate(self, timeout: float) -> tuple[str, str]:
        """What it said and what it complained of, after its end."""
        ended, deadline = self.folder / CODE, time.monotonic() + timeout
        while not ended.exists():
            assert time.monotonic() < deadline, f"still running after {timeout} s"
            time.sleep(0.005)
        self.returncode = int(ended.read_text())
        return (self.folder / OUT).read_text("utf-8"), (self.folder / ERR).read_text("utf-8")


def start(database: Database, program: str, **arguments: object) -> Running:
    """Starts one process; `arguments` reach it as `arguments`."""
    running = Running(Path(mkdtemp(dir=session.folder())))
    code, told = PREAMBLE + textwrap.dedent(program), json.dumps(arguments, default=str)
    asked = Asked(str(running.folder), code, told, database.kind, database.url, str(database.home))
    stdin = _forking().stdin
    assert stdin is not None
    stdin.write(json.dumps(asdict(asked)) + "\n")
    stdin.flush()
    return running


def soon() -> float:
    """When processes that are started now shall all begin, in seconds since 1970."""
    return time.time() + 1


@cache
def _forking() -> subprocess.Popen[str]:
    """The process the others are forked from; it ends with this one."""
    home = Path(mkdtemp(dir=session.folder()))
    process = subprocess.Popen(
        [sys.executable, "-m", "records.forking"],
        env=environment(f"sqlite:///{home}/none", home),
        stdin=subprocess.PIPE,
        text=True,
    )
    atexit.register(process.communicate)
    return process


def results(running: Sequence[Running], seconds: float = 120) -> list[Any]:
    """What each process said; a process that failed fails the test with its own words."""
    found = []
    for process in running:
        out, err = process.communicate(timeout=seconds)
        assert process.returncode == 0, err
        found.append(json.loads(out.splitlines()[-1]))
    return found
