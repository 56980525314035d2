"""`shounuo lab ledger-days`: hostile days through the database's own actions, for the naive auditor."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from shounuo.commands._django import ready
from shounuo.commands._report import json_option, report

SHOWN = 20


@click.command("ledger-days")
@click.option("--count", default=1000, show_default=True, help="How many days.")
@click.option("--seed", default=1, show_default=True, help="The same seed, the same days.")
@click.option(
    "--postgresql", default="", help="Address of an empty database; else a passing SQLite file."
)
@json_option
@click.pass_context
def command(context: click.Context, count: int, seed: int, postgresql: str, as_json: bool) -> None:
    """Judge COUNT days played through the actions; exit 1 if one contact is unlawful or none was made."""
    ready()
    from django.core.management import call_command

    from shounuo.jobs.hostile_days import judge_days
    from shounuo.settings.elsewhere import working_on

    with TemporaryDirectory() as folder:
        url = postgresql or f"sqlite:///{Path(folder).absolute()}/days.sqlite3"
        with working_on(url):
            call_command("migrate", interactive=False, verbosity=0)
            judged = judge_days(count, seed)
    told = (
        f"{judged.days} 天 / days · 放行 {judged.ours} / allowed · 拦下 {judged.blocked} / blocked"
        f" · 违规 {len(judged.faults)} / unlawful"
    )
    found = {"seed": seed, **asdict(judged), "faults": list(judged.faults[:SHOWN])}
    found["unlawful"] = len(judged.faults)
    report(found, as_json=as_json, lines=[*judged.faults[:SHOWN], told])
    if judged.faults or not judged.ours:
        context.exit(1)
