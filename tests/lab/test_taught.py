"""Estimates are learned from what a ledger shows of some floors, and tried on others."""

from __future__ import annotations

import json
from pathlib import Path

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from shounuo.commands._lab.trial import command as trial_command
from shounuo.lab.exploring import Exploring, experimenting
from shounuo.lab.history import FIRST_DAY, house_of, live, write_events
from shounuo.lab.house import decided, house_strategy, valued
from shounuo.lab.policies import COLUMN
from shounuo.lab.taught import Size, must_be_unseen, past, teach, teaching_seeds, told_against_true
from shounuo.lab.world import HELP, LEAVE, OBSERVED, World, assumed
from shounuo.strategy import tables as t
from shounuo.strategy.cases import CODE, cases
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.estimates import prior
from shounuo.strategy.features import features
from shounuo.strategy.scorecard import ODDS_TABLE, odds_table
from shounuo.strategy.strategy_reader import house

SMALL = Size(300, 25, 8_000)


def test_no_floor_judges_what_it_taught() -> None:
    """Seeds that teach lie beyond every seed the command can try, and an overlap is refused."""
    tried = next(p for p in trial_command.params if p.name == "seeds").type.max
    assert min(teaching_seeds(50)) > tried
    with pytest.raises(ValueError, match=r"\[3\]"):
        must_be_unseen([3, 4], [1, 2, 3])


def test_an_assumption_can_be_changed_for_one_trial(tmp_path: Path) -> None:
    """The trial says what was assumed; afterwards the file's value stands; an unknown name is refused with the known."""
    small = ["--seeds", "2", "--customers", "200", "--days", "8", "--teach", "0", "--json"]
    changed = CliRunner().invoke(trial_command, [*small, "--assume", "hardship_share=0.9"])
    usual = CliRunner().invoke(trial_command, small)
    told = [json.loads(run.stdout.strip().splitlines()[-1]) for run in (changed, usual)]
    assert [found["assumed"] for found in told] == [{"hardship_share": 0.9}, {}]
    assert told[0]["uncalled_cents"] != told[1]["uncalled_cents"]
    assert assumed("hardship_share") == 0.08
    refused = CliRunner().invoke(trial_command, [*small, "--assume", "luck=1"])
    assert refused.exit_code == 2
    assert "hardship_share" in refused.output


@pytest.fixture(scope="module")
def worked() -> World:
    """A floor in its fortieth day, called with a good deal of chance."""
    world, rng = World(400, 45, 40_000, 11), np.random.default_rng(1)
    while world.day < 40:
        world.step(rng.random(400))
    return world


def _ledger(world: World, folder: Path) -> None:
    write_events(world, folder, 0, {n: {"rows": 0} for n in ("contacts", "promises", "payments")})


def test_a_policy_sees_what_the_nights_features_show_of_the_ledger(
    worked: World, tmp_path: Path
) -> None:
    """Every counter of an observation equals the nightly feature computed from contacts, payments, promises."""
    seen, there = worked.observe(), np.flatnonzero(worked.open())
    _ledger(worked, tmp_path)
    engine = DuckEngine(tmp_path / "scratch")
    for name in ("contacts", "payments", "promises"):
        engine.bind(name, [str(tmp_path / name / "part-0000.parquet")])
    engine.bind_rows("accounts", _accounts(seen, there))
    source = {table.name: ibis.table(table.ibis, name=table.name) for table in t.TABLES}
    found = engine.fetch("f", features(source, FIRST_DAY + worked.day)).sort_by("account_id")
    assert found.num_rows == len(there) > 100
    for number, name in enumerate(OBSERVED):
        assert found[name].to_pylist() == seen[there, number].tolist(), name


def _accounts(seen: np.ndarray, there: np.ndarray) -> pa.Table:
    given = {name: seen[there, i] for i, name in enumerate(OBSERVED)}
    columns = {
        c.name: given.get(c.name, np.zeros(len(there), np.int64)) for c in t.ACCOUNTS.columns
    }
    columns["account_id"] = there
    return pa.table({n: pa.array(v) for n, v in columns.items()}).cast(t.ACCOUNTS.arrow)


def test_nothing_hidden_reaches_the_learning(worked: World, tmp_path: Path) -> None:
    """With every customer's hidden truth scrambled after the fact, ledger and observation stay as they were."""
    _ledger(worked, tmp_path / "before")
    seen = worked.observe()
    kept = {name: getattr(worked.people, name).copy() for name in HIDDEN}
    try:
        for name in HIDDEN:
            getattr(worked.people, name)[:] = kept[name][::-1]
        worked.will_keep[:] = ~worked.will_keep
        _ledger(worked, tmp_path / "after")
        assert (worked.observe() == seen).all()
    finally:
        for name in HIDDEN:
            getattr(worked.people, name)[:] = kept[name]
    for name in ("contacts", "promises", "payments"):
        before, after = (
            pq.read_table(tmp_path / when / name / "part-0000.parquet")
            for when in ("before", "after")
        )
        assert before.num_rows > 10
        assert before.equals(after)


HIDDEN = ("answers", "promises", "keep_logit", "own", "hardship", "dead", "size")


def test_the_lab_decides_as_the_night_does(worked: World, tmp_path: Path) -> None:
    """Called, helped or left, and in which order: case by case as the night's columns with the same file."""
    seen, there = worked.observe(), np.flatnonzero(worked.open())
    seen = seen[seen[:, COLUMN["promises_open"]] == 0]
    there = np.arange(len(seen))
    names = ("accounts", "features")
    facts = {name: seen[:, i] for i, name in enumerate(OBSERVED)}
    zero = np.zeros(len(seen), np.int64)
    own = {n: facts.get(n, zero) for n in (c.name for c in t.ACCOUNTS.columns)}
    slots = {
        f"{k}_{s}": zero for k in ("tries", "answers") for s in ("morning", "afternoon", "evening")
    }
    rows = pa.table({**own, **facts, **slots, "account_id": there})
    engine = DuckEngine(tmp_path / "scratch")
    engine.bind_rows(names[1], rows)
    engine.bind_rows("odds", pa.Table.from_pylist(odds_table(3), ODDS_TABLE.to_pyarrow()))
    expression = cases(
        ibis.table(ibis.schema(dict.fromkeys(rows.column_names, "int64")), name="features"),
        ibis.table(ODDS_TABLE, name="odds"),
        prior(),
        house(),
    )
    night = engine.fetch("c", expression).sort_by("account_id")
    decision = np.array(night["decision"])
    scores = decided(house(), seen, valued(prior(), seen, 3))
    assert (scores > LEAVE).tolist() == (decision == CODE["call"]).tolist()
    assert (scores == HELP).tolist() == (decision == CODE["help"]).tolist()
    called = decision == CODE["call"]
    order = np.argsort(-np.array(night["rank_key"])[called], kind="stable")
    assert called.sum() > 50
    assert order.tolist() == np.argsort(-scores[called], kind="stable").tolist()


def test_who_is_held_out_is_never_called_and_the_chance_of_the_others_is_logged() -> None:
    """On a floor at the caps: nobody held is tried; drawn cases come at the logged chance, at most a fifth."""
    strategy = experimenting(house(), 500, 1000)
    world, policy = World(2_000, 20, 9_600, 3), Exploring(prior(), strategy, 9_600)
    drawn, expected, variance = 0, 0.0, 0.0
    while world.day < 20:
        scores = policy(world.observe())
        who, ppm = policy.log[-1]
        held = policy.held(2_000)
        below = (ppm < 900_000) & ~held[who]
        chance = ppm[below] / 1e6
        drawn += int((scores == 1e15).sum())
        expected += chance.sum()
        variance += (chance * (1 - chance)).sum()
        assert set(ppm[~below & ~held[who]]) <= {900_000}
        assert ((ppm > 0) & (ppm <= 900_000)).all()
        world.step(scores)
    assert 0.07 * 2_000 < held.sum() < 0.13 * 2_000
    assert world.tries[:, held].sum() == 0
    assert expected > 30
    assert abs(drawn - expected) < 4 * variance**0.5


def test_a_house_of_two_floors_teaches_what_is_then_judged_on_a_third(tmp_path: Path) -> None:
    """A talk's 170 seconds and the whole past due of a kept promise are learned; a third floor judges the chances."""
    taught = teach(teaching_seeds(2), Size(1_500, 40, 40_000), tmp_path / "taught")
    assert (taught.estimates.name, taught.report["changed"]) == ("learned through 2026-07-05", True)
    sizes = taught.report["sizes"]
    assert {sizes[name]["origin"] for name in ("talk", "amount")} == {"learned"}
    assert taught.estimates.talk_seconds.bins.points[0] == pytest.approx(170, abs=5)
    assert taught.estimates.amount_share_bp.bins.points[0] == pytest.approx(10_000, rel=0.05)
    unseen = told_against_true(taught.estimates, [1], SMALL, tmp_path / "unseen")
    assert {name: 0 <= q["calibration_error"] < 0.2 for name, q in unseen.items()} == dict.fromkeys(
        ("contact", "promise", "kept", "self_cure"), True
    )


def test_the_same_seeds_teach_the_same(tmp_path: Path) -> None:
    """Twice the same past: every file of the extract is equal."""
    for name in "ab":
        past(prior(), [5_001], SMALL, tmp_path / name, lambda line: None)
    for table in ("contacts", "promises", "payments"):
        one, other = (
            pq.read_table(tmp_path / name / "extract" / table / "part-0000.parquet")
            for name in "ab"
        )
        assert one.equals(other)


def test_floors_of_one_house_share_no_account(tmp_path: Path) -> None:
    """Ids of two floors lie apart in nights and extract."""
    floors = [(World(50, 3, 4_000, seed), house_strategy()) for seed in (1, 2)]
    nights, extract = house_of(floors, tmp_path)
    for folder in (extract / "contacts", next(nights.iterdir()) / "features"):
        one, other = (
            set(pq.read_table(folder / f"part-{part:04d}.parquet")["account_id"].to_pylist())
            for part in (0, 1)
        )
        assert one
        assert other
        assert not one & other
    assert live(World(50, 3, 4_000, 1), house_strategy(), tmp_path / "one")[1].exists()
