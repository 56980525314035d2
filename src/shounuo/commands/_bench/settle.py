"""`shounuo bench settle --promises N`."""

from __future__ import annotations

import click

from shounuo.commands._report import json_option, report


@click.command()
@click.option("--promises", default=500, show_default=True, type=click.IntRange(10))
@click.option("--database", default="", help="URL of an empty database; embedded if left out.")
@json_option
def command(promises: int, database: str, as_json: bool) -> None:
    """A payment file that settles N promises, against the bare INSERT of what it leaves."""
    from shounuo.bench.settling import measure

    report(measure(promises, database), as_json=as_json)
