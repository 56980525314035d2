"""`shounuo strategy explain ACCOUNT`: why this case stands where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from shounuo.commands._report import json_option, report
from shounuo.commands._strategy._files import strategy_of
from shounuo.strategy import estimates
from shounuo.strategy.engine import DuckEngine, read_rows
from shounuo.strategy.explain import explain
from shounuo.strategy.nights import Nights

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("account", type=int)
@click.option(
    "--nights", type=FOLDER, required=True, help="Where nights are kept; the current one is read."
)
@click.option(
    "--strategy",
    "path",
    type=click.Path(exists=True, path_type=Path),
    help="The strategy file in force.",
)
@click.option("--model", type=click.Path(path_type=Path), help="The estimates in force.")
@json_option
def command(
    account: int, nights: Path, path: Path | None, model: Path | None, as_json: bool
) -> None:
    """The segment, the conditions, the estimates with their reasons, and the place in the queue."""
    folder = Nights(nights).current_folder()
    row = _row(folder, account, nights / "scratch") if folder else None
    if row is None or folder is None:
        raise click.ClickException(
            f"{account}: 当前队列里没有这个账户 / no such account in the night in force"
        )
    found = explain(row, estimates.load(model)[0], strategy_of(path))
    place = _place(folder, account)
    data: dict[str, Any] = {
        "account": account,
        "position": place,
        "segment": found.segment.key,
        "bp": dict(found.bp),
        "zh": [x.zh for x in found.lines],
        "en": [x.en for x in found.lines],
    }
    report(
        data,
        as_json=as_json,
        lines=[f"#{place}" if place else "—", *(f"{x.zh}\n  {x.en}" for x in found.lines)],
    )


def _row(folder: Path, account: int, scratch: Path) -> dict[str, int] | None:
    engine = DuckEngine(scratch)
    engine.bind("features", sorted(str(p) for p in (folder / "features").glob("*.parquet")))
    rows = engine.connection.execute("SELECT * FROM features WHERE account_id = ?", [account])
    names = [d[0] for d in rows.description or []]
    found = rows.fetchone()
    return dict(zip(names, found, strict=True)) if found else None


def _place(folder: Path, account: int) -> int | None:
    queue = read_rows(folder / "queue.parquet", ["account_id", "position"]).to_pylist()
    return next((r["position"] for r in queue if r["account_id"] == account), None)
