"""`shounuo strategy drift`: is tonight's portfolio still the one the estimates were learned on?"""

from __future__ import annotations

from pathlib import Path

import click

from shounuo.commands._report import json_option, report
from shounuo.strategy import estimates
from shounuo.strategy.drifting import drift_of
from shounuo.strategy.nights import Nights


@click.command()
@click.option(
    "--model", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True
)
@click.option(
    "--nights", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True
)
@json_option
def command(model: Path, nights: Path, as_json: bool) -> None:
    """PSI of each learned feature, teaching nights against the night in force: watch 0.10, act 0.25."""
    folder = Nights(nights).current_folder()
    _, problem = estimates.load(model)
    if folder is None or problem is not None:
        raise click.ClickException(
            problem.line("zh") + "\n  " + problem.line("en")
            if problem
            else "还没有发布过的夜 / no night has been published yet"
        )
    data = drift_of(folder, model)
    lines = [
        f"{t} · {name}: {row['psi']} {row['says']}"
        for t, rows in data.items()
        for name, row in rows.items()
    ]
    report(data, as_json=as_json, lines=lines)
