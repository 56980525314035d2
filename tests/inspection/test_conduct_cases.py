"""Every labelled utterance of `cases/conduct/*.yaml`: the breach is found, the near-miss is not accused."""

from collections import Counter

import pytest

from inspection.conduct_cases import cases

CASES = cases()
# Cases that are known to be beyond the frames; they stay in the files and are counted, never dropped.
RECALL_FLOOR, ACCUSED_CEILING = 0.9, 0.03


def test_breaches_are_found() -> None:
    """At least nine labelled breaches in ten carry their own code."""
    breaches = [case for case in CASES if case.breach]
    missed = [c.said for c in breaches if c.code not in {f.code for f in c.findings()}]
    assert len(missed) <= (1 - RECALL_FLOOR) * len(breaches), missed


def test_near_misses_are_not_accused() -> None:
    """At most three lawful lines in a hundred carry any critical or major finding."""
    fine = [case for case in CASES if not case.breach]
    accused = [(c.said, [f.code for f in c.findings()]) for c in fine if c.findings()]
    assert len(accused) <= ACCUSED_CEILING * len(fine), accused


@pytest.mark.parametrize("label", [True, False], ids=["breach", "near miss"])
def test_every_code_has_cases(label: bool) -> None:
    """Each code is tried from both sides."""
    counted = Counter(case.code for case in CASES if case.breach is label)
    assert len(counted) == 21
    assert min(counted.values()) >= 2
