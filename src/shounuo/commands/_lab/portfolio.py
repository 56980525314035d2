"""`shounuo lab portfolio`: a lender's file over people who do not exist."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from shounuo.commands._report import json_option, report
from shounuo.lab.portfolio import write


@click.command()
@click.option("--accounts", default=1000, show_default=True, type=click.IntRange(1))
@click.option("--as-of", required=True, help="The file's day, YYYY-MM-DD.")
@click.option("--seed", default=1, show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@json_option
def command(accounts: int, as_of: str, seed: int, out: Path, as_json: bool) -> None:
    """Write a portfolio of any size as CSV; names, ids and numbers belong to nobody."""
    written = write(out, accounts, date.fromisoformat(as_of), seed)
    report({"file": str(out), "accounts": written, "seed": seed}, as_json=as_json)
