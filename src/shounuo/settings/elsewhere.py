"""Working on another database for a while: benches and trials that must not touch the desk's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

from shounuo.settings.database import from_url


@contextmanager
def working_on(url: str) -> Iterator[None]:
    """Django works on the database at `url` meanwhile."""
    before = connections.settings["default"]
    connections["default"].close()
    _point(connections.configure_settings({"default": from_url(url)})["default"])
    try:
        yield
    finally:
        connections["default"].close()
        _point(before)


def _point(settings: dict[str, Any]) -> None:
    connections.settings["default"] = settings
    del connections["default"]
