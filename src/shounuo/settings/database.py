"""Which database: embedded SQLite under the home, or PostgreSQL by `SHOUNUO_DATABASE_URL`.

SQLite takes the write lock when a transaction begins (IMMEDIATE), so two writers queue instead of
failing half-way, and syncs every commit (FULL): an attempt recorded before dialling must survive a power cut.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from shounuo.settings import place

BUSY_SECONDS = 30
PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON"


def from_environment() -> dict[str, Any]:
    """Django's settings of the default database."""
    url = os.environ.get("SHOUNUO_DATABASE_URL")
    return from_url(url) if url else sqlite(place.folder("database") / "shounuo.sqlite3")


def from_url(url: str) -> dict[str, Any]:
    """`postgresql://…` as libpq reads it, or `sqlite:///relative` / `sqlite:////absolute`."""
    scheme = urlsplit(url).scheme
    if scheme in ("postgresql", "postgres"):
        return postgresql(url)
    if scheme == "sqlite":
        return sqlite(Path(unquote(urlsplit(url).path)[1:]).resolve())
    raise ImproperlyConfigured(
        f"SHOUNUO_DATABASE_URL starts with {scheme!r}: use postgresql://… or sqlite:///…"
    )


def sqlite(path: Path) -> dict[str, Any]:
    """An SQLite file at `path`."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": BUSY_SECONDS, "init_command": PRAGMAS}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": options}


def postgresql(url: str) -> dict[str, Any]:
    """A PostgreSQL database; unknown parts of the URL go to libpq as they are."""
    parts = conninfo_to_dict(url)
    named = {
        "NAME": "dbname",
        "USER": "user",
        "PASSWORD": "password",
        "HOST": "host",
        "PORT": "port",
    }
    known = {key: str(parts.pop(part) or "") for key, part in named.items() if part in parts}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": parts,
        **known,
    }
