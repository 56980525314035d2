import importlib.resources
import json

import yaml
from a_night import run
from click.testing import CliRunner
from small_extract import rows, write

from shounuo.cli import main


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
