"""Every address of the desk. A room of pages (`web/collector/`, …) brings its own `urls.py`; it is found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from importlib.util import find_spec

from django.urls import include, path

from shounuo import web
from shounuo.web.health import health


def _rooms() -> list[str]:
    """The page rooms that have addresses, in order of name."""
    names = [f"shounuo.web.{m.name}.urls" for m in pkgutil.iter_modules(web.__path__) if m.ispkg]
    return [name for name in sorted(names) if find_spec(name)]


urlpatterns = [
    path("health", health, name="health"),
    path("language/", include("django.conf.urls.i18n")),
    *(path("", include(importlib.import_module(name))) for name in _rooms()),
]
