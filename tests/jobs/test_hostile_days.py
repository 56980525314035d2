"""The hostile days are fair to the gate: what the auditor is told has one order."""

from __future__ import annotations

from random import Random

from shounuo.jobs.hostile_days import _presses


def test_no_two_presses_share_an_instant_and_edges_stay():
    """Of 2 000 days none has two presses at one moment, and some press stands on a bare edge."""
    random, bare = Random(7), 0
    for _ in range(2000):
        moments = [moment for moment, _third in _presses(random, lost=False)]
        assert moments == sorted(set(moments))
        bare += any((m.hour, m.minute, m.second, m.microsecond) == (13, 55, 0, 0) for m in moments)
    assert bare > 0
