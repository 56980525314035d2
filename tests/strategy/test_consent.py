"""A strategy never draws more by chance than the lender agreed to, and says when it was cut."""

from __future__ import annotations

import json
from datetime import date

import pytest

from shounuo.strategy.consent import consent_of, in_force, within
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.strategy_reader import house, parse

ON_FILE = {"since": "2026-11-20", "evidence": "L-7", "explore_bp": 200, "holdout_bp": 1000}


def asking(explore: int, holdout: int) -> Strategy:
    source = {**house().source, "experiment": {"explore_bp": explore, "holdout_bp": holdout}}
    strategy, problems = parse(json.dumps(source, ensure_ascii=False))
    assert strategy is not None, problems
    return strategy


def test_it_holds_from_its_day_on() -> None:
    """The day before it is not in force; on the day and after it is."""
    night = {"randomise": ON_FILE}
    assert in_force(night, date(2026, 11, 19)) is None
    assert in_force(night, date(2026, 11, 20)) == consent_of(night)
    assert in_force({}, date(2026, 11, 20)) is None


@pytest.mark.parametrize("night", [{}, {"randomise": {"since": "2026-11-20", "evidence": ""}}])
def test_without_evidence_there_is_none(night) -> None:
    """A consent that names no letter is no consent."""
    assert consent_of(night) is None


def test_shares_on_file_above_the_caps_count_as_the_caps() -> None:
    """Whatever stands in the settings, 5% and 10% are the most; unnamed shares are the caps."""
    told = consent_of({"randomise": {**ON_FILE, "explore_bp": 9000, "holdout_bp": 9000}})
    assert told is not None
    assert (told.explore_bp, told.holdout_bp) == (500, 1000)
    plain = consent_of({"randomise": {"since": "2026-11-20", "evidence": "L-7"}})
    assert plain is not None
    assert (plain.explore_bp, plain.holdout_bp) == (500, 1000)


def test_the_smaller_share_of_the_two_holds_and_the_cut_is_said() -> None:
    """4% and 3% asked of a consent to 2% and 10%: 2% and 3% are used, and the notice names all four."""
    strategy = asking(400, 300)
    kept, said = within(strategy, consent_of({"randomise": ON_FILE}))
    assert (kept.experiment.explore_bp, kept.experiment.holdout_bp) == (200, 300)
    assert kept.experiment.salt == strategy.experiment.salt
    assert kept.source["experiment"]["explore_bp"] == 200
    assert kept.digest != strategy.digest
    assert said is not None
    assert [part in said.what.zh for part in ("4%", "3%", "2%")] == [True] * 3


def test_what_stays_within_is_untouched_and_without_consent_nobody_is_drawn() -> None:
    """Asking less than agreed is the same strategy; no consent leaves nothing, which is said."""
    strategy = asking(100, 300)
    assert within(strategy, consent_of({"randomise": ON_FILE})) == (strategy, None)
    kept, said = within(strategy, None)
    assert (kept.experiment.explore_bp, kept.experiment.holdout_bp) == (0, 0)
    assert said is not None
    assert within(house(), None) == (house(), None)
