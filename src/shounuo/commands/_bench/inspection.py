"""`shounuo bench inspection --calls N`."""

from __future__ import annotations

import click

from shounuo.bench.inspection import measure
from shounuo.commands._report import json_option, report


@click.command()
@click.option("--calls", default=2000, show_default=True, type=click.IntRange(1))
@json_option
def command(calls: int, as_json: bool) -> None:
    """Inspection on one core against a plain scan and a regex per phrase, in the same run."""
    report(measure(calls), as_json=as_json)
