"""`shounuo schedule`: starts each job of `shounuo.jobs` when it is due, until told to stop."""

from __future__ import annotations

import signal
from threading import Event

import click

from shounuo.commands._django import ready


@click.command()
@click.option("--once", is_flag=True, help="Run every job once and end.")
def command(once: bool) -> None:
    """Run the jobs that run by themselves."""
    ready()
    from shounuo.jobs.scheduler import Scheduler

    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    scheduler = Scheduler()
    if once:
        for name in scheduler.run_due():
            click.echo(name)
        return
    scheduler.run_until(stop)
