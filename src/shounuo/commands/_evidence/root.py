"""`shounuo evidence root`: seals the day and exports its root, to be kept outside the house."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from shounuo.commands._django import ready_records
from shounuo.commands._report import json_option, report


@click.command()
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), help="The day to seal; today if left out."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write it to a file.")
@json_option
def command(day: object, out: Path | None, as_json: bool) -> None:
    """Seal a day and print its root. Give the file to somebody outside: it holds us to our record."""
    ready_records()
    from shounuo.records.actions.seal_day import seal_day
    from shounuo.records.queries.roots import exported
    from shounuo.settings import clock

    now = clock.now()
    chosen: date = day.date() if day else now.date()  # type: ignore[attr-defined]
    data = exported(seal_day(day=chosen, recorded_at=now))
    if out:
        out.write_text(json.dumps(data) + "\n", encoding="utf-8")
    report(data, as_json=as_json)
