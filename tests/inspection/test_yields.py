"""Listening in the queue's order brings more faults a minute than listening at random; sums by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.inspection.evaluation.yields import Listened, yields


def test_the_first_tenth_is_told_beside_the_whole() -> None:
    """Ten calls of a minute, three faults in the first of the queue, one in another: 3 against 4/10, 7.5 times."""
    calls = [Listened(9, 1.0, 3, critical=True), Listened(0, 1.0, 1, critical=False)]
    calls += [Listened(0, 1.0, 0, critical=False)] * 8
    found = yields(calls)
    assert found is not None
    assert (found.in_order, found.at_random, found.best) == pytest.approx((3.0, 0.4, 3.0))
    assert found.as_json()["times_random"] == 7.5


def test_a_call_that_does_not_fit_counts_by_its_share() -> None:
    """Of five minutes half a minute is heard; the first call lasts one and holds two faults: one of them."""
    calls = [Listened(5, 1.0, 2, critical=False), Listened(0, 4.0, 0, critical=False)]
    found = yields(calls)
    assert found is not None
    assert found.in_order == pytest.approx(1 / 0.5)
    assert found.at_random == pytest.approx(2 / 5)


def test_a_floor_has_fewer_faulty_calls() -> None:
    """One critical call in two weighs as one in a hundred: 0.01 fault a minute at random, all of it in the first tenth."""
    calls = [Listened(5, 1.0, 1, critical=True), Listened(0, 1.0, 0, critical=False)]
    found = yields(calls, 0.01)
    assert found is not None
    assert found.at_random == pytest.approx(0.01)
    assert found.in_order == pytest.approx(0.01 / 0.1)


def test_nothing_heard_tells_nothing() -> None:
    """Without calls there is no yield."""
    assert yields([]) is None


_CALLS = st.lists(
    st.builds(
        Listened, st.integers(0, 9), st.floats(0.4, 30), st.integers(0, 5), critical=st.booleans()
    ),
    min_size=1,
    max_size=30,
)


@given(_CALLS)
def test_no_order_beats_the_best(calls: list[Listened]) -> None:
    """The queue never brings more than the best order, and that never less than chance."""
    found = yields(calls)
    assert found is not None
    assert found.in_order <= found.best + 1e-9
    assert found.at_random <= found.best + 1e-9
