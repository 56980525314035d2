import json

from click.testing import CliRunner

from shounuo.cli import main
from shounuo.lab.trial import trial


def test_figures_replace_only_what_stands_between_the_marks(tmp_path):
    """The page keeps its own words; the figures are those of the commands' last lines."""
    page = tmp_path / "page.md"
    page.write_text(
        "# Mine\n<!-- figures: start -->\nsuperseded\n<!-- figures: end -->\nafter\n",
        encoding="utf-8",
    )
    found = trial([1, 2], 200, 10, 4_000)
    (tmp_path / "trial.json").write_text("seed 1\n" + json.dumps(found))
    night = {
        "accounts": 1000,
        "runs": 5,
        "seconds": 2.0,
        "floor_seconds": 0.5,
        "ratio": 4.0,
        "reference_seconds": 1.9,
        "reference_ratio": 1.05,
        "cpu_ratio": 4.2,
        "peak_mb": 300,
        "stages": {"extract": 1.0},
    }
    (tmp_path / "night.json").write_text(json.dumps(night))
    result = CliRunner().invoke(
        main,
        [
            "strategy",
            "figures",
            str(page),
            "--trial",
            str(tmp_path / "trial.json"),
            "--nightly",
            str(tmp_path / "night.json"),
        ],
    )
    assert result.exit_code == 0, result.output
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Mine\n")
    assert text.endswith("after\n")
    assert "superseded" not in text
    assert "| 1,000 | 5 | 2.00 | 0.50 | 4.0 |" in text
    assert f"{found['lift_of_house']['oldest_first']['lift']:+.1%}" in text


def test_the_slope_is_told_of_two_sizes(tmp_path):
    """Ten times the accounts in 9.5 times the time: log₁₀ 9.5 = 0.98; processor 8 times: 0.90."""
    page = tmp_path / "page.md"
    page.write_text("<!-- figures: start -->\n<!-- figures: end -->\n", encoding="utf-8")
    words = ["strategy", "figures", str(page)]
    for accounts, seconds, cpu in ((1_000, 2.0, 1.0), (10_000, 19.0, 8.0)):
        told = {
            "accounts": accounts,
            "runs": 1,
            "seconds": seconds,
            "cpu_seconds": cpu,
            "floor_seconds": 1.0,
            "ratio": 2.0,
            "reference_seconds": 1.0,
            "reference_ratio": 2.0,
            "cpu_ratio": 2.0,
            "peak_mb": 1,
            "stages": {"extract": 1.0},
        }
        (tmp_path / f"{accounts}.json").write_text(json.dumps(told))
        words += ["--nightly", str(tmp_path / f"{accounts}.json")]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert "log accounts: 0.98 (processor 0.90)" in page.read_text(encoding="utf-8")


def test_sections_that_are_not_given_stay(tmp_path):
    """A page with speed and lab figures gets new lab figures: speed stays before them, word for word."""
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- figures: start -->\n\n### Speed\n\nquick\n\n### Lab\n\nold\n\n<!-- figures: end -->\n",
        encoding="utf-8",
    )
    (tmp_path / "trial.json").write_text(json.dumps(trial([1, 2], 200, 10, 4_000)))
    words = ["strategy", "figures", str(page), "--trial", str(tmp_path / "trial.json")]
    assert CliRunner().invoke(main, words).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!-- figures: start -->\n\n### Speed\n\nquick\n\n### Lab\n\n2 seeds")
    assert "old" not in text.replace("oldest", "").replace("holdout", "").replace("threshold", "")
