"""The card that stands beside a model file: what it is, was learned from, is worth, and is not for."""

from __future__ import annotations

from collections.abc import Mapping

from shounuo.strategy.learned import Learned
from shounuo.strategy.sizes import LearnedSteps

MEANING = {
    "amount": "share of past due that a kept promise brings (error in cents)",
    "talk": "seconds of a talk with the customer",
}


def card_text(
    name: str,
    through: str,
    found: Mapping[str, Learned],
    sizes: Mapping[str, LearnedSteps],
    *,
    changed: bool,
) -> str:
    """Markdown."""
    rows = [
        f"| {target} | {own.origin} | {_of(own, 'auc')} | {_of(own, 'brier')} | {_of(own, 'calibration_error')} |"
        for target, own in found.items()
    ]
    steps = [
        f"| {MEANING[name]} | {own.origin} | {_error(own, 'learned')} | {_error(own, 'held')} | {_error(own, 'rule_of_thumb')} |"
        for name, own in sizes.items()
    ]
    used = [f"- {target}: {', '.join(own.card.bins)}" for target, own in found.items()]
    outcome = (
        "The model was replaced." if changed else "Nothing was better: the model stays as it was."
    )
    return "\n".join(
        [
            f"# Estimates: {name}",
            "",
            f"Trained on the nights through {through}. {outcome}",
            "Additive scorecards over binned features, learned by regularised logistic regression.",
            "The first 60% of nights teach, the next 20% set the level, the last 20% judge.",
            "A card that tells the last nights no better than the one in use and the rule of thumb is not used.",
            "",
            "| target | origin | AUC | Brier | calibration error |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "| size | origin | error, new | error, before | error, rule of thumb |",
            "|---|---|---|---|---|",
            *steps,
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


def _of(own: Learned, name: str) -> str:
    """Of the card in use."""
    key = {"learned": "learned", "kept": "held"}.get(own.origin.partition(":")[0], "rule_of_thumb")
    value = own.report.get(key, {}).get(name)
    return "–" if value is None else f"{value:.3f}"


def _error(own: LearnedSteps, name: str) -> str:
    value = own.report.get(name)
    return "–" if value is None else f"{value:,.1f}"
