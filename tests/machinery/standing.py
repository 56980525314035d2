"""One web process for the worker, on a database that is emptied for each test that asks for it.

Starting the whole product for every page costs seconds of a processor; the web process keeps nothing
between two requests but what is read from its code.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from machinery import databases
from machinery.live import Live, web_served

LOG = "serve.log"


@contextmanager
def standing_desk(home: Path) -> Iterator[Live]:
    """The web process, answering, until the worker ends."""
    with web_served(databases.fresh("sqlite", home)) as live:
        yield live


def empty(live: Live) -> None:
    """As on its first day: no rows, no files but the keys it began with, the real time."""
    home, file = live.database.home, databases.file_of(live.database)
    for path in sorted(home.rglob("*"), reverse=True):
        inside = path.relative_to(home).parts
        if path.is_file() and inside[0] != "keys" and not path.name.startswith((file.name, LOG)):
            path.unlink()
    with (
        closing(sqlite3.connect(databases.sqlite_template())) as template,
        closing(sqlite3.connect(file)) as target,
    ):
        target.execute("PRAGMA synchronous=OFF")  # a test's machine does not lose power
        template.backup(target)
