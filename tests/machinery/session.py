"""One folder for a whole test session, whichever worker asks first, and one lock to make a thing once."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "SHOUNUO_TEST_SESSION"


def open_session() -> None:
    """Called in the process that began the session; its workers inherit the folder."""
    path = tempfile.mkdtemp(prefix="shounuo-session-")
    os.chmod(path, 0o755)  # PostgreSQL runs as another user below it
    os.environ[VARIABLE] = path


def folder() -> Path:
    """The session's folder."""
    return Path(os.environ[VARIABLE])


def close_session() -> None:
    """Removes the folder; after everything in it has stopped."""
    shutil.rmtree(os.environ.pop(VARIABLE), ignore_errors=True)


@contextmanager
def only_one(name: str) -> Iterator[None]:
    """One process of the session at a time."""
    with (folder() / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
