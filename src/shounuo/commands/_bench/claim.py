"""`shounuo bench claim --cases N --claims M`."""

from __future__ import annotations

import click

from shounuo.commands._report import json_option, report


@click.command()
@click.option("--cases", default=5_000, show_default=True, type=click.IntRange(100))
@click.option("--claims", default=500, show_default=True, type=click.IntRange(10))
@click.option("--database", default="", help="URL of an empty database; embedded if left out.")
@json_option
def command(cases: int, claims: int, database: str, as_json: bool) -> None:
    """*Next case* with its gate, against a bare SELECT and UPDATE, in the same run."""
    from shounuo.bench.claiming import measure

    report(measure(cases, min(claims, cases), database), as_json=as_json)
