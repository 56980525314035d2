"""Which database a URL means."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from shounuo.settings.database import from_url


def test_postgresql_url_with_escapes_and_options() -> None:
    """User, escaped password, host, port and name are taken apart; other parts go to libpq."""
    found = from_url("postgresql://desk:p%40ss%2Fword@db.example:6432/floor?sslmode=require")
    picked = {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}
    assert picked == {
        "NAME": "floor",
        "USER": "desk",
        "PASSWORD": "p@ss/word",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "require"},
    }


def test_postgresql_over_a_socket() -> None:
    """A socket folder is a host."""
    found = from_url("postgresql:///floor?host=/run/pg&user=desk")
    assert (found["HOST"], found["USER"], found["NAME"]) == ("/run/pg", "desk", "floor")


def test_sqlite_takes_the_write_lock_at_the_beginning_and_syncs_every_commit() -> None:
    """The embedded database is set for durable evidence and queueing writers."""
    found = from_url("sqlite:////data/a%20b.sqlite3")
    assert found["NAME"] == "/data/a b.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in found["OPTIONS"]["init_command"]
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


def test_unknown_database_is_refused_without_repeating_the_password() -> None:
    """The error names the scheme only."""
    with pytest.raises(ImproperlyConfigured, match="mysql") as caught:
        from_url("mysql://desk:hunter2@db/floor")
    assert "hunter2" not in str(caught.value)
