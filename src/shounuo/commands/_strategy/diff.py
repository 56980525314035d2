"""`shounuo strategy diff BEFORE AFTER`."""

from __future__ import annotations

from pathlib import Path

import click

from shounuo.commands._report import json_option, report
from shounuo.commands._strategy._files import strategy_of
from shounuo.strategy.difference import difference

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("before", type=FILE)
@click.argument("after", type=FILE)
@json_option
def command(before: Path, after: Path, as_json: bool) -> None:
    """What changed between two strategy files."""
    changes = difference(strategy_of(before), strategy_of(after))
    data = {"changes": [{"place": c.place, "before": c.before, "after": c.after} for c in changes]}
    report(data, as_json=as_json, lines=[f"{c.line.zh}\n  {c.line.en}" for c in changes])
