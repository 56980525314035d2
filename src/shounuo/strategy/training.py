"""Learning this house's estimates from its own nights, with a card that says what they are worth.

Split by time: the first 60% of nights teach, the next 20% set level and slope, the last 20% judge.
A target with too few outcomes keeps the rule of thumb, and the card says so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shounuo.strategy.days import date_of
from shounuo.strategy.estimates import FEATURES_VERSION, prior
from shounuo.strategy.examples import Examples, gather
from shounuo.strategy.learning import Columns, TooThinError, as_data, binned, learn, told
from shounuo.strategy.manifest import read_manifest
from shounuo.strategy.quality import drift, psi, quality
from shounuo.strategy.scorecard import TARGETS, Scorecard

# What each estimate may look at: conduct with this debt, never who somebody is.
USED: Mapping[str, Sequence[str]] = {
    "contact": (
        "attempts_7",
        "attempts_30",
        "right_90",
        "days_since_right",
        "dead_30",
        "days_past_due",
    ),
    "promise": (
        "days_past_due",
        "promises_broken",
        "promises_kept",
        "hardship",
        "past_due_cents",
        "right_90",
    ),
    "kept": (
        "promises_kept",
        "promises_broken",
        "days_past_due",
        "days_since_payment",
        "times_in_collection",
        "months_on_book",
        "hardship",
        "past_due_cents",
    ),
    "self_cure": (
        "days_past_due",
        "days_since_payment",
        "promises_broken",
        "times_in_collection",
        "hardship",
        "past_due_cents",
        "months_on_book",
    ),
}


@dataclass(frozen=True, slots=True)
class Learned:
    """One target: its card, where it came from and what it is worth on the last nights."""

    card: Scorecard
    origin: str
    report: Mapping[str, Any]
    seen: Mapping[str, Sequence[int]] = field(default_factory=dict)


def train(nights: Path, extract: Path, out: Path) -> dict[str, Any]:
    """Writes `out` (the model file) and `out` with `.md` (its card); returns the card's figures."""
    found = {
        target: _target(gather(nights, extract, target, out.parent / "scratch"), target)
        for target in TARGETS
    }
    through = date_of(read_manifest(extract).as_of_day - 1).isoformat()
    base = prior()
    data = {
        "name": f"learned through {through}",
        "features_version": FEATURES_VERSION,
        "trained_through": through,
        "attempt_seconds": base.attempt_seconds,
        "seen": {target: own.seen for target, own in found.items()},
        "cards": {target: as_data(own.card) for target, own in found.items()},
        "amount_share_bp": _steps(
            base.amount_share_bp.feature,
            base.amount_share_bp.bins.edges,
            base.amount_share_bp.bins.points,
        ),
        "talk_seconds": _steps(
            base.talk_seconds.feature, base.talk_seconds.bins.edges, base.talk_seconds.bins.points
        ),
    }
    card = {target: {"origin": own.origin, **own.report} for target, own in found.items()}
    out.write_text(
        json.dumps({**data, "quality": card}, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    out.with_suffix(".md").write_text(model_card(data["name"], found), encoding="utf-8")
    return {"model": out.name, "trained_through": through, "targets": card}


def _steps(feature: str, edges: Sequence[int], points: Sequence[int]) -> dict[str, Any]:
    return {"feature": feature, "edges": list(edges), "points": list(points)}


def _target(examples: Examples, target: str) -> Learned:
    nights = np.unique(examples.day)
    rule = prior().cards[target]
    if len(nights) < 5:
        return Learned(rule, "rule of thumb: fewer than five nights", {"n": len(examples.outcome)})
    first, second = nights[int(len(nights) * 0.6)], nights[int(len(nights) * 0.8)]
    teach, level, judge = (
        examples.day < first,
        (examples.day >= first) & (examples.day < second),
        examples.day >= second,
    )
    used = {n: examples.columns[n] for n in USED[target]}
    part = Examples(used, examples.outcome, examples.day)
    try:
        card = learn(*part.on(teach), calibrate=part.on(level))
    except TooThinError as thin:
        return Learned(
            rule,
            f"rule of thumb: only {thin.events} outcomes and {thin.others} without",
            {"n": len(examples.outcome)},
        )
    return _judged(card, rule, examples, teach, judge)


def _judged(
    card: Scorecard,
    rule: Scorecard,
    examples: Examples,
    teach: NDArray[np.bool_],
    judge: NDArray[np.bool_],
) -> Learned:
    """A learned card must tell the last nights better than the rule of thumb, or it is not used."""
    columns, truth = examples.on(judge)
    learned, thumb = quality(truth, told(card, columns)), quality(truth, told(rule, columns))
    report = {
        "learned": learned,
        "rule_of_thumb": thumb,
        "drift": drifts(card, examples, teach, judge),
    }
    if learned.get("brier", 1.0) < thumb.get("brier", 1.0):
        return Learned(card, "learned", report, histograms(card, examples.on(teach)[0]))
    return Learned(rule, "rule of thumb: the learned card told the last nights no better", report)


def histograms(card: Scorecard, columns: Columns) -> dict[str, list[int]]:
    """How many rows stand in each bin of each of the card's features."""
    return {
        name: np.bincount(binned(columns[name], b.edges), minlength=len(b.points)).tolist()
        for name, b in card.bins.items()
    }


def drifts(
    card: Scorecard, examples: Examples, before: NDArray[np.bool_], now: NDArray[np.bool_]
) -> dict[str, dict[str, Any]]:
    """Stability of each feature between the teaching and the judging nights, over the card's bins."""
    one, other = (histograms(card, examples.on(rows)[0]) for rows in (before, now))
    return stability(one, other)


def stability(
    before: Mapping[str, Sequence[int]], now: Mapping[str, Sequence[int]]
) -> dict[str, dict[str, Any]]:
    """PSI per feature of two sets of histograms over the same bins, and what it says."""
    values = {name: psi(counts, now[name]) for name, counts in before.items()}
    return {n: {"psi": round(v, 4), "says": drift(v)} for n, v in values.items()}


def model_card(name: str, found: Mapping[str, Learned]) -> str:
    """What the estimates are, were learned from, are worth, and are not for; Markdown."""
    rows = [
        f"| {target} | {own.origin} | {_figure(own, 'auc')} | {_figure(own, 'brier')} | {_figure(own, 'calibration_error')} |"
        for target, own in found.items()
    ]
    used = [f"- {target}: {', '.join(USED[target])}" for target in found]
    return "\n".join(
        [
            f"# Estimates: {name}",
            "",
            "Additive scorecards over binned features, learned by regularised logistic regression.",
            "The first 60% of nights teach, the next 20% set the level, the last 20% judge.",
            "",
            "| target | origin | AUC | Brier | calibration error |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "Features:",
            *used,
            "",
            "Never used: sex, age, marriage, education, ethnicity, address books, contacts of others, voice.",
            "Self-cure is learned from accounts nobody called; unless a randomised holdout ran, the house chose",
            "whom not to call, and the estimate carries that choice.",
            "",
        ]
    )


def _figure(learned: Learned, name: str) -> str:
    value = learned.report.get("learned", {}).get(name)
    return "–" if value is None else f"{value:.3f}"
