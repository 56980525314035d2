import dataclasses
from importlib import resources
from pathlib import Path

import pytest
from a_night import published, run
from click.testing import CliRunner
from small_extract import rows, write

from shounuo.cli import main
from shounuo.strategy import estimates
from shounuo.strategy.difference import difference
from shounuo.strategy.explain import explain
from shounuo.strategy.rehearsal import rehearse
from shounuo.strategy.strategy_reader import house, parse

HOUSE = resources.files("shounuo.strategy").joinpath("house.yaml").read_text(encoding="utf-8")


def test_the_house_strategy_is_valid_and_takes_every_account():
    """The strategy that ships reads without a fault and its last segment has no conditions."""
    strategy, problems = parse(HOUSE)
    assert problems == []
    assert strategy is not None
    assert not strategy.segments[-1].when


@pytest.mark.parametrize(
    ("before", "after", "place", "said"),
    [
        ("do: help", "do: shout", "segments[1] hardship.do", "shout"),
        ("hardship: 1", "sex: 1", "segments[1] hardship.when.sex", "sex"),
        ("when: {hardship: 1}", "when: hardship", "segments[1] hardship.when", "{hardship: 1}"),
        (
            "talk_budget_seconds: 400",
            "talk_budget_seconds: 4000",
            "segments[7] large.talk_budget_seconds",
            "1800",
        ),
        ("explore_bp: 0", "explore_bp: 2000", "experiment.explore_bp", "500"),
        ("{zh: 大额, en: Large}", "{zh: 大额}", "segments[7] large.name", "zh"),
        ("key: early", "key: large", "segments", "large"),
        ("at_most: 30", "around: 30", "segments[8] early.when.days_past_due", "around"),
        ("version: 1", "version: new", "version", "new"),
        ("spare_bp: 2500", "spare: 2500", "-", "spare"),
        (
            "at_least: 5000000",
            "at_least: 5000000.5",
            "segments[7] large.when.balance_cents.at_least",
            "5000000.5",
        ),
    ],
)
def test_each_fault_is_named_with_its_place_in_both_languages(before, after, place, said):
    """A wrong word, number, fact or missing language is found where it stands, in zh and en."""
    assert before in HOUSE
    strategy, problems = parse(HOUSE.replace(before, after, 1), "mine.yaml")
    assert strategy is None
    hit = next(p for p in problems if p.record == f"mine.yaml · {place}")
    assert hit.what.zh
    for language in ("zh", "en"):
        assert said in hit.what[language] + hit.next_step[language]
    assert hit.what.zh != hit.what.en


def test_all_faults_are_shown_together():
    """Three faults in one file give three problems, not the first alone."""
    text = (
        HOUSE.replace("do: help", "do: shout")
        .replace("explore_bp: 0", "explore_bp: -1")
        .replace("version: 1", "version: 0")
    )
    assert len(parse(text)[1]) == 3


def test_broken_yaml_and_other_documents_are_refused():
    """Text that is not YAML or not a strategy gives a fault, never an exception."""
    for text in ("segments: [", "- 1\n- 2", "", "name: x"):
        strategy, problems = parse(text)
        assert strategy is None
        assert problems


def test_the_last_segment_must_take_the_rest():
    """A strategy that could leave an account undecided is refused."""
    text = HOUSE.replace("  - key: rest\n", "  - key: rest\n    when: {hardship: 0}\n")
    assert any("最后一段" in p.what.zh for p in parse(text)[1])


def test_difference_names_what_changed_and_nothing_else():
    """A changed number, an added and a moved segment are each one change."""
    moved = HOUSE.replace("talk_budget_seconds: 400", "talk_budget_seconds: 500")
    after, _ = parse(moved)
    assert after is not None
    changes = difference(house(), after)
    assert [(c.place, c.before, c.after) for c in changes] == [
        ("segments[large].talk_budget_seconds", 400, 500)
    ]
    assert difference(house(), house()) == []
    swapped = dataclasses.replace(
        house(), segments=(house().segments[1], house().segments[0], *house().segments[2:])
    )
    assert [c.place for c in difference(house(), swapped)] == ["segments (order)"]


def test_explanation_agrees_with_the_published_case(tmp_path):
    """For every account the explanation's segment, estimates and worth are those the night published."""
    extract = write(tmp_path / "x", rows(150))
    summary = run(extract, tmp_path)
    features = {r["account_id"]: r for r in published(summary, "features")}
    for case in published(summary, "cases"):
        found = explain(features[case["account_id"]], estimates.prior(), house())
        assert house().segments[case["segment"]] == found.segment
        assert found.worth.value_per_hour_cents == case["value_per_hour_cents"]
        assert found.bp["kept"] == case["kept_bp"]
        assert all(line.zh and line.en for line in found.lines)


def test_rehearsal_of_the_same_strategy_changes_nothing(tmp_path):
    """The live strategy rehearsed against itself shares every candidate; another order does not."""
    tables = rows(400)
    extract = write(tmp_path / "x", tables)
    summary = run(extract, tmp_path)
    teams = {t["team_id"]: t["capacity_seconds"] // 3 for t in tables["teams"]}
    segments = tuple(dataclasses.replace(s, order="oldest") for s in house().segments)
    other = dataclasses.replace(house(), segments=segments, source={"oldest": 1})
    folder = Path(summary["folder"])
    same = rehearse(folder, teams, estimates.prior(), house(), house(), tmp_path / "s")
    assert same["candidates_only_live"] == same["candidates_only_proposed"] == 0
    assert same["live"] == same["proposed"]
    changed = rehearse(folder, teams, estimates.prior(), house(), other, tmp_path / "s")
    assert changed["candidates_only_proposed"] > 0
    assert changed["proposed"]["value_cents"] <= changed["live"]["value_cents"]


def test_the_commands_check_diff_explain_and_simulate(tmp_path):
    """Each command ends well on a good file and with the faults on a bad one."""
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text(HOUSE.replace("version: 1", "version: 2"), encoding="utf-8")
    bad.write_text(HOUSE.replace("do: help", "do: shout"), encoding="utf-8")
    extract = write(tmp_path / "x", rows(60))
    run(extract, tmp_path)
    nights = str(tmp_path / "nights")
    ask = CliRunner().invoke
    assert ask(main, ["strategy", "check", str(good), "--json"]).exit_code == 0
    refused = ask(main, ["strategy", "check", str(bad)])
    assert refused.exit_code != 0
    assert "shout" in refused.output
    house_file = tmp_path / "house.yaml"
    house_file.write_text(HOUSE, encoding="utf-8")
    assert "version: 1 → 2" in ask(main, ["strategy", "diff", str(house_file), str(good)]).output
    account = published({"folder": str(next((tmp_path / "nights").glob("2026*")))}, "queue")[0][
        "account_id"
    ]
    explained = ask(main, ["strategy", "explain", str(account), "--nights", nights])
    assert explained.exit_code == 0, explained.output
    assert "分段" in explained.output
    simulated = ask(
        main,
        [
            "strategy",
            "simulate",
            str(good),
            "--nights",
            nights,
            "--extract",
            str(extract),
            "--json",
        ],
    )
    assert simulated.exit_code == 0, simulated.output
