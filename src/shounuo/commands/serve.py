"""`shounuo serve`: the desk, the background worker and the scheduler, watched over by one process."""

from __future__ import annotations

import os
import socket
import sys

import click

from shounuo.commands._household import Household
from shounuo.commands.migrate import command as migrate

# Called by name so that children run the same interpreter and the same code as this process.
_RUN = "from shounuo.cli import main; main()"
THREADS = 64  # of one web process; a live stream holds one while it lasts


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", type=click.IntRange(1), help="Web processes; default one a core.")
def command(host: str, port: int, workers: int | None) -> None:
    """Serve the desk; stop it with Ctrl-C or SIGTERM."""
    _refuse_taken(host, port)
    migrate.callback()
    household = Household(
        {
            "web": web_line(host, port, workers or os.cpu_count() or 1),
            "worker": [sys.executable, "-c", _RUN, "manage", "db_worker", "--queue-name", "*"],
            "scheduler": [sys.executable, "-c", _RUN, "schedule"],
        }
    )
    click.echo(f"Shounuo 守诺 → http://{host}:{port}/")
    sys.exit(household.run())


def web_line(host: str, port: int, workers: int) -> list[str]:
    """Granian's command line for `workers` WSGI processes on `host:port`."""
    listen = ["--host", host, "--port", str(port), "--workers", str(workers)]
    manner = [
        "--interface",
        "wsgi",
        "--respawn-failed-workers",
        "--no-access-log",
        "--log-level",
        "warning",
        "--blocking-threads",
        str(THREADS),
    ]
    return [sys.executable, "-m", "granian", *manner, *listen, "shounuo.web.wsgi:application"]


def _refuse_taken(host: str, port: int) -> None:
    """Says at once what granian's children would say one after another."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"{host}:{port} · {error.strerror} · choose another with --port · 端口不可用，请用 --port 换一个"
            ) from error
