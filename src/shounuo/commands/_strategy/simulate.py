"""`shounuo strategy simulate FILE`: rehearse a strategy on a published night before it goes live."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from shounuo.commands._report import json_option, report
from shounuo.commands._strategy._files import strategy_of
from shounuo.strategy import estimates
from shounuo.strategy.engine import read_rows
from shounuo.strategy.nights import Nights
from shounuo.strategy.rehearsal import rehearse

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
@click.option("--live", type=FILE, help="The strategy in force; by default the house's.")
@click.option(
    "--nights", type=FOLDER, required=True, help="Where nights are kept; the current one is used."
)
@click.option("--extract", type=FOLDER, required=True, help="For each team's capacity.")
@click.option("--model", type=click.Path(path_type=Path), help="Learned estimates.")
@json_option
def command(
    file: Path, live: Path | None, nights: Path, extract: Path, model: Path | None, as_json: bool
) -> None:
    """What the proposed strategy would change, on the night in force."""
    folder = Nights(nights).current_folder()
    if folder is None:
        raise click.ClickException("还没有发布过的夜 / no night has been published yet")
    teams = {
        r["team_id"]: r["capacity_seconds"]
        for r in read_rows(extract / "teams.parquet").to_pylist()
    }
    found, _ = estimates.load(model)
    with tempfile.TemporaryDirectory() as scratch:
        data = rehearse(folder, teams, found, strategy_of(live), strategy_of(file), Path(scratch))
    report(data, as_json=as_json)
