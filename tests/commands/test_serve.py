"""`shounuo serve` as a real process."""

from __future__ import annotations

import json
import os
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from machinery.databases import Database
from machinery.live import Live, served

ROLES = {"granian": "web", "db_worker": "worker", "schedule": "scheduler"}


def children(parent: int) -> dict[str, int]:
    """Role -> process id of what `parent` started, read from the kernel."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and _parent(entry) == parent:
            words = (entry / "cmdline").read_bytes().decode().split("\0")
            found.update({role: int(entry.name) for word, role in ROLES.items() if word in words})
    return found


def offspring(parent: int) -> list[int]:
    """Process ids of what `parent` started."""
    entries = [entry for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return [int(entry.name) for entry in entries if _parent(entry) == parent]


def _parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return -1


def until(condition: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Looks again and again until the condition holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"never happened: {what}"
        time.sleep(0.05)


def gone(pid: int) -> bool:
    """Ended; a dead orphan that a container's first process never collected counts as ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"


def test_three_processes_answer_and_all_end_on_sigterm(both_databases: Database) -> None:
    """Web, worker and scheduler run on either database; one SIGTERM ends every one, with code 0."""
    with served(both_databases) as live:
        until(lambda: len(children(live.process.pid)) == 3, "three children")
        started = children(live.process.pid)
        assert set(started) == {"web", "worker", "scheduler"}
        live.process.terminate()
        assert live.process.wait(30) == 0
        until(lambda: all(gone(pid) for pid in started.values()), "children ended")


def test_killed_child_is_started_again(desk: Live) -> None:
    """A web process killed outright is back, the desk answers, and none of its own workers is left over."""
    until(lambda: "web" in children(desk.process.pid), "web started")
    first = children(desk.process.pid)["web"]
    until(lambda: bool(offspring(first)), "web workers started")
    workers = offspring(first)
    os.kill(first, signal.SIGKILL)
    until(lambda: children(desk.process.pid).get("web", first) != first, "web started again")
    until(desk.answers, "the desk answers again")
    until(lambda: all(gone(pid) for pid in workers), "its workers ended")


def test_desk_killed_outright_leaves_nobody_behind(desk: Live) -> None:
    """After kill -9 of the whole desk its children end, and the port is free again."""
    until(lambda: len(children(desk.process.pid)) == 3, "three children")
    family = [
        pid for child in children(desk.process.pid).values() for pid in [child, *offspring(child)]
    ]
    desk.process.kill()
    desk.process.wait()
    until(lambda: all(gone(pid) for pid in family), "children ended")
    assert not desk.answers()


def test_answers_carry_the_strict_policy(empty_desk: Live) -> None:
    """Every answer forbids inline script, foreign content and framing."""
    with urllib.request.urlopen(f"{empty_desk.url}/health") as response:
        headers = response.headers
        assert json.loads(response.read()) == {"ok": True}
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe-eval" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_foreign_host_name_is_refused(empty_desk: Live) -> None:
    """A request that names another host is not answered."""
    request = urllib.request.Request(f"{empty_desk.url}/health", headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    caught.value.close()
    assert caught.value.code == 400


def test_taken_port_is_said_before_anything_starts(
    empty_desk: Live, sqlite_database: Database
) -> None:
    """A second desk on the port of one that answers ends at once and names the port."""
    port = empty_desk.url.rsplit(":", 1)[1]
    second = sqlite_database.shounuo("serve", "--port", port)
    assert second.returncode != 0
    assert port in second.stderr


def test_migrate_repeats_without_change(both_databases: Database) -> None:
    """A migrated database stays as it is and the command succeeds."""
    done = both_databases.shounuo("migrate")
    assert done.returncode == 0, done.stderr
    assert "ready" in done.stdout
