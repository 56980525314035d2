"""The bench of inspection reads the same text three ways."""

from shounuo.bench.inspection import all_phrases, measure
from shounuo.bench.inspection_calls import floor_day


def test_day_is_the_same_each_time_and_no_two_calls_alike():
    """The same seed gives the same day; its calls differ."""
    day = floor_day(30)
    assert day == floor_day(30)
    assert len({call.turns for call in day}) == 30


def test_figures_of_one_run():
    """Every reader has a rate above zero, over as many phrases as the engine knows."""
    found = measure(3)
    assert found["phrases"] == len(all_phrases()) > 1000
    assert all(found[name]["chars_per_s"] > 0 for name in ("engine", "plain_scan", "naive_regex"))
    live = found["live_turn_ms"]
    assert 0 < live["p50"] <= live["p99"]
