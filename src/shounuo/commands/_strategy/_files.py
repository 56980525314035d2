"""Reading a strategy file for a command: every fault in both languages, or the strategy."""

from __future__ import annotations

from pathlib import Path

import click

from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.strategy_reader import house, read


def strategy_of(path: Path | None) -> Strategy:
    """The file's strategy, or the house's without a file. Raises ClickException with all faults."""
    if path is None:
        return house()
    strategy, problems = read(path)
    if strategy is None:
        lines = [f"{p.line('zh')}\n  {p.line('en')}" for p in problems]
        raise click.ClickException("\n".join(lines))
    return strategy
