"""`shounuo import replay`: try every waiting row of a lender again."""

from __future__ import annotations

import click

from shounuo.commands._django import ready_records
from shounuo.commands._report import json_option, report
from shounuo.feeds.mapping.fields import KINDS


@click.command()
@click.option("--lender", required=True, help="The lender's code.")
@click.option("--kind", type=click.Choice(KINDS), help="Only rows of this kind of file.")
@json_option
def command(lender: str, kind: str | None, as_json: bool) -> None:
    """Try the waiting rows again; those that contradict something wait for a person."""
    ready_records()
    from shounuo.feeds.imports.replay import replay_all
    from shounuo.settings import clock

    done = replay_all(lender, "import", clock.now, kind or "")
    report({"taken": done.taken, "still_waiting": done.still_waiting}, as_json=as_json)
