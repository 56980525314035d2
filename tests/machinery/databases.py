"""Fresh, migrated, empty databases of both kinds, copied from one template a session."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from machinery import postgres, session
from shared_files import ROOT
from shounuo.settings import keys

KINDS = ("sqlite", "postgresql")
TEMPLATE = "shounuo_template"


@dataclass(frozen=True)
class Database:
    """One database and a home; `environment` starts any process of the product on them."""

    kind: str
    url: str
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        return environment(self.url, self.home)

    def shounuo(self, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """Runs `shounuo ARGUMENTS` to its end; output as text, the code unchecked."""
        line = [sys.executable, "-m", "shounuo", *arguments]
        env = {**self.environment, **extra}
        return subprocess.run(
            line, env=env, capture_output=True, text=True, check=False, timeout=300
        )


def environment(url: str, home: Path) -> dict[str, str]:
    """This process's environment, pointed at the worktree's code, `url` and `home`."""
    path = os.pathsep.join(
        [str(ROOT / "src"), str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")]
    )
    inherited = {
        key: value for key, value in os.environ.items() if key != "DJANGO_ALLOW_ASYNC_UNSAFE"
    }
    return {
        **inherited,
        "PYTHONPATH": path,
        "DJANGO_SETTINGS_MODULE": "shounuo.settings",
        "SHOUNUO_MODE": "test",
        "SHOUNUO_HOME": str(home),
        "SHOUNUO_DATABASE_URL": url,
        # The same keys as this process, so that both can read what the other sealed.
        **{f"SHOUNUO_{name.upper()}_KEY": keys.text(name) for name in ("secret", "data", "hash")},
    }


def fresh(kind: str, home: Path) -> Database:
    """A new database of `kind`, migrated, with nothing in it; `home` is made."""
    home.mkdir(parents=True, exist_ok=True)
    return Database(kind, {"sqlite": _sqlite, "postgresql": _postgresql}[kind](home), home)


def drop(database: Database) -> None:
    """Frees the room a PostgreSQL database takes; an SQLite file goes with its home."""
    if database.kind == "postgresql":
        name = database.url.split("///")[1].split("?")[0]
        postgres.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def file_of(database: Database) -> Path:
    """The file of an SQLite database."""
    return Path(database.url.removeprefix("sqlite:///"))


def sqlite_template() -> Path:
    """The migrated, empty file the others are copies of; made by whoever asks first."""
    template = session.folder() / "template.sqlite3"
    with session.only_one("sqlite"):
        if not template.exists():
            building = template.with_suffix(".building")
            _migrate(f"sqlite:///{building}")
            building.rename(template)
    return template


def _sqlite(home: Path) -> str:
    target = home / "shounuo.sqlite3"
    shutil.copyfile(sqlite_template(), target)
    return f"sqlite:///{target}"


def _postgresql(_home: Path) -> str:
    name = f"t_{uuid4().hex}"
    done = session.folder() / "template.postgresql"
    postgres.server()
    with session.only_one("template"):
        if not done.exists():
            postgres.execute(f"CREATE DATABASE {TEMPLATE}")
            _migrate(postgres.url(TEMPLATE))
            done.touch()
        postgres.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    return postgres.url(name)


def _migrate(url: str) -> None:
    home = session.folder() / "template-home"
    line = [sys.executable, "-m", "shounuo", "migrate"]
    done = subprocess.run(
        line, env=environment(url, home), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]


@contextmanager
def django_on(database: Database) -> Iterator[None]:
    """Django in this process, all its threads too, works on `database`; commits are real."""
    from django.db import connections

    from shounuo.settings.database import from_url

    before = connections.settings["default"]
    connections["default"].close()
    _point(connections.configure_settings({"default": from_url(database.url)})["default"])
    try:
        yield
    finally:
        connections["default"].close()
        _point(before)


def _point(settings: dict[str, object]) -> None:
    from django.db import connections

    connections.settings["default"] = settings
    del connections["default"]
