"""`shounuo bench large-file --gigabytes 2`."""

from __future__ import annotations

import click

from shounuo.commands._report import json_option, report


@click.command("large-file")
@click.option("--gigabytes", default=2.0, show_default=True, type=click.FloatRange(0.001))
@click.option("--claims", default=300, show_default=True, type=click.IntRange(10))
@click.option("--database", default="", help="URL of an empty database; embedded if left out.")
@json_option
def command(gigabytes: float, claims: int, database: str, as_json: bool) -> None:
    """A file of gigabytes comes in while cases are claimed: memory held, milliseconds waited."""
    from shounuo.bench.large_file import measure

    report(measure(gigabytes, claims, database), as_json=as_json)
