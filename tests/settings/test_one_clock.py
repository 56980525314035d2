"""Nothing but the clock reads the time of day."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from shared_files import ROOT

SOURCE = ROOT / "src" / "shounuo"
READINGS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
    ("timezone", "now"),
    ("timezone", "localdate"),
    ("timezone", "localtime"),
}
BARE = {"now", "utcnow", "localdate"}
ALLOWED = {"settings/clock.py"}
# Only the edge may ask the clock; the rooms below it are told the time.
EDGE = {"web", "api", "jobs", "commands", "settings", "bench"}


def readings(path: Path) -> Iterator[int]:
    """Lines of `path` that read the time of day."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            owner = getattr(node.value, "attr", getattr(node.value, "id", ""))
            if (owner, node.attr) in READINGS:
                yield node.lineno
        if isinstance(node, ast.ImportFrom) and node.module in ("time", "django.utils.timezone"):
            yield from (node.lineno for name in node.names if name.name in BARE | {"time"})


def test_only_the_clock_reads_the_time_of_day() -> None:
    """No file but the clock names a function that tells the time of day."""
    found = [
        f"{path.relative_to(SOURCE)}:{line}"
        for path in sorted(SOURCE.rglob("*.py"))
        if str(path.relative_to(SOURCE)) not in ALLOWED
        for line in readings(path)
    ]
    assert found == []


def test_the_search_finds_every_kind_of_reading(tmp_path: Path) -> None:
    """The search itself is able to fail."""
    file = tmp_path / "x.py"
    file.write_text(
        "import datetime, time\nfrom django.utils import timezone\nfrom time import time as t\n"
        "datetime.datetime.now()\ntime.time()\ntimezone.now()\ndatetime.date.today()\ndefault = timezone.now\n"
    )
    assert sorted(readings(file)) == [3, 4, 5, 6, 7, 8]


def test_only_the_edge_asks_the_clock() -> None:
    """Rooms below the edge never import the clock."""
    found = [
        str(path.relative_to(SOURCE))
        for path in sorted(SOURCE.rglob("*.py"))
        if path.relative_to(SOURCE).parts[0] not in EDGE and _imports_clock(path)
    ]
    assert found == []


def _imports_clock(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "shounuo.settings":
            return any(name.name == "clock" for name in node.names)
        if isinstance(node, ast.ImportFrom) and node.module == "shounuo.settings.clock":
            return True
    return False
