"""Is tonight's portfolio still the one the estimates were learned on? Asked night by night.

The population stability index of each learned feature, over the bins of its card: from 0.10 to be
watched, from 0.25 to be acted on (the trade's usual marks). Says so; changes no estimate.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.strategy.estimates import load
from shounuo.strategy.explain import TARGET_NAMES
from shounuo.strategy.quality import PSI_ACT
from shounuo.strategy.scorecard import Scorecard
from shounuo.strategy.stability import portfolio, stability
from shounuo.strategy.vocabulary import FACTS

Stability = dict[str, dict[str, Any]]
LEAST_ACCOUNTS = 1_000  # below, a tenth of a bin is chance
MOST_NAMED = 4


def drift_of(night: Path, model: Path) -> dict[str, Stability]:
    """Per learned target, each feature's index and what it says; empty without a model to trust."""
    found, problem = load(model)
    if problem is not None:
        return {}
    seen = json.loads(model.read_text(encoding="utf-8")).get("seen", {})
    now = {target: portfolio(found.cards[target], [night]) for target, told in seen.items() if told}
    return {
        target: stability(_alike(found.cards[target], seen[target]), counts)
        for target, counts in now.items()
    }


def _alike(card: Scorecard, seen: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """Histograms over the card's own bins; of another shape they cannot be compared."""
    return {n: seen[n] for n, b in card.bins.items() if len(seen.get(n, ())) == len(b.points)}


def drift_notice(night: Path, model: Path, accounts: int) -> Problem | None:
    """What the lead is told where a learned feature stands at 0.25 or above, the furthest first."""
    if accounts < LEAST_ACCOUNTS:
        return None
    moved = sorted(
        (
            (row["psi"], target, feature)
            for target, rows in drift_of(night, model).items()
            for feature, row in rows.items()
            if row["psi"] >= PSI_ACT
        ),
        reverse=True,
    )
    return _said(moved) if moved else None


def _said(moved: list[tuple[float, str, str]]) -> Problem:
    named = [(FACTS[f], TARGET_NAMES[t], psi) for psi, t, f in moved[:MOST_NAMED]]
    zh = "、".join(f"{fact.zh}（{target.zh}，PSI {psi:.2f}）" for fact, target, psi in named)
    en = ", ".join(f"{fact.en} ({target.en}, PSI {psi:.2f})" for fact, target, psi in named)
    what = Text(
        f"账户分布已偏离学习时的样子：{zh}。",
        f"The portfolio has moved away from what the estimates were learned on: {en}.",
    )
    step = Text(
        "看“洞察”页的可靠性图；每周自动重新学习，新模型更好才替换。",
        "See the reliability plots under Insight; estimates are learned again each week and replaced if better.",
    )
    return Problem("estimates-drifted", what, str(len(moved)), "", step)
