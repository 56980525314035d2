"""`shounuo nightly`: the live database, or one extract folder → queues, switched in atomically."""

from __future__ import annotations

from pathlib import Path

import click

from shounuo.commands._nightly import run_desk
from shounuo.commands._report import json_option, report
from shounuo.kernel.errors import Problem, Refused
from shounuo.strategy import estimates
from shounuo.strategy.engine import DuckEngine, Engine, SparkEngine
from shounuo.strategy.lender_standing import read_standing
from shounuo.strategy.manifest import read_manifest
from shounuo.strategy.night import Night, NightRefused
from shounuo.strategy.night_gate import BulkGate
from shounuo.strategy.nights import Nights
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.strategy_reader import house, read


@click.command()
@click.option(
    "--extract",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="An extract folder; without it the live database is read and its queues are switched.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where nights are kept; only with --extract.",
)
@click.option(
    "--as-of", help="The day the queues are for; with --extract it must be the extract's."
)
@click.option("--lender", "lender_code", help="Only this lender of the live database.")
@click.option(
    "--strategy",
    "strategy_path",
    type=click.Path(exists=True, path_type=Path),
    help="A strategy file; by default the house's.",
)
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    help="Learned estimates; by default the rule of thumb.",
)
@click.option(
    "--standing",
    type=click.Path(exists=True, path_type=Path),
    help="What each lender has put on file (YAML); unknown facts are never allowed.",
)
@click.option(
    "--challenger",
    type=click.Path(exists=True, path_type=Path),
    help="A second strategy that takes a drawn share of the accounts.",
)
@click.option(
    "--challenger-bp",
    default=0,
    type=click.IntRange(0, 5000),
    help="The challenger's share, basis points.",
)
@click.option(
    "--engine",
    "engine_name",
    type=click.Choice(["duckdb", "spark"]),
    envvar="SHOUNUO_NIGHT_ENGINE",
    default="duckdb",
    show_default=True,
    help="Where the columns run; spark needs the spark extra.",
)
@click.option("--memory", default="4GB", show_default=True, help="DuckDB's memory limit.")
@json_option
def command(
    folder: Path | None,
    out: Path | None,
    as_of: str | None,
    lender_code: str | None,
    strategy_path: Path | None,
    model: Path | None,
    standing: Path | None,
    challenger: Path | None,
    challenger_bp: int,
    engine_name: str,
    memory: str,
    as_json: bool,
) -> None:
    """Rank tonight's cases and publish tomorrow's queues."""
    if folder is None:
        run_desk(as_of, lender_code, as_json=as_json)
        return
    if out is None:
        raise click.UsageError("--extract needs --out / --extract 需要 --out")
    found, fallback = estimates.load(model)
    engine = _engine(engine_name, out / "scratch", memory)
    try:
        _same_day(folder, as_of)
        gate = BulkGate(read_standing(standing, read_manifest(folder).as_of_day))
        night = Night(folder, Nights(out), engine, gate, _strategy(strategy_path), found)
        if challenger:
            night.challenger, night.challenger_bp = _strategy(challenger), challenger_bp
        night.notices += [fallback] if fallback else []
        night.progress = lambda stage, done, of: click.echo(f"{stage} {done + 1}/{of}", err=True)
        summary = night.run()
    except NightRefused as stopped:
        raise click.ClickException(_lines(stopped.problems)) from stopped
    except Refused as stopped:
        raise click.ClickException(_lines([stopped.problem])) from stopped
    report(summary, as_json=as_json)


def _engine(name: str, scratch: Path, memory: str) -> Engine:
    if name == "duckdb":
        return DuckEngine(scratch, memory)
    from pyspark.sql import SparkSession

    return SparkEngine(SparkSession.builder.appName("shounuo-nightly").getOrCreate())


def _same_day(folder: Path, as_of: str | None) -> None:
    found = read_manifest(folder).as_of
    if as_of and as_of != found:
        raise click.UsageError(
            f"the extract is for {found}, not {as_of} / 抽取属于 {found}，不是 {as_of}"
        )


def _strategy(path: Path | None) -> Strategy:
    if path is None:
        return house()
    strategy, problems = read(path)
    if strategy is None:
        raise click.ClickException(_lines(problems))
    return strategy


def _lines(problems: list[Problem]) -> str:
    return "\n".join(f"{p.line('zh')}\n  {p.line('en')}" for p in problems)
