"""`shounuo strategy check FILE`: is this strategy file fit to go live?"""

from __future__ import annotations

from pathlib import Path

import click

from shounuo.commands._report import json_option, report
from shounuo.commands._strategy._files import strategy_of


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def command(file: Path, as_json: bool) -> None:
    """Every fault with its place, in Chinese and English; non-zero exit if there is one."""
    strategy = strategy_of(file)
    report(
        {
            "name": strategy.name,
            "version": strategy.version,
            "digest": strategy.digest,
            "segments": [s.key for s in strategy.segments],
        },
        as_json=as_json,
    )
