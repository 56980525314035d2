"""What the import commands share: the options, the run, the report."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from shounuo.commands._django import ready_records
from shounuo.commands._report import json_option, report

DAY = click.DateTime(["%Y-%m-%d"])


def file_command(kind: str, help_text: str) -> click.Command:
    """The command `shounuo import KIND`."""

    @_options(kind)
    def run(file: Path, as_json: bool, **options: Any) -> None:
        ready_records()
        _import(kind, file, as_json, options)

    return click.command(kind, help=help_text)(run)


def _options(kind: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    both = [
        click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path)),
        click.option("--lender", required=True, help="The lender's code."),
        click.option("--mapping", required=True, help="A mapping that ships, or a YAML file."),
        click.option("--as-of", type=DAY, help="The day the figures are of."),
        click.option("--expect-rows", help="How many rows the lender says it sent."),
        click.option("--expect-sum", multiple=True, help="CNY=1234.56: the sum it says it sent."),
        json_option,
    ]
    own = {
        "portfolio": [click.option("--confirm-shrink", is_flag=True, help="The smaller book is right.")],
        "payments": [
            click.option("--source", default="", help="Whose payments; the mapping's if left out."),
            click.option("--covers-through", type=DAY, help="Everything through this day is told."),
        ],
        "contacts": [
            click.option("--source", default="", help="The party whose file an empty one is."),
            click.option("--covers-from", type=DAY, help="The first day the file tells of."),
            click.option("--covers-through", type=DAY, help="The last day the file tells of."),
        ],
    }  # fmt: skip

    def wrap(function: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(both + own.get(kind, [])):
            function = option(function)
        return function

    return wrap


def _import(kind: str, file: Path, as_json: bool, options: dict[str, Any]) -> None:
    from shounuo.feeds.imports.order import Order, expected_sum
    from shounuo.feeds.imports.run import run_import
    from shounuo.kernel.errors import Refused
    from shounuo.settings import clock

    expect = {"rows": options.pop("expect_rows")} if options.get("expect_rows") else {}
    options.pop("expect_rows", None)
    for one in options.pop("expect_sum"):
        expect |= expected_sum(one)
    days = {k: v.date() for k, v in options.items() if hasattr(v, "date")}
    order = Order(kind, file, actor="import", expect=expect, **(options | days))
    try:
        outcome = run_import(order, clock.now)
    except Refused as refused:
        _say_problem(refused.problem)
        report({"error": refused.problem.code, "changed": 0}, as_json=as_json, lines=[])
        sys.exit(1)
    for problem in outcome.problems:
        _say_problem(problem)
    data = {"run": outcome.run.pk, "state": outcome.run.state, **outcome.counts}
    data["totals"] = outcome.run.control_totals
    if outcome.opened_lender:
        click.echo(f"opened lender {order.lender} from the mapping · 已按映射建立机构", err=True)
        data["opened_lender"] = order.lender
    report(data, as_json=as_json)
    sys.exit(1 if outcome.problems else 0)


def _say_problem(problem: Any) -> None:
    for language in ("zh", "en"):
        click.echo(problem.line(language), err=True)
