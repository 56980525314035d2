"""`shounuo lab trial`: policies compared on simulated floors."""

from __future__ import annotations

from pathlib import Path

import click

from shounuo.commands._report import json_option, report
from shounuo.lab.anchors import anchored
from shounuo.lab.policies import BASELINES, Policy, house_strategy
from shounuo.lab.trial import trial
from shounuo.strategy import estimates


@click.command()
@click.option("--seeds", default=10, show_default=True, type=click.IntRange(1))
@click.option("--customers", default=3000, show_default=True, type=click.IntRange(50))
@click.option("--days", default=60, show_default=True, type=click.IntRange(5))
@click.option("--hours-a-day", default=4, show_default=True, type=click.IntRange(1))
@click.option(
    "--model",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Learned estimates for the house strategy; the rule of thumb then runs beside it.",
)
@json_option
def command(
    seeds: int, customers: int, days: int, hours_a_day: int, model: Path | None, as_json: bool
) -> None:
    """Run the house strategy against the rules of thumb, seed by seed."""
    found = trial(
        range(1, seeds + 1),
        customers,
        days,
        hours_a_day * 3600,
        _policies(model),
        say=lambda line: click.echo(line, err=True),
    )
    found["anchors"] = anchored(range(1, seeds + 1), customers, days, hours_a_day * 3600)
    lines = [
        f"{n}: {v['paid_cents'][0] / 100:,.0f} paid, {v['share_of_clairvoyant'][0]:.1%} of the clairvoyant's gain"
        for n, v in found["policies"].items()
    ]
    lines += [
        f"house over {n}: {v['lift']:+.1%} [{v['low']:+.1%}, {v['high']:+.1%}]{' — look for a simulator error first' if v['suspicious'] else ''}"
        for n, v in found["lift_of_house"].items()
    ]
    lines += [
        f"{n}: measured {v['measured']:.1%}, shown under the practice's rules {v['shown'][0]:.1%}"
        for n, v in found["anchors"].items()
    ]
    report(found, as_json=as_json, lines=lines)


def _policies(model: Path | None) -> dict[str, Policy] | None:
    if model is None:
        return None
    found, problem = estimates.load(model)
    if problem is not None:
        raise click.ClickException(f"{problem.line('zh')}\n  {problem.line('en')}")
    thumb = house_strategy()
    return {**BASELINES, "rule_of_thumb": thumb, "house": house_strategy(found)}
