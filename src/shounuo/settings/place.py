"""Where the product keeps its state, and in which mode it runs."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

MODES = ("demo", "test", "production")


def home() -> Path:
    """The one folder of all embedded state (`SHOUNUO_HOME`, default `var/`), absolute."""
    return Path(os.environ.get("SHOUNUO_HOME") or "var").resolve()


def folder(name: str) -> Path:
    """A folder under the home, made private to this user when it does not exist yet."""
    path = home() / name
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def mode() -> str:
    """`SHOUNUO_MODE`; else what the demo wrote into its own home; else production."""
    marker = home() / "mode"
    found = os.environ.get("SHOUNUO_MODE") or (
        marker.read_text().strip() if marker.exists() else ""
    )
    found = found or "production"
    if found not in MODES:
        raise ImproperlyConfigured(f"SHOUNUO_MODE={found!r}: choose one of {', '.join(MODES)}")
    return found


def is_demo() -> bool:
    """True where the clock may be set and plain http is expected: demo and tests."""
    return mode() != "production"


def remember_mode(chosen: str) -> None:
    """Marks this home, so that later commands on it need no variable."""
    home().mkdir(mode=0o700, parents=True, exist_ok=True)
    (home() / "mode").write_text(chosen + "\n")
