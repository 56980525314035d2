"""`shounuo import mend`: change cells of a waiting row and try it again."""

from __future__ import annotations

import sys

import click

from shounuo.commands._django import ready_records
from shounuo.commands._report import json_option, report


@click.command()
@click.argument("row", type=int)
@click.option("--set", "cells", multiple=True, help="COLUMN=VALUE, as often as needed.")
@click.option("--overrule", is_flag=True, help="Of two figures of one day, this one is right.")
@click.option("--drop", "reason", help="Take the row out of the pool, for this reason.")
@json_option
def command(row: int, cells: tuple[str, ...], overrule: bool, reason: str, as_json: bool) -> None:
    """Mend ROW and replay it, or drop it."""
    if unclear := [cell for cell in cells if "=" not in cell]:
        raise click.BadParameter(f"{unclear[0]}: COLUMN=VALUE", param_hint="--set")
    ready_records()
    from shounuo.feeds.imports.replay import drop, replay_row
    from shounuo.records.models import WaitingRow
    from shounuo.settings import clock

    found = WaitingRow.objects.select_related("import_run__lender").filter(pk=row).first()
    if found is None:
        raise click.ClickException(f"{row} · there is no such waiting row · 没有这一行")
    if reason:
        after = drop(found, reason, "import", clock.now)
    else:
        changes = dict(cell.split("=", 1) for cell in cells)
        after = replay_row(found, changes, "import", clock.now, overrule=overrule)
    data = {"row": row, "state": after.state, "code": after.code}
    if after.state == "waiting":
        data |= {"zh": after.what_zh, "en": after.what_en}
    report(data, as_json=as_json)
    sys.exit(0 if after.state != "waiting" else 1)
