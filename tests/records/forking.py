"""`python -m records.forking`: loads the product once and forks a process for each line it is asked.

A line is an `Asked` as JSON. The process is one like any other: its own connections, its own death by signal.
Its output, its complaints and, at its end, its exit code (minus the signal that killed it) are files.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

OUT, ERR, CODE = "out", "err", "code"


@dataclass(frozen=True)
class Asked:
    """`arguments` as JSON; the database by its kind, url and home."""

    folder: str
    code: str
    arguments: str
    kind: str
    url: str
    home: str


def serve() -> None:
    """Until whoever asks is gone."""
    import django

    django.setup()
    import records.play  # noqa: F401 - what every program asks for

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the minders
    for line in sys.stdin:
        if os.fork() == 0:
            _mind(Asked(**json.loads(line)))


def _mind(asked: Asked) -> None:
    """Forks the process itself, and writes down how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    pid = os.fork()
    if pid == 0:
        _run(asked)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    fresh = Path(asked.folder, f"{CODE}.new")
    fresh.write_text(str(code))
    fresh.rename(Path(asked.folder, CODE))
    os._exit(0)


def _run(asked: Asked) -> None:
    from machinery.databases import Database, django_on

    for number, name in ((1, OUT), (2, ERR)):
        os.dup2(os.open(Path(asked.folder, name), os.O_WRONLY | os.O_CREAT), number)
    database = Database(asked.kind, asked.url, Path(asked.home))
    os.environ.update(database.environment)
    code = 0
    try:
        with django_on(database):
            told = {"__name__": "__main__", "arguments": json.loads(asked.arguments)}
            exec(compile(asked.code, "program", "exec"), told)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    serve()
