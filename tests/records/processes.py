"""Several real processes against one database: each runs a small program and prints JSON."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from typing import Any

from machinery.databases import Database

PREAMBLE = """
import json, os, signal, sys, time
import django
django.setup()
from datetime import date, datetime, timedelta
from records.world import NOON, account_row
from records.play import agreed, dial
from shounuo.records.models import *
arguments = json.loads(sys.argv[1])
def done(value): print(json.dumps(value, default=str))
def wait_for_the_others():
    while time.time() < arguments["start"]:
        time.sleep(0.002)
"""


def start(database: Database, program: str, **arguments: object) -> subprocess.Popen[str]:
    """Starts one process; `arguments` reach it as `arguments`."""
    code = PREAMBLE + textwrap.dedent(program)
    line = [sys.executable, "-c", code, json.dumps(arguments, default=str)]
    return subprocess.Popen(
        line,
        env=database.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def results(running: Sequence[subprocess.Popen[str]], seconds: float = 120) -> list[Any]:
    """What each process said; a process that failed fails the test with its own words."""
    found = []
    for process in running:
        out, err = process.communicate(timeout=seconds)
        assert process.returncode == 0, err
        found.append(json.loads(out.splitlines()[-1]))
    return found
