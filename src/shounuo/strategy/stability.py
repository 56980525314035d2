"""How far a portfolio has moved: histograms over a card's bins, and the index that compares two of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from shounuo.strategy.examples import Examples
from shounuo.strategy.learning import Columns, binned
from shounuo.strategy.quality import drift, psi
from shounuo.strategy.scorecard import Scorecard
from shounuo.strategy.tables import WORKABLE


def histograms(card: Scorecard, columns: Columns) -> dict[str, list[int]]:
    """How many rows stand in each bin of each of the card's features."""
    return {
        name: np.bincount(binned(columns[name], b.edges), minlength=len(b.points)).tolist()
        for name, b in card.bins.items()
    }


def portfolio(card: Scorecard, nights: Iterable[Path]) -> dict[str, list[int]]:
    """The histograms of all workable accounts of some published nights, part by part.

    Of the whole portfolio, not of the examples: those are who was called, and a change of strategy
    would look like a change of customers.
    """
    counts = {name: [0] * len(bins.points) for name, bins in card.bins.items()}
    for path in (p for night in nights for p in sorted((night / "features").glob("*.parquet"))):
        rows = pq.read_table(path, columns=sorted({*card.bins, "work_state"}))
        rows = rows.filter(pc.equal(rows["work_state"], WORKABLE))
        own = {name: rows[name].to_numpy().astype(np.int64) for name in card.bins}
        for name, more in histograms(card, own).items():
            counts[name] = [a + b for a, b in zip(counts[name], more, strict=True)]
    return counts


def drifts(
    card: Scorecard, examples: Examples, before: NDArray[np.bool_], now: NDArray[np.bool_]
) -> dict[str, dict[str, Any]]:
    """Stability of each feature between the teaching and the judging examples, over the card's bins."""
    one, other = (histograms(card, examples.on(rows)[0]) for rows in (before, now))
    return stability(one, other)


def stability(
    before: Mapping[str, Sequence[int]], now: Mapping[str, Sequence[int]]
) -> dict[str, dict[str, Any]]:
    """PSI per feature of two sets of histograms over the same bins, and what it says."""
    values = {name: psi(counts, now[name]) for name, counts in before.items()}
    return {n: {"psi": round(v, 4), "says": drift(v)} for n, v in values.items()}
