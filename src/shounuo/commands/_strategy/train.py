"""`shounuo strategy train`: learn the estimates from the house's own nights."""

from __future__ import annotations

from pathlib import Path

import click

from shounuo.commands._report import json_option, report
from shounuo.strategy.training import train


@click.command()
@click.option(
    "--nights",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Published nights.",
)
@click.option(
    "--extract",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="A later extract, for what followed.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The model file to write; its card stands beside it.",
)
@json_option
def command(nights: Path, extract: Path, out: Path, as_json: bool) -> None:
    """Learn P(contact), P(promise), P(kept) and self-cure; judge them on the latest nights."""
    found = train(nights, extract, out)
    lines = [f"{target}: {figures['origin']}" for target, figures in found["targets"].items()]
    report(found, as_json=as_json, lines=lines)
