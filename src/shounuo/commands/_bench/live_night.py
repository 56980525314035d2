"""`shounuo bench live-night --accounts N`."""

from __future__ import annotations

import click

from shounuo.commands._report import json_option, report


@click.command()
@click.option("--accounts", default=100_000, show_default=True, type=click.IntRange(1000))
@click.option("--database", default="", help="URL of an empty database; embedded if left out.")
@json_option
def command(accounts: int, database: str, as_json: bool) -> None:
    """From the desk's own tables to its queues: extract, night, live gate, every case's rank switched."""
    from shounuo.bench.live_night import measure

    found = measure(accounts, database, lambda line: click.echo(line, err=True))
    report(found, as_json=as_json)
