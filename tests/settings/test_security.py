"""Outside the demo the defaults are strict."""

from __future__ import annotations

import json

from machinery.databases import Database
from machinery.live import served

PRINT = (
    "import json; from django.conf import settings as s; "
    "print(json.dumps([s.DEBUG, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.ALLOWED_HOSTS, "
    "s.SECURE_HSTS_SECONDS > 0, s.SESSION_EXPIRE_AT_BROWSER_CLOSE]))"
)


def test_production_passes_djangos_own_deployment_check(sqlite_database: Database) -> None:
    """With a host named and TLS in front, the framework's audit has nothing to say."""
    done = sqlite_database.shounuo(
        "manage",
        "check",
        "--deploy",
        "--fail-level=WARNING",
        SHOUNUO_MODE="production",
        SHOUNUO_HOSTS="desk.example.cn",
        SHOUNUO_PROXY_TLS="1",
    )
    assert done.returncode == 0, done.stderr


def test_nothing_said_means_production(sqlite_database: Database) -> None:
    """Without any variable: no debug, secure cookies, this machine only."""
    done = sqlite_database.shounuo("manage", "shell", "--no-imports", "-c", PRINT, SHOUNUO_MODE="")
    said = json.loads(done.stdout.splitlines()[-1])
    assert said == [False, True, True, ["localhost", "127.0.0.1", "[::1]"], True, True]


def test_home_remembers_that_it_is_a_demo(sqlite_database: Database) -> None:
    """What the demo noted in its home holds for later commands on it."""
    (sqlite_database.home / "mode").write_text("demo\n")
    told = "from shounuo.settings import place; print(place.mode())"
    done = sqlite_database.shounuo("manage", "shell", "--no-imports", "-c", told, SHOUNUO_MODE="")
    assert done.stdout.splitlines()[-1] == "demo"


def test_unknown_mode_is_refused(sqlite_database: Database) -> None:
    """A misspelt mode is not taken for a lax one."""
    done = sqlite_database.shounuo("migrate", SHOUNUO_MODE="prodution")
    assert done.returncode != 0
    assert "prodution" in done.stderr


def test_set_clock_stops_a_production_desk(sqlite_database: Database) -> None:
    """A production desk with a set clock does not tell any time."""
    told = "from shounuo.settings import clock; print(clock.now())"
    done = sqlite_database.shounuo(
        "manage",
        "shell",
        "--no-imports",
        "-c",
        told,
        SHOUNUO_MODE="production",
        SHOUNUO_CLOCK="2026-11-20T09:00+08:00",
    )
    assert "2026-11-20" not in done.stdout
    assert "SHOUNUO_MODE" in done.stderr


def test_a_production_desk_serves_on_its_own_machine(sqlite_database: Database) -> None:
    """Without a proxy in front, the health page answers over plain http on this machine."""
    with served(sqlite_database, SHOUNUO_MODE="production") as live:
        assert live.answers()
