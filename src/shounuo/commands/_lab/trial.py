"""`shounuo lab trial`: policies compared on simulated floors that none of them has seen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from shounuo.commands._report import json_option, report
from shounuo.lab.anchors import anchored
from shounuo.lab.house import house_strategy
from shounuo.lab.policies import BASELINES, Policy
from shounuo.lab.response import assuming
from shounuo.lab.taught import (
    FIRST_TEACHING_SEED,
    Size,
    Taught,
    must_be_unseen,
    teach,
    teaching_seeds,
    told_against_true,
)
from shounuo.lab.trial import trial
from shounuo.strategy import estimates

JUDGING_FLOORS = 4  # of those tried on: their past tells whether the chances come true


def _values(
    context: click.Context, option: click.Parameter, pairs: tuple[str, ...]
) -> dict[str, float]:
    try:
        found = {name: float(value) for name, _, value in (p.partition("=") for p in pairs)}
        with assuming(found):
            return found
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command()
@click.option(
    "--seeds",
    default=20,
    show_default=True,
    type=click.IntRange(1, FIRST_TEACHING_SEED - 1),
    help="Floors to try on, seeds 1 to this.",
)
@click.option("--customers", default=3000, show_default=True, type=click.IntRange(50))
@click.option("--days", default=60, show_default=True, type=click.IntRange(5))
@click.option("--hours-a-day", default=4, show_default=True, type=click.IntRange(1))
@click.option(
    "--teach",
    "floors",
    default=8,
    show_default=True,
    type=click.IntRange(0),
    help="Other floors, whose past teaches the estimates first; 0: the rule of thumb alone.",
)
@click.option(
    "--model",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Estimates learned elsewhere, instead of teaching.",
)
@click.option(
    "--assume",
    "assumed",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_values,
    help="Another value for an assumption of lab/figures.yaml, to see what hangs on it.",
)
@json_option
def command(
    seeds: int,
    customers: int,
    days: int,
    hours_a_day: int,
    floors: int,
    model: Path | None,
    assumed: dict[str, float],
    as_json: bool,
) -> None:
    """Learn on some floors, run the house strategy on others, against the rules of thumb, seed by seed."""
    size = Size(customers, days, hours_a_day * 3600)
    with assuming(assumed):
        found = _tried(range(1, seeds + 1), size, floors, model)
    found["assumed"] = assumed
    report(found, as_json=as_json, lines=_lines(found))


def _tried(tried: range, size: Size, floors: int, model: Path | None) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        taught = None if model or not floors else _taught(floors, tried, size, Path(folder))
        judged = taught and told_against_true(
            taught.estimates, tried[:JUDGING_FLOORS], size, Path(folder) / "unseen", _say
        )
    learned = _model(model) if model else taught.estimates if taught else None
    found = trial(tried, *size, _policies(learned), say=_say)
    found["anchors"] = anchored(tried, *size)
    if taught and judged:
        found["learning"] = _learning(taught, judged)
    return found


def _say(line: str) -> None:
    click.echo(line, err=True)


def _taught(floors: int, tried: Sequence[int], size: Size, folder: Path) -> Taught:
    seeds = teaching_seeds(floors)
    must_be_unseen(seeds, tried)
    return teach(seeds, size, folder / "taught", _say)


def _model(path: Path) -> estimates.Estimates:
    found, problem = estimates.load(path)
    if problem is not None:
        raise click.ClickException(f"{problem.line('zh')}\n  {problem.line('en')}")
    return found


def _policies(learned: estimates.Estimates | None) -> dict[str, Policy]:
    ours = {"rule_of_thumb": house_strategy()}
    if learned is not None:
        ours["house"] = house_strategy(learned)
    return {**BASELINES, **ours}


def _learning(taught: Taught, judged: dict[str, Any]) -> dict[str, Any]:
    told = {**taught.report["targets"], **taught.report["sizes"]}
    origins = {part: own["origin"] for part, own in told.items()}
    return {
        "floors": len(taught.seeds),
        "seeds": taught.seeds,
        "origins": origins,
        "unseen": judged,
    }


def _lines(found: dict[str, Any]) -> list[str]:
    lines = [
        f"{n}: {v['paid_cents'][0] / 100:,.0f} paid, {v['share_of_clairvoyant'][0]:.1%} of the clairvoyant's gain"
        for n, v in {**found["policies"], **found["references"]}.items()
    ]
    for own, title in (("house", "learned"), ("rule_of_thumb", "rule of thumb")):
        lines += [
            f"{title} over {n}: {v['lift']:+.1%} [{v['low']:+.1%}, {v['high']:+.1%}]{' — look for a simulator error first' if v['suspicious'] else ''}"
            for n, v in found.get(f"lift_of_{own}", {}).items()
        ]
    lines += [
        f"{n} ({found['learning']['origins'][n]}): told and true differ by {q['calibration_error']:.2%} on unseen floors, AUC {q['auc']:.2f}"
        for n, q in found.get("learning", {}).get("unseen", {}).items()
    ]
    return lines + [
        f"{n}: measured {v['measured']:.1%}, shown under the practice's rules {v['shown'][0]:.1%}"
        for n, v in found["anchors"].items()
    ]
