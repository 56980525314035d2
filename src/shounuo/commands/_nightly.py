"""`shounuo nightly` on the live database: each lender's night, from extract to switched queues."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from shounuo.commands._django import ready
from shounuo.commands._report import report
from shounuo.kernel.errors import Refused


def run_desk(as_of: str | None, lender_code: str | None, *, as_json: bool) -> None:
    """One night a lender. One that fails says why, lets the others run, and ends with an error."""
    ready()
    from shounuo.jobs.nightly import run_night
    from shounuo.records.models import Lender

    lenders = Lender.objects.filter(team__isnull=False).distinct().order_by("pk")
    if lender_code:
        lenders = lenders.filter(code=lender_code)
    told: dict[str, Any] = {}
    failed: list[str] = []
    for lender in lenders:
        try:
            run = run_night(lender, _day(as_of, lender.zone), "nightly", _say(lender.code))
        except Refused as stopped:
            failed += _lines(stopped)
            continue
        told[lender.code] = {"as_of": str(run.as_of), "run": run.pk, **run.summary}
    if not told and not failed:
        raise click.ClickException("没有可运行的委托机构 / no lender with a team to run for")
    report({"lenders": told}, as_json=as_json, lines=[_line(c, s) for c, s in told.items()])
    if failed:
        raise click.ClickException("\n".join(failed))


def _day(as_of: str | None, zone: str) -> date:
    from zoneinfo import ZoneInfo

    from shounuo.settings import clock

    return date.fromisoformat(as_of) if as_of else clock.now().astimezone(ZoneInfo(zone)).date()


def _say(code: str) -> Any:
    return lambda stage, done, of: click.echo(f"{code} {stage} {done + 1}/{of}", err=True)


def _line(code: str, told: dict[str, Any]) -> str:
    seconds = sum(told["stages"].values())
    return (
        f"{code} {told['as_of']}: 入队 queued {told['queued']} · 拦下 blocked {told['refused']}"
        f" · 问门 asked {told['asked']} · {seconds:.1f}s"
    )


def _lines(stopped: Refused) -> list[str]:
    problems = getattr(stopped, "problems", [stopped.problem])
    return [f"{p.line('zh')}\n  {p.line('en')}" for p in problems]
