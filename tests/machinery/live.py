"""`shounuo serve`, or its web process alone, as real processes on a free port of this machine."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from machinery.databases import Database
from shounuo.commands.serve import web_line

START_WITHIN_SECONDS = 240  # however busy the machine; how fast it starts, nobody judges here


@dataclass(frozen=True)
class Live:
    """A served desk: `url` without a slash at its end, its database, its process."""

    url: str
    database: Database
    process: subprocess.Popen[bytes]

    def set_clock(self, moment: datetime, *, running: bool = True) -> None:
        """Sets or moves the desk's time; it goes on from there unless not `running`."""
        said = f"{moment.isoformat()}{' running' if running else ''}\n"
        (self.database.home / "clock").write_text(said)

    def answers(self) -> bool:
        """Whether `/health` says that all is well."""
        host, port = self.url.removeprefix("http://").split(":")
        connection = http.client.HTTPConnection(host, int(port), timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(database: Database, *, workers: int = 1, **extra: str) -> Iterator[Live]:
    """The desk on `database`, answering; stopped with SIGTERM afterwards. `extra` joins its environment."""
    port = free_port()
    asked = ["serve", "--port", str(port), "--workers", str(workers)]
    with _running([sys.executable, "-m", "shounuo", *asked], port, database, extra) as live:
        yield live


@contextmanager
def web_served(database: Database) -> Iterator[Live]:
    """The web process of the desk alone: pages answer, and nothing runs by itself."""
    port = free_port()
    with _running(web_line("127.0.0.1", port, 1), port, database, {}) as live:
        yield live


@contextmanager
def _running(
    line: list[str], port: int, database: Database, extra: dict[str, str]
) -> Iterator[Live]:
    log = database.home / "serve.log"
    with log.open("wb") as output:
        env = {**database.environment, **extra}
        process = subprocess.Popen(
            line, env=env, stdout=output, stderr=output, start_new_session=True
        )
    live = Live(f"http://127.0.0.1:{port}", database, process)
    try:
        _wait(live, lambda: log.read_text("utf-8", "replace")[-3000:])
        yield live
    finally:
        _stop(process)


def _wait(live: Live, story: Callable[[], str]) -> None:
    deadline = time.monotonic() + START_WITHIN_SECONDS
    while not live.answers():
        assert live.process.poll() is None, f"serve ended:\n{story()}"
        assert time.monotonic() < deadline, f"serve did not come up:\n{story()}"
        time.sleep(0.1)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
