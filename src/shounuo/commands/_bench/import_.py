"""`shounuo bench import --rows N`."""

from __future__ import annotations

import click

from shounuo.commands._report import json_option, report


@click.command()
@click.option("--rows", default=10_000, show_default=True, type=click.IntRange(400))
@click.option("--database", default="", help="URL of an empty database; embedded if left out.")
@json_option
def command(rows: int, database: str, as_json: bool) -> None:
    """A portfolio of N accounts in, against the bare INSERT of what it leaves, in the same run."""
    from shounuo.bench.importing import measure

    report(measure(rows, database), as_json=as_json)
