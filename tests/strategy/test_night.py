import dataclasses

import naive_night as naive
import pytest
from a_night import published, run
from small_extract import DAY, rows, write

from shounuo.strategy import estimates
from shounuo.strategy.answers import Answer
from shounuo.strategy.strategy_file import Experiment
from shounuo.strategy.strategy_reader import house


@pytest.mark.parametrize("parts", [1, 3])
def test_columns_agree_with_a_row_by_row_night(tmp_path, parts):
    """Every feature, estimate, decision and queue cell equals the one computed row by row."""
    tables = rows(400)
    summary = run(write(tmp_path / "x", tables, parts), tmp_path)
    expected_features = {f["account_id"]: f for f in naive.features(tables, DAY)}
    found = published(summary, "features")
    assert len(found) == 400
    assert all(row == {k: expected_features[row["account_id"]][k] for k in row} for row in found)
    expected = {i: naive.case(f, estimates.prior(), house()) for i, f in expected_features.items()}
    for row in published(summary, "cases"):
        same = {k: v for k, v in row.items() if k not in ("arm", "slot")}
        assert same == {k: expected[row["account_id"]][k] for k in same}
    capacity = {t["team_id"]: t["capacity_seconds"] for t in tables["teams"]}
    queue: dict[int, list[int]] = {team: [] for team in capacity}
    for row in published(summary, "queue"):
        queue[row["team_id"]].append(row["account_id"])
    assert queue == naive.queue(list(expected.values()), capacity)


@pytest.mark.parametrize("order", ["oldest", "largest", "smallest", "days_times_balance", "likely"])
def test_each_order_ranks_as_it_says(tmp_path, order):
    """A queue stands in its segment's order."""
    strategy = house()
    segments = tuple(dataclasses.replace(s, order=order) for s in strategy.segments)
    strategy = dataclasses.replace(strategy, segments=segments, source={"order": order})
    tables = rows(200)
    summary = run(write(tmp_path / "x", tables), tmp_path, strategy=strategy)
    expected = [naive.case(f, estimates.prior(), strategy) for f in naive.features(tables, DAY)]
    found = [r["account_id"] for r in published(summary, "queue") if r["team_id"] == 0]
    assert found == naive.queue(expected, {0: tables["teams"][0]["capacity_seconds"]})[0]


def test_every_account_has_one_decision_and_no_team_more_than_its_time(tmp_path):
    """Decisions sum to the accounts and queued seconds stay within each team's capacity."""
    tables = rows(300)
    summary = run(write(tmp_path / "x", tables, 2), tmp_path)
    assert sum(summary["decisions"].values()) == summary["accounts"] == 300
    for team in tables["teams"]:
        used = sum(
            r["expected_seconds"]
            for r in published(summary, "queue")
            if r["team_id"] == team["team_id"]
        )
        assert used <= team["capacity_seconds"]


def test_a_refusal_makes_room_for_the_next_in_line(tmp_path):
    """A case the gate denies is not queued, keeps its reason, and its time goes to others."""
    tables = rows(400)
    extract = write(tmp_path / "x", tables)
    free = run(extract, tmp_path / "a")
    first = published(free, "queue")[0]["account_id"]

    def gate(candidates):
        return [
            Answer("deny", "NIGHT", "08:00") if a == first else Answer("allow")
            for a in candidates["account_id"].to_pylist()
        ]

    held = run(extract, tmp_path / "b", gate=gate)
    accounts = {r["account_id"] for r in published(held, "queue")}
    assert first not in accounts
    assert published(held, "refused")[0] == {
        "account_id": first,
        "team_id": 0,
        "outcome": "deny",
        "reason": "NIGHT",
        "earliest": "08:00",
    }
    assert accounts - {r["account_id"] for r in published(free, "queue")}


def test_needs_review_does_not_enter_a_queue(tmp_path):
    """Only what the gate allows is queued; a review is kept apart like a denial."""
    summary = run(
        write(tmp_path / "x", rows(60)),
        tmp_path,
        gate=lambda c: [Answer("needs_review")] * c.num_rows,
    )
    assert summary["queued"] == 0
    assert {r["outcome"] for r in published(summary, "refused")} == {"needs_review"}


def test_holdout_and_exploration_touch_only_consenting_accounts(tmp_path):
    """Held-out and explored accounts may be randomised, and each logs the chance it had."""
    strategy = dataclasses.replace(house(), experiment=Experiment(500, 1000, "s"), source={"e": 1})
    tables = rows(2000)
    for team in tables["teams"]:
        team["capacity_seconds"] //= 2
    summary = run(write(tmp_path / "x", tables), tmp_path, strategy=strategy)
    consent = {a["account_id"] for a in tables["accounts"] if a["may_randomise"]}
    held = {r["account_id"] for r in published(summary, "cases") if r["decision"] == 4}
    explored = [r for r in published(summary, "queue") if r["explored"]]
    assert held
    assert explored
    assert held <= consent
    assert {r["account_id"] for r in explored} <= consent
    assert all(0 < r["propensity_ppm"] <= 200_000 for r in explored)
    chances = {r["propensity_ppm"] for r in published(summary, "queue") if not r["explored"]}
    assert chances == {900_000, 1_000_000}
    for team in range(3):
        places = [r["position"] for r in published(summary, "queue") if r["team_id"] == team]
        assert places == list(range(1, len(places) + 1))


def test_champion_and_challenger_share_the_accounts_by_draw(tmp_path):
    """Each account is decided by exactly one of two strategies, near the share set."""
    challenger = dataclasses.replace(house(), attempts_a_day=3, source={"other": 1})
    summary = run(
        write(tmp_path / "x", rows(2000)), tmp_path, challenger=challenger, challenger_bp=3000
    )
    arms = [r["arm"] for r in published(summary, "cases")]
    assert len(arms) == 2000
    assert 500 < sum(arms) < 700


def test_each_arm_has_its_share_of_the_time_whatever_it_ranks_by(tmp_path):
    """A challenger that ranks by balance, numbers a thousand times as large, fills three tenths of the queue.

    And of any first part of it: of the first fifty, a hundred, … its share is within three cases of three tenths.
    """
    segments = tuple(dataclasses.replace(s, order="largest") for s in house().segments)
    challenger = dataclasses.replace(house(), segments=segments, source={"order": "largest"})
    summary = run(
        write(tmp_path / "x", rows(4000)), tmp_path, challenger=challenger, challenger_bp=3000
    )
    queue = sorted(published(summary, "queue"), key=lambda r: (r["team_id"], r["position"]))
    for team in {row["team_id"] for row in queue}:
        own = [row for row in queue if row["team_id"] == team]
        seconds = [row["expected_seconds"] for row in own]
        for cut in range(50, len(own), 50):
            theirs = sum(row["expected_seconds"] for row in own[:cut] if row["arm"])
            assert abs(theirs - 0.3 * sum(seconds[:cut])) < 3 * max(seconds)
