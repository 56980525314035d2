"""`shounuo strategy drift`: is tonight's portfolio still the one the estimates were learned on?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import numpy as np

from shounuo.commands._report import json_option, report
from shounuo.strategy import estimates
from shounuo.strategy.engine import read_rows
from shounuo.strategy.nights import Nights
from shounuo.strategy.training import histograms, stability


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
    found, problem = estimates.load(model)
    if folder is None or problem is not None:
        raise click.ClickException(
            problem.line("zh") + "\n  " + problem.line("en")
            if problem
            else "还没有发布过的夜 / no night has been published yet"
        )
    seen = json.loads(model.read_text(encoding="utf-8")).get("seen", {})
    data = {target: _of(folder, found, target, counts) for target, counts in seen.items() if counts}
    lines = [
        f"{t} · {name}: {row['psi']} {row['says']}"
        for t, rows in data.items()
        for name, row in rows.items()
    ]
    report(data, as_json=as_json, lines=lines)


def _of(
    folder: Path, found: estimates.Estimates, target: str, seen: dict[str, Any]
) -> dict[str, Any]:
    card = found.cards[target]
    rows = read_rows(folder / "features", sorted(card.bins))
    columns = {name: rows[name].to_numpy().astype(np.int64) for name in card.bins}
    return stability(seen, histograms(card, columns))
