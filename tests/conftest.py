"""What every test may ask for. See `tests/README.md` for the list in words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, Page

from machinery import browser as browsers
from machinery import databases, live, postgres, session, standing, strict, translations

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if strict.in_ci() else "dev")

# Playwright's loop runs in this thread; Django must not take its own calls for asynchronous ones.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        session.open_session()
        config.pluginmanager.register(strict.Strict(), "strict")
        translations.messages().compile_all()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        postgres.stop()
        session.close_session()


@pytest.fixture
def make_database(tmp_path: Path) -> Iterator[Callable[[str], databases.Database]]:
    """Call it with "sqlite" or "postgresql": a fresh, migrated, empty database."""
    made: list[databases.Database] = []

    def make(kind: str) -> databases.Database:
        made.append(databases.fresh(kind, tmp_path / f"home-{len(made)}"))
        return made[-1]

    yield make
    for database in made:
        databases.drop(database)


@pytest.fixture
def sqlite_database(make_database: Callable[[str], databases.Database]) -> databases.Database:
    """A fresh embedded database for processes to run on."""
    return make_database("sqlite")


@pytest.fixture(params=databases.KINDS)
def both_databases(
    request: pytest.FixtureRequest, make_database: Callable[[str], databases.Database]
) -> databases.Database:
    """The test runs twice: on SQLite and on PostgreSQL."""
    return make_database(request.param)


@pytest.fixture
def django_on_both(
    both_databases: databases.Database, django_db_blocker: pytest.FixtureRequest
) -> Iterator[databases.Database]:
    """As `both_databases`, and Django in this process works on it, with real commits."""
    with django_db_blocker.unblock(), databases.django_on(both_databases):  # type: ignore[attr-defined]
        yield both_databases


@pytest.fixture
def desk(sqlite_database: databases.Database) -> Iterator[live.Live]:
    """`shounuo serve` running on a fresh embedded database."""
    with live.served(sqlite_database) as running:
        yield running


@pytest.fixture(scope="session")
def standing_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[live.Live]:
    """The worker's web process; ask for `empty_desk`."""
    with standing.standing_desk(tmp_path_factory.mktemp("standing") / "home") as running:
        yield running


@pytest.fixture
def empty_desk(standing_desk: live.Live) -> live.Live:
    """The desk's pages on an empty embedded database, without the jobs that run by themselves."""
    standing.empty(standing_desk)
    return standing_desk


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the worker."""
    with browsers.chromium() as browser:
        yield browser


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A clean browser profile: the desk's screen size, Chinese, Beijing time."""
    made = chromium.new_context(
        viewport={"width": 1366, "height": 768}, locale="zh-CN", timezone_id="Asia/Shanghai"
    )
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A blank page."""
    return context.new_page()
