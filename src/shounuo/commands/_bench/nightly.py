"""`shounuo bench nightly --accounts N`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from shounuo.bench.nightly import measure
from shounuo.commands._report import json_option, report


@click.command()
@click.option("--accounts", default=1_000_000, show_default=True, type=click.IntRange(1000))
@click.option("--runs", default=5, show_default=True, type=click.IntRange(1))
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the portfolio is kept; by default the desk's own folder.",
)
@json_option
def command(accounts: int, runs: int, home: Path | None, as_json: bool) -> None:
    """Night, floor (read and write alone) and hand-written SQL, in the same run."""
    place = home or Path(os.environ.get("SHOUNUO_HOME", "var"))
    found = measure(place, accounts, runs, lambda line: click.echo(line, err=True))
    report(found, as_json=as_json)
