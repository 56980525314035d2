"""The lender's consent to draw accounts by chance, and a strategy kept within it.

Nobody is drawn before the day it holds from, nor beyond the share it names; what the strategy file asks
above that is cut, and the night says so. Decides nothing about a single customer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.strategy.strategy_file import Experiment, Strategy
from shounuo.strategy.strategy_reader import CAPS_BP


@dataclass(frozen=True, slots=True)
class Consent:
    """In force from `since`; the most it allows in basis points; `evidence` is the lender's letter."""

    since: dt.date
    evidence: str
    explore_bp: int = CAPS_BP["explore_bp"]
    holdout_bp: int = CAPS_BP["holdout_bp"]


def consent_of(night: Mapping[str, Any]) -> Consent | None:
    """From a lender's settings of the night; None where none is on file or it names no evidence."""
    told = night.get("randomise")
    if not told or not told.get("evidence"):
        return None
    shares = {name: min(int(told.get(name, cap)), cap) for name, cap in CAPS_BP.items()}
    return Consent(dt.date.fromisoformat(told["since"]), told["evidence"], **shares)


def in_force(night: Mapping[str, Any], day: dt.date) -> Consent | None:
    """The consent that holds on `day`."""
    found = consent_of(night)
    return found if found is not None and found.since <= day else None


def within(strategy: Strategy, consent: Consent | None) -> tuple[Strategy, Problem | None]:
    """The strategy with its shares cut to the consent, and what to say if anything was cut."""
    asked = strategy.experiment
    most = (consent.explore_bp, consent.holdout_bp) if consent else (0, 0)
    explore, holdout = min(asked.explore_bp, most[0]), min(asked.holdout_bp, most[1])
    if (explore, holdout) == (asked.explore_bp, asked.holdout_bp):
        return strategy, None
    kept = Experiment(explore, holdout, asked.salt)
    shares = {"explore_bp": explore, "holdout_bp": holdout, "salt": asked.salt}
    source = {**strategy.source, "experiment": shares}
    return replace(strategy, experiment=kept, source=source), _cut(strategy, kept)


def _cut(strategy: Strategy, kept: Experiment) -> Problem:
    asked = strategy.experiment
    what = Text(
        "策略要求探索 {a}、留白 {b}，委托机构同意的上限使今晚只用探索 {c}、留白 {d}。",
        "The strategy asks for {a} exploration and {b} holdout; the lender's consent leaves {c} and {d} tonight.",
    ).format(
        a=_share(asked.explore_bp),
        b=_share(asked.holdout_bp),
        c=_share(kept.explore_bp),
        d=_share(kept.holdout_bp),
    )
    step = Text(
        "在“夜间设置”登记委托机构的同意，或改小策略中的份额。",
        "Record the lender's consent under “Night settings”, or lower the strategy's shares.",
    )
    return Problem("shares-cut-to-consent", what, strategy.name, "", step)


def _share(basis_points: int) -> str:
    return f"{basis_points / 100:g}%"
