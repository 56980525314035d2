"""Writers are parted into folds; a writer is never on both sides."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from shounuo.lab.labelled_calls import FOLDS, folds


@given(st.lists(st.text(max_size=3), min_size=1, max_size=30))
def test_every_writer_has_one_fold_whatever_the_order(calls: list[str]) -> None:
    """`calls` names the writer of each call; the folds are as even as they can be."""
    parted = folds(calls)
    assert set(parted) == set(calls)
    assert parted == folds(reversed(calls))
    sizes = Counter(parted.values())
    assert set(sizes) <= set(range(FOLDS))
    assert len(sizes) == min(FOLDS, len(parted))
    assert max(sizes.values()) - min(sizes.values()) <= 1
