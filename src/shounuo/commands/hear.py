"""`shounuo hear TEXT`: the minor units, dates and lender names heard in a sentence."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from shounuo.commands._report import json_option, report
from shounuo.domain.heard import Heard, hear
from shounuo.settings import clock


@click.command()
@click.argument("text")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S%z"]),
    help="The day it was said (default: today).",
)
@click.option(
    "--lender",
    "lenders",
    multiple=True,
    help="A registered lender name to listen for; may be repeated.",
)
@click.option("--currency", help="Assumed where none is said.")
@json_option
def command(
    text: str, as_of: datetime | None, lenders: tuple[str, ...], currency: str | None, as_json: bool
) -> None:
    """Print what is heard in TEXT."""
    day = (as_of or clock.now().astimezone(ZoneInfo("Asia/Shanghai"))).date()
    heard = hear(text, day, lender_names=lenders, currency=currency)
    report(
        {"text": text, "as_of": day.isoformat(), **_data(heard)},
        as_json=as_json,
        lines=_lines(heard),
    )


def _data(heard: Heard) -> dict[str, Any]:
    data: dict[str, Any] = {name: list(items) for name, items in asdict(heard).items()}
    for day, item in zip(data["dates"], heard.dates, strict=True):
        day.update(resolved=item.resolved)
    return data


def _lines(heard: Heard) -> list[str]:
    lines = [
        f"amount  {a.span.text}  {a.minor} {a.currency}"
        + (f"–{a.high_minor}" if a.high_minor != a.minor else "")
        + (" approximate" if a.approximate else "")
        for a in heard.amounts
    ]
    lines += [
        f"date    {d.span.text}  {d.qualifier} {d.day or 'unresolved'}"
        + (f"–{d.until}" if d.until else "")
        for d in heard.dates
    ]
    lines += [f"lender  {item.span.text}  {item.name} ({item.how})" for item in heard.lenders]
    lines += [f"other   {n.span.text}  {n.kind} {n.value}" for n in heard.numbers]
    return lines or ["nothing heard"]
