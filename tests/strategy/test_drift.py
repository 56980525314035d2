import importlib.resources
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import yaml
from a_night import run
from click.testing import CliRunner
from small_extract import rows, write

from shounuo.cli import main
from shounuo.strategy.drifting import drift_notice, drift_of
from shounuo.strategy.estimates import prior
from shounuo.strategy.stability import portfolio


def test_drift_compares_the_night_in_force_with_what_was_learned_on(tmp_path):
    """A histogram unlike tonight's calls for action; without a published night the command says so."""
    text = importlib.resources.files("shounuo.strategy").joinpath("prior.yaml").read_text("utf-8")
    model = {**yaml.safe_load(text), "seen": {"contact": {"dead_30": [1, 1, 998]}}}
    (tmp_path / "model.json").write_text(json.dumps(model))
    (tmp_path / "nights").mkdir()
    words = [
        "strategy",
        "drift",
        "--model",
        str(tmp_path / "model.json"),
        "--nights",
        str(tmp_path / "nights"),
        "--json",
    ]
    assert CliRunner().invoke(main, words).exit_code != 0
    run(write(tmp_path / "x", rows(120)), tmp_path)
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout.splitlines()[-1])["contact"]["dead_30"]
    assert found["says"] == "act"
    assert found["psi"] > 0.25


def a_model(folder: Path, seen: dict) -> Path:
    text = importlib.resources.files("shounuo.strategy").joinpath("prior.yaml").read_text("utf-8")
    (folder / "model.json").write_text(json.dumps({**yaml.safe_load(text), "seen": seen}))
    return folder / "model.json"


def a_night(folder: Path, dead: list[int], held: list[int] | None = None) -> Path:
    """A published night whose accounts differ only in their dead numbers; `held` of them are on hold."""
    card = prior().cards["contact"]
    states = held or [0] * len(dead)
    columns = {n: [0] * len(dead) for n in card.bins} | {"dead_30": dead, "work_state": states}
    (folder / "features").mkdir(parents=True)
    pq.write_table(pa.table(columns), folder / "features" / "part-0000.parquet")
    return folder


def test_the_index_of_a_night_by_hand(tmp_path):
    """Taught on halves, tonight 80 and 20: (0.8−0.5)·ln 1.6 + (0.2−0.5)·ln 0.4 = 0.1410 + 0.2749 = 0.4159."""
    model = a_model(tmp_path, {"contact": {"dead_30": [500, 500, 0]}})
    night = a_night(tmp_path / "night", [0] * 800 + [1] * 200)
    found = drift_of(night, model)["contact"]["dead_30"]
    assert found["says"] == "act"
    assert abs(found["psi"] - 0.4159) < 0.003  # the empty third bin counts as half an account


def test_accounts_on_hold_are_not_the_portfolio(tmp_path):
    """Only what could be called is compared: those on hold may look like anything."""
    night = a_night(tmp_path / "night", [0, 0, 5, 5], [0, 0, 1, 1])
    assert portfolio(prior().cards["contact"], [night, night])["dead_30"] == [4, 0, 0]


def test_the_desk_is_told_of_what_moved_and_only_then(tmp_path):
    """A portfolio like the one learned on says nothing; a moved one names feature, estimate and index."""
    model = a_model(tmp_path, {"contact": {"dead_30": [500, 500, 0]}})
    same = a_night(tmp_path / "same", [0] * 520 + [1] * 480)
    moved = a_night(tmp_path / "moved", [0] * 800 + [1] * 200)
    assert drift_notice(same, model, 1_000) is None
    said = drift_notice(moved, model, 1_000)
    assert said is not None
    assert "近30天空号停机次数（接通，PSI 0.4" in said.what.zh
    assert "dead numbers in 30 days (reached per try, PSI 0.4" in said.what.en
    assert drift_notice(moved, model, 999) is None  # too few accounts to tell drift from chance
    assert drift_notice(moved, tmp_path / "none.json", 1_000) is None


def test_histograms_of_other_bins_are_not_compared(tmp_path):
    """A model whose histograms do not fit its own bins tells nothing of them rather than something wrong."""
    model = a_model(tmp_path, {"contact": {"dead_30": [1, 2]}})
    night = a_night(tmp_path / "night", [0] * 1000)
    assert drift_of(night, model) == {"contact": {}}
