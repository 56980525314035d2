"""What stands in the top bar: each entry with the act it needs. A room of pages adds its own.

A room's `nav.py` exports `ENTRIES`; entries are sorted by their place.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from shounuo import web
from shounuo.access.may import may
from shounuo.access.permissions import Permission
from shounuo.records.models import Staff
from shounuo.web.signed_in import actor_of


@dataclass(frozen=True, slots=True)
class Entry:
    """`key`: the key that opens it after `g`; "" for none. `place`: order in the bar."""

    url_name: str
    label: str | Promise
    permission: Permission
    place: int
    key: str = ""


@cache
def entries() -> tuple[Entry, ...]:
    rooms = [m.name for m in pkgutil.iter_modules(web.__path__) if m.ispkg]
    names = [f"shounuo.web.{room}.nav" for room in rooms]
    found = [e for n in names if find_spec(n) for e in importlib.import_module(n).ENTRIES]
    return tuple(sorted(found, key=lambda entry: entry.place))


def navigation(request: HttpRequest) -> dict[str, object]:
    """Template variables `nav` and `staff` for a signed-in person."""
    if not isinstance(request.user, Staff):
        return {"nav": []}
    actor = actor_of(request.user)
    mine = [(e, reverse(e.url_name)) for e in entries() if may(actor, e.permission)]
    around = [url for _, url in mine if request.path.startswith(url)]
    here = max(around, key=len, default="")  # /inspection/figures lies under /inspection/ too
    shown = [
        {"url": url, "label": entry.label, "key": entry.key, "here": url == here}
        for entry, url in mine
    ]
    return {"nav": shown, "staff": request.user}
