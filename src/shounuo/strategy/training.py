"""Learning this house's estimates from its own nights, with a card that says what they are worth.

Split by time: the first 60% of nights teach, the next 20% set level and slope, the last 20% judge.
A target with too few outcomes keeps what was in use, and the card says so. Sizes: see `sizes.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from shounuo.strategy.days import date_of
from shounuo.strategy.estimates import FEATURES_VERSION, prior
from shounuo.strategy.examples import Examples, gather, nights_of
from shounuo.strategy.held import Held, held_of
from shounuo.strategy.learned import Learned
from shounuo.strategy.learning import TooThinError, as_data, learn, told
from shounuo.strategy.manifest import read_manifest
from shounuo.strategy.quality import Floats, by_chance, quality
from shounuo.strategy.scorecard import TARGETS, Scorecard
from shounuo.strategy.sizes import FILE_KEYS, SIZE_COLUMNS, SIZES, LearnedSteps, learn_steps, rules
from shounuo.strategy.stability import drifts, portfolio
from shounuo.strategy.tables import CONTACT_DAYS
from shounuo.strategy.training_card import card_text

JUDGED = pa.schema(
    [
        ("target", pa.string()),
        ("group", pa.int64()),  # from 0, by rising chance
        ("account_id", pa.int64()),
        ("day", pa.int64()),
        ("told", pa.float64()),
        ("outcome", pa.int64()),
    ]
)
SEEN_NIGHTS = 10  # of the teaching nights, evenly spaced, for the portfolio's histograms
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


def judged_file(model: Path) -> Path:
    """Beside a model: the cases it was judged on, `JUDGED`, in the groups of its reliability plots."""
    return model.with_suffix(".judged.parquet")


def train(nights: Path, extract: Path, out: Path) -> dict[str, Any]:
    """Writes `out` (the model file) and `out` with `.md` (its card); returns the card's figures.

    What the model already at `out` tells of the last nights is the mark: a part of the new one that is
    no better gives way to the old one's. Where nothing is better, no model file is written.
    """
    held, scratch = held_of(out), out.parent / "scratch"
    found = {
        target: _target(_gathered(nights, extract, target, scratch, held), target, held)
        for target in TARGETS
    }
    sizes = {
        name: learn_steps(name, gather(nights, extract, name, scratch, SIZE_COLUMNS), held)
        for name in SIZES
    }
    through = date_of(read_manifest(extract).as_of_day - 1).isoformat()
    found = {target: _with_seen(own, nights, extract) for target, own in found.items()}
    changed = _changed(held, found, sizes)
    in_use = held.name if held else prior().name
    name = f"learned through {through}" if changed else in_use
    if changed:
        tables = [own.judged for own in found.values() if own.judged is not None]
        pq.write_table(pa.concat_tables([JUDGED.empty_table(), *tables]), judged_file(out))
        _write(out, _file(name, through, found, sizes))
    text = card_text(name, through, found, sizes, changed=changed)
    _write(out.with_suffix(".md"), text)
    targets = {target: {"origin": own.origin, **own.report} for target, own in found.items()}
    told = {name: {"origin": own.origin, **own.report} for name, own in sizes.items()}
    return {
        "model": out.name,
        "trained_through": through,
        "changed": changed,
        "targets": targets,
        "sizes": told,
    }


def _changed(
    held: Held | None, found: Mapping[str, Learned], sizes: Mapping[str, LearnedSteps]
) -> bool:
    """Whether anything differs from what is in use: the model held, or the rule of thumb."""
    cards = held.cards if held else prior().cards
    steps = held.sizes if held else rules()
    return any(own.card != cards[target] for target, own in found.items()) or any(
        own.steps != steps[name] for name, own in sizes.items()
    )


def _file(
    name: str, through: str, found: Mapping[str, Learned], sizes: Mapping[str, LearnedSteps]
) -> str:
    data = {
        "name": name,
        "features_version": FEATURES_VERSION,
        "trained_through": through,
        "attempt_seconds": prior().attempt_seconds,
        "seen": {target: own.seen for target, own in found.items()},
        "cards": {target: as_data(own.card) for target, own in found.items()},
        **{FILE_KEYS[name]: own.data for name, own in sizes.items()},
        "quality": {t: {"origin": own.origin, **own.report} for t, own in found.items()},
        "sizes": {n: {"origin": own.origin, **own.report} for n, own in sizes.items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _write(path: Path, text: str) -> None:
    """Whole or not at all: a night may read the model at any moment."""
    half = path.with_suffix(path.suffix + ".half")
    half.write_text(text, encoding="utf-8")
    half.replace(path)


def _gathered(
    nights: Path, extract: Path, target: str, scratch: Path, held: Held | None
) -> Examples:
    """With the features of every card that will be asked: new, rule of thumb, and held."""
    cards = [prior().cards[target], *([held.cards[target]] if held else [])]
    return gather(
        nights,
        extract,
        target,
        scratch,
        {"account_id", *USED[target], *(n for c in cards for n in c.bins)},
    )


def _target(examples: Examples, target: str, held: Held | None) -> Learned:
    nights = np.unique(examples.day)
    if len(nights) < 5:
        return _kept(target, held, "fewer than five nights", {"n": len(examples.outcome)})
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
        why = f"only {thin.events} outcomes and {thin.others} without"
        return _kept(target, held, why, {"n": len(examples.outcome)})
    return _judged(card, target, examples, teach, judge, held)


def _with_seen(own: Learned, nights: Path, extract: Path) -> Learned:
    """A new card remembers the portfolio of the nights that taught it, to tell later when it has moved."""
    if own.origin != "learned":
        return own
    now = read_manifest(extract).as_of_day
    folders = [path for day, path in nights_of(nights) if now - CONTACT_DAYS <= day < now]
    taught = folders[: int(len(folders) * 0.6)]
    return replace(own, seen=portfolio(own.card, taught[:: max(len(taught) // SEEN_NIGHTS, 1)]))


def _kept(target: str, held: Held | None, why: str, report: Mapping[str, Any]) -> Learned:
    """The card held so far, or the rule of thumb where none was ever learned."""
    if held is not None and held.learned(target):
        return Learned(held.cards[target], f"kept: {why}", report, held.seen.get(target, {}))
    return Learned(prior().cards[target], f"rule of thumb: {why}", report)


def _judged(
    card: Scorecard,
    target: str,
    examples: Examples,
    teach: NDArray[np.bool_],
    judge: NDArray[np.bool_],
    held: Held | None,
) -> Learned:
    """A learned card must tell the last nights better than the rule of thumb and the card held so far."""
    columns, truth = examples.on(judge)
    cards = {"learned": card, "rule_of_thumb": prior().cards[target]}
    if held is not None and held.learned(target):
        cards["held"] = held.cards[target]
    report: dict[str, Any] = {n: quality(truth, told(c, columns)) for n, c in cards.items()}
    report["drift"] = drifts(card, examples, teach, judge)
    brier = {name: report[name].get("brier", 1.0) for name in cards}
    plotted = partial(_judged_rows, target, examples, judge)
    if brier["learned"] < min(v for name, v in brier.items() if name != "learned"):
        return Learned(card, "learned", report, judged=plotted(told(card, columns)))
    why = "the learned card told the last nights no better"
    if brier.get("held", 2.0) <= brier["rule_of_thumb"]:
        held_told = plotted(told(cards["held"], columns))
        return replace(_kept(target, held, why, report), judged=held_told)
    return replace(_kept(target, None, why, report), judged=plotted(told(card, columns)))


def _judged_rows(
    target: str, examples: Examples, judge: NDArray[np.bool_], chance: Floats
) -> pa.Table:
    columns, truth = examples.on(judge)
    groups = by_chance(chance)
    rows = np.concatenate(groups) if groups else np.array([], np.intp)
    number = np.repeat(np.arange(len(groups)), [len(g) for g in groups])
    told_of = (columns["account_id"], examples.day[judge], chance, truth)
    return pa.table(
        [[target] * len(rows), number, *(column[rows] for column in told_of)],
        JUDGED.names,
    ).cast(JUDGED)
