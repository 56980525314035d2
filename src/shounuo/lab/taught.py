"""Estimates learned by the product's own weekly learning from floors other than those they are tried on.

A house of some floors works by the rule of thumb, explores and holds out as the product offers; its
nights and ledger go to `strategy.training.train`, the function the weekly job calls. What customers are
like never leaves the floor: the learning reads the files of `history` and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from shounuo.lab.exploring import Exploring, experimenting
from shounuo.lab.history import house_of
from shounuo.lab.world import World
from shounuo.strategy.estimates import Estimates, load, prior
from shounuo.strategy.examples import gather
from shounuo.strategy.learning import told
from shounuo.strategy.quality import quality
from shounuo.strategy.scorecard import TARGETS
from shounuo.strategy.strategy_reader import CAPS_BP, house
from shounuo.strategy.training import train

Say = Callable[[str], None]
FIRST_TEACHING_SEED = 5_001  # trials count from 1


class Size(NamedTuple):
    """Of every floor."""

    customers: int = 3000
    days: int = 60
    seconds_a_day: int = 14_400


@dataclass(frozen=True, slots=True)
class Taught:
    """`report`: what the training says of itself (origins, quality on its own last nights)."""

    seeds: tuple[int, ...]
    estimates: Estimates
    report: dict[str, Any]


def teaching_seeds(floors: int) -> tuple[int, ...]:
    return tuple(range(FIRST_TEACHING_SEED, FIRST_TEACHING_SEED + floors))


def teach(seeds: Sequence[int], size: Size, folder: Path, say: Say = lambda line: None) -> Taught:
    """Lives the past of these floors below `folder` and learns from it."""
    nights, extract = past(prior(), seeds, size, folder, say)
    model = folder / "model.json"
    report = train(nights, extract, model)
    return Taught(tuple(seeds), load(model)[0], report)


def told_against_true(
    estimates: Estimates,
    seeds: Sequence[int],
    size: Size,
    folder: Path,
    say: Say = lambda line: None,
) -> dict[str, Any]:
    """Per target the quality of these estimates on floors they run and never learned from."""
    nights, extract = past(estimates, seeds, size, folder, say)
    found = {}
    for target in TARGETS:
        card = estimates.cards[target]
        examples = gather(nights, extract, target, folder / "scratch", card.bins)
        found[target] = quality(examples.outcome, told(card, examples.columns))
    return found


def past(
    estimates: Estimates, seeds: Sequence[int], size: Size, folder: Path, say: Say
) -> tuple[Path, Path]:
    """(nights, extract) of a house that works these floors, exploring and holding out at the most allowed."""
    strategy = experimenting(house(), CAPS_BP["explore_bp"], CAPS_BP["holdout_bp"])
    floors = [
        (
            World(size.customers, size.days, size.seconds_a_day, seed),
            Exploring(estimates, strategy, size.seconds_a_day, floor),
        )
        for floor, seed in enumerate(seeds)
    ]
    return house_of(floors, folder, say)


def must_be_unseen(taught: Sequence[int], tried: Sequence[int]) -> None:
    """Raises ValueError when a floor would judge what it taught."""
    both = sorted(set(taught) & set(tried))
    if both:
        raise ValueError(f"floors of these seeds taught the estimates: {both}")
