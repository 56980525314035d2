"""What the other tests stand on: two real databases, each the size of one test."""

from __future__ import annotations

from threading import Thread

from django.contrib.sessions.models import Session
from django.db import connection

from machinery.databases import Database
from machinery.strict import Strict

SOON = "2030-01-01T00:00:00+00:00"


def test_django_works_on_each_database_with_threads(django_on_both: Database) -> None:
    """A row committed here is seen by another thread of this process, on the database asked for."""
    assert connection.vendor == django_on_both.kind
    Session.objects.create(session_key="k", session_data="", expire_date=SOON)
    seen: list[int] = []

    def look() -> None:
        seen.append(Session.objects.count())
        connection.close()

    thread = Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [1]


def test_each_test_gets_an_empty_database(django_on_both: Database) -> None:
    """Nothing of the test before is left."""
    assert Session.objects.count() == 0


def test_sqlite_is_durable_and_locks_at_the_beginning(
    django_on_both: Database,
) -> None:
    """On SQLite the pragmas of the settings are in force on a real connection."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW server_version_num")
            assert int(cursor.fetchone()[0]) >= 150000
            return
        values = {}
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
            cursor.execute(f"PRAGMA {name}")
            values[name] = cursor.fetchone()[0]
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 30000,
    }


def test_skipping_is_noticed() -> None:
    """The guard of CI collects a skipped test by name."""
    guard = Strict()
    report = type("Report", (), {"skipped": True, "nodeid": "tests/x.py::y"})()
    guard.pytest_runtest_logreport(report)
    assert guard.skipped == ["tests/x.py::y"]
