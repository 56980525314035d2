"""The one clock. Only the edge (web, api, jobs, commands) reads it; everything below is told the time.

A demo or a test may set it: `SHOUNUO_CLOCK` or the file `SHOUNUO_HOME/clock` hold an ISO instant with its
offset, alone (time stands still) or followed by `running` (time goes on from there). Never in production.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from shounuo.settings import place

_ANCHOR = "SHOUNUO_CLOCK_ANCHOR"  # when a running SHOUNUO_CLOCK was set; children inherit it
_held: list[datetime] = []


def now() -> datetime:
    """The instant, aware, in UTC."""
    if _held:
        return _held[-1]
    real = datetime.now(UTC)
    setting = _setting(real)
    return _read(*setting, real) if setting else real


def is_set() -> bool:
    """True when the product's time is not the real time; pages then show a banner."""
    return bool(_held) or _setting(datetime.now(UTC)) is not None


def write(instant: datetime, *, running: bool = True) -> None:
    """Sets the clock of this home for every process on it (demo and tests only)."""
    _refuse_in_production()
    path = _file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".clock-{os.getpid()}")
    fresh.write_text(f"{instant.isoformat()}{' running' if running else ''}\n")
    fresh.replace(path)


@contextmanager
def held_at(instant: datetime) -> Iterator[None]:
    """Time stands still at `instant` in this process while the block runs (demo and tests only)."""
    _refuse_in_production()
    _held.append(instant.astimezone(UTC))
    try:
        yield
    finally:
        _held.pop()


def _file() -> Path:
    return place.home() / "clock"


def _setting(real: datetime) -> tuple[str, datetime] | None:
    """What was set and the real instant at which it was set."""
    text = os.environ.get("SHOUNUO_CLOCK", "").strip()
    if text:
        _refuse_in_production()
        anchor = os.environ.setdefault(_ANCHOR, real.isoformat())
        return text, datetime.fromisoformat(anchor)
    if not place.is_demo():
        return None
    try:
        written = datetime.fromtimestamp(_file().stat().st_mtime, UTC)
        return _file().read_text().strip(), written
    except FileNotFoundError:
        return None


def _read(text: str, since: datetime, real: datetime) -> datetime:
    stamp, _, manner = text.partition(" ")
    try:
        start = datetime.fromisoformat(stamp)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"the clock says {text!r}, which is not an ISO instant"
        ) from error
    if start.tzinfo is None or manner.strip() not in ("", "running"):
        raise ImproperlyConfigured(
            f"the clock says {text!r}: give an offset, then nothing or 'running'"
        )
    return start.astimezone(UTC) + (real - since if manner else real - real)


def _refuse_in_production() -> None:
    if not place.is_demo():
        raise ImproperlyConfigured("the clock may be set only with SHOUNUO_MODE=demo or test")
