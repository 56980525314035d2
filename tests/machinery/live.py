"""`shounuo serve` as a real process on a free port of this machine."""

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

from machinery.databases import Database

START_WITHIN_SECONDS = 90


@dataclass(frozen=True)
class Live:
    """A served desk: `url` without a slash at its end, its database, its process."""

    url: str
    database: Database
    process: subprocess.Popen[bytes]

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
    line = [
        sys.executable,
        "-m",
        "shounuo",
        "serve",
        "--port",
        str(port),
        "--workers",
        str(workers),
    ]
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
