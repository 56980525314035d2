"""The randomised holdout finds the effect that was put in, and none where there is none."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from a_night import published, run
from small_extract import DAY, rows, write

from shounuo.lab.world import World
from shounuo.strategy import holdout
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.holdout import ENTRIES, PAID, effect, enter, experiment_of
from shounuo.strategy.split import draw
from shounuo.strategy.strategy_reader import house, parse


@pytest.fixture
def engine(tmp_path: Path) -> DuckEngine:
    return DuckEngine(tmp_path / "scratch")


def table(schema: pa.Schema, told: list[tuple[int, ...]]) -> pa.Table:
    return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in told], schema)


def entered(folder: Path, told: list[tuple[int, ...]]) -> Path:
    pq.write_table(table(ENTRIES, told), folder / "cohort.parquet")
    return folder / "cohort.parquet"


def test_outcomes_by_hand(engine: DuckEngine, tmp_path: Path) -> None:
    """Of 100.00 past due: paid in full on the last day, half, half taken back, too late, too early, too much.

    Held: 1 (full) and 2 (half) → cured ½, share ¾. Callable: 3 (50 − 50), 4 (day 30), 5 (day −1), 6
    (300.00) → cured ¼, share ¼. Account 7 entered a day too late to be settled.
    """
    told = [(n, 100, int(n < 3), 10_000) for n in range(1, 7)] + [(7, 101, 0, 10_000)]
    paid = [
        (1, 129, 10_000),
        (2, 110, 5_000),
        (3, 110, 5_000),
        (3, 111, -5_000),
        (4, 130, 10_000),
        (5, 99, 10_000),
        (6, 100, 30_000),
        (7, 102, 10_000),
        (99, 102, 10_000),
    ]
    found = effect(engine, entered(tmp_path, told), table(PAID, paid), 130)
    assert (found.held, found.callable, found.waiting) == (2, 4, 1)
    assert [arm.mean for arm in found.cured] == [0.5, 0.25]
    assert [arm.mean for arm in found.share] == [0.75, 0.25]
    assert found.cure_effect.difference == pytest.approx(-0.25)
    assert found.cure_effect.low == -1  # six accounts say nothing
    assert "看不出" in found.cure_effect.says.zh


def test_nobody_yet_is_no_finding(engine: DuckEngine, tmp_path: Path) -> None:
    """An empty cohort has no accounts and claims nothing."""
    found = effect(engine, entered(tmp_path, []), PAID.empty_table(), 130)
    assert (found.held, found.callable, found.waiting) == (0, 0, 0)
    assert (found.share_effect.low, found.share_effect.high) == (-1, 1)


def lived(
    seed: int, *, calls: bool, held: np.ndarray, days: int = 31
) -> list[tuple[int, int, int]]:
    """Payments of a simulated floor with time for everybody, on which those `held` are never called."""
    world = World(len(held), days, 10**9, seed)
    while world.day < days:
        score = 0.0 if calls else -np.inf
        world.step(np.where(held, -np.inf, score))
    return [
        (int(who), day, int(cents))
        for people, day, amounts in world.events.payments
        for who, cents in zip(people, amounts, strict=True)
    ]


def start_of(seed: int, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Customers there on day 0, and what was past due then."""
    world = World(n, 31, 10**9, seed)
    return world.open(), world.past_due()


def measured(engine: DuckEngine, folder: Path, seed: int, n: int, *, calls: bool):
    held = np.array([draw(i, f"holdout:{seed}") < 100_000 for i in range(n)])
    there, due = start_of(seed, n)
    told = [(int(i), 0, int(held[i]), int(due[i])) for i in np.flatnonzero(there)]
    paid = table(PAID, lived(seed, calls=calls, held=held))
    return effect(engine, entered(folder, told), paid, 30)


def true_effect(engine: DuckEngine, folder: Path, seed: int, n: int) -> float:
    """Cured if everybody is called less cured if nobody is, on the same customers with the same luck."""
    there, due = start_of(seed, n)
    told = entered(folder, [(int(i), 0, 0, int(due[i])) for i in np.flatnonzero(there)])
    nobody = np.zeros(n, bool)
    rates = [
        effect(engine, told, table(PAID, lived(seed, calls=calls, held=nobody)), 30).cured[1].mean
        for calls in (True, False)
    ]
    return rates[0] - rates[1]


def test_it_finds_the_effect_that_is_there(engine: DuckEngine, tmp_path: Path) -> None:
    """On 60,000 simulated customers the interval holds the true effect and says that calling helps."""
    truth = true_effect(engine, tmp_path, 3, 60_000)
    found = measured(engine, tmp_path, 3, 60_000, calls=True)
    assert truth > 0.03
    assert found.cure_effect.low <= truth <= found.cure_effect.high
    assert found.cure_effect.low > 0
    assert "确有作用" in found.cure_effect.says.zh


def test_it_finds_nothing_where_there_is_nothing(engine: DuckEngine, tmp_path: Path) -> None:
    """Where nobody is ever called, none of twenty floors shows an effect, in cures or in money."""
    for seed in range(20):
        found = measured(engine, tmp_path, seed, 4_000, calls=False)
        for gap in (found.cure_effect, found.share_effect):
            assert gap.low < 0 < gap.high


def strategy(holdout_bp: int, salt: str = "house"):
    source = {**house().source, "experiment": {"holdout_bp": holdout_bp, "salt": salt}}
    found, problems = parse(json.dumps(source, ensure_ascii=False))
    assert found is not None, problems
    return found


def test_who_could_be_drawn_enters_once_on_the_side_of_that_night(
    engine: DuckEngine, tmp_path: Path
) -> None:
    """Every account that may be randomised and whose segment calls enters; its side is the draw's; again
    the same night or a later one adds nobody twice."""
    summary = run(write(tmp_path / "x", rows(400)), tmp_path, strategy=strategy(1000))
    night, cohort = Path(summary["folder"]), tmp_path / "cohort.parquet"
    experiment = experiment_of(night)
    assert experiment == ("house", 1000)
    for day in (DAY, DAY, DAY + 1):
        enter(engine, night, day, cohort)
    told = pq.read_table(cohort).to_pylist()
    assert {row["day"] for row in told} == {DAY}
    assert len({row["account_id"] for row in told}) == len(told)
    salted = "holdout:house"
    assert all(row["held"] == (draw(row["account_id"], salted) < 100_000) for row in told)
    cases = published(summary, "cases")
    does = [s.do for s in strategy(1000).segments]
    could = {
        c["account_id"]
        for c in cases
        if c["may_randomise"] and does[c["segment"]] == "call" and c["decision"] in (4, 7, 9)
    }
    assert {row["account_id"] for row in told} == could
    assert sum(row["held"] for row in told) == summary["decisions"]["holdout"] > 0


def test_another_share_or_salt_begins_anew(tmp_path: Path) -> None:
    """Sides drawn at other chances are kept apart: one file an experiment, none without a holdout."""
    names = {
        holdout.cohort_file(tmp_path, told).name
        for told in (("house", 1000), ("house", 500), ("a/b", 500), ("a_b", 500))
    }
    assert len(names) == 4
    assert all("/" not in name for name in names)
