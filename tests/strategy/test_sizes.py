"""What a kept promise brings and how long a talk takes are learned where the house's own figures differ."""

from __future__ import annotations

import numpy as np
import pytest

from shounuo.strategy.examples import Examples
from shounuo.strategy.held import Held
from shounuo.strategy.sizes import LEAN, learn_steps, rules


def examples(share: float, n: int = 4_000, seed: int = 1) -> Examples:
    """Kept promises over ten nights, 1 to 29 days late, that brought about `share` of what was past due."""
    rng = np.random.default_rng(seed)
    due = rng.integers(10_000, 900_000, n)
    paid = np.minimum(due * np.clip(share + rng.normal(0, 0.02, n), 0, 1), due).astype(np.int64)
    columns = {"days_past_due": rng.integers(1, 30, n), "past_due_cents": due}
    return Examples(columns, paid, rng.integers(0, 10, n))


def held(name: str, steps, origin: str = "learned") -> Held:
    return Held("before", {}, {name: steps}, {}, {name: origin})


def test_a_share_unlike_the_rule_of_thumbs_is_learned() -> None:
    """Where promises bring six tenths, six tenths are told, not the nine of the rule of thumb."""
    found = learn_steps("amount", examples(0.6), None)
    assert found.origin == "learned"
    assert found.steps.bins.points[0] == pytest.approx(6_000, abs=60)
    assert found.report["learned"] < found.report["rule_of_thumb"]


def test_a_step_nobody_stood_in_keeps_the_rule_of_thumb() -> None:
    """Nobody was later than thirty days: those steps are the rule of thumb's."""
    found = learn_steps("amount", examples(0.6), None)
    assert found.steps.bins.points[1:] == rules()["amount"].bins.points[1:]


def test_thirty_examples_weigh_as_much_as_the_rule_of_thumb() -> None:
    """30 talks of 250 s where the rule says 150 s give 200 s: half of each."""
    nights = np.repeat(np.arange(10), 60)
    late = np.where((np.arange(600) < 30), 5, 45)  # the first thirty early, on teaching nights
    talk = np.where(late == 5, 250, 190)
    columns = {"days_past_due": late, "past_due_cents": np.full(600, 1_000)}
    found = learn_steps("talk", Examples(columns, talk, nights), None)
    assert LEAN == 30
    assert rules()["talk"].bins.points[:2] == (150, 190)
    assert found.report["n"] == 120
    fitted = learn_steps("talk", Examples(columns, np.where(late == 5, 250, 191), nights), None)
    assert fitted.origin == "learned"
    assert fitted.steps.bins.points[0] == 200


def test_what_is_no_better_is_not_used() -> None:
    """Few examples, or steps that tell the last nights no better than those held, change nothing."""
    few = learn_steps("amount", examples(0.6, 60), None)
    assert few.origin.startswith("rule of thumb")
    assert few.steps == rules()["amount"]
    good = learn_steps("amount", examples(0.6), None).steps
    again = learn_steps("amount", examples(0.6), held("amount", good))
    assert (again.origin.partition(":")[0], again.steps) == ("kept", good)
    kept = learn_steps("amount", examples(0.6, 60), held("amount", good))
    assert (kept.origin.partition(":")[0], kept.steps) == ("kept", good)
    moved = learn_steps("amount", examples(0.3), held("amount", good))
    assert moved.origin == "learned"
    assert moved.steps.bins.points[0] == pytest.approx(3_000, abs=60)
