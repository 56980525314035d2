"""`shounuo bench gate --accounts N --contacts N`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from shounuo.commands._django import ready
from shounuo.commands._report import json_option, report


@click.command()
@click.option("--accounts", default=10_000, show_default=True, type=click.IntRange(100))
@click.option("--contacts", default=100_000, show_default=True, type=click.IntRange(1000))
@click.option("--decisions", default=2000, show_default=True, type=click.IntRange(100))
@click.option("--postgresql", default="", help="Address of an empty database to measure as well.")
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the data is kept; by default the desk's own folder.",
)
@json_option
def command(
    accounts: int,
    contacts: int,
    decisions: int,
    postgresql: str,
    home: Path | None,
    as_json: bool,
) -> None:
    """A decision on live facts beside its floor, the rules alone, and many at once.

    The full size is --accounts 1000000 --contacts 10000000: built once, then kept.
    """
    ready()
    from shounuo.bench.gate import measure

    place = home or Path(os.environ.get("SHOUNUO_HOME", "var"))
    found = measure(
        place, accounts, contacts, decisions, postgresql, lambda line: click.echo(line, err=True)
    )
    report(found, as_json=as_json)
