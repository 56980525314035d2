"""`shounuo lab days`: put random contact days to the gate and let the naive auditor judge them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import click

from shounuo.commands._report import json_option, report
from shounuo.lab.auditor import Auditor
from shounuo.lab.contact_days import DAY, contact_days
from shounuo.rules.gate import decide

SHOWN = 20


def judged(seed: int, count: int, on: date) -> dict[str, Any]:
    """How many days, how many contacts allowed, and every contact the auditor calls unlawful."""
    auditor, tally, faults = Auditor(on), Counter[str](), []
    for day in contact_days(seed, count, lambda facts: decide(facts).allowed):
        tally["days"] += 1
        tally["contacts"] += sum(contact.ours for contact in day.contacts)
        found = auditor.unlawful(day)
        tally["unlawful"] += len(found)
        faults += found[: SHOWN - len(faults)]
    totals = {key: tally[key] for key in ("days", "contacts", "unlawful")}
    return {"seed": seed, **totals, "faults": faults}


@click.command("days")
@click.option("--count", default=100_000, show_default=True, help="How many days.")
@click.option("--seed", default=1, show_default=True, help="The same seed, the same days.")
@json_option
@click.pass_context
def command(context: click.Context, count: int, seed: int, as_json: bool) -> None:
    """Judge COUNT random contact days; exit 1 if one contact is unlawful or none was made."""
    result = judged(seed, count, DAY)
    told = (
        f"{result['days']} 天 / days · 放行 {result['contacts']} / allowed"
        f" · 违规 {result['unlawful']} / unlawful"
    )
    report(result, as_json=as_json, lines=[*result["faults"], told])
    if result["unlawful"] or not result["contacts"]:
        context.exit(1)
