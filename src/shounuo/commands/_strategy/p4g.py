"""`shounuo strategy p4g FILE`: figures on public data."""

from __future__ import annotations

from pathlib import Path

import click

from shounuo.commands._report import json_option, report
from shounuo.strategy.proofs.p4g import prove


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def command(file: Path, as_json: bool) -> None:
    """Stated promise to actual payment on the annotated Persuasion for Good workbook."""
    try:
        found = prove(file)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    report(found, as_json=as_json)
