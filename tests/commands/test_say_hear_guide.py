"""The commands of the guides: say, hear, guide lint."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from shounuo.cli import main

BAD = Path(__file__).parents[1] / "guides" / "bad"


def run(*args: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the last line as JSON."""
    result = CliRunner().invoke(main, [*args, "--json"])
    return result.exit_code, json.loads(result.output.strip().splitlines()[-1])


def test_say_shows_the_exact_figure_and_the_ask() -> None:
    """7108.35 with 14,000 owed: the exact words, 7 and 1 marked, and 8000 to ask."""
    code, data = run("say", "7108.35", "--owed", "14000")
    assert (code, data["spoken"], data["minor"]) == (0, "七千一百零八元三角五分", 710835)
    assert (data["marked"], data["rounded_ask"], data["stressed_tail"]) == (
        "[7][1]08.35",
        "8000.00",
        ".35",
    )


def test_say_is_exact_for_an_app_payer() -> None:
    """Who pays in the app hears the exact figure."""
    assert (
        run("say", "7108.35", "--owed", "14000", "--method", "app")[1]["rounded_ask"] == "7108.35"
    )


def test_say_without_knowing_what_is_owed_says_so() -> None:
    """When it is not said what is owed, the ask names the least that must be owed for it."""
    assert run("say", "7108.35")[1]["only_if_owed_at_least"] == "8000.00"


@pytest.mark.parametrize("amount", ["seven", "7.001", "-3", "NaN", "Infinity", "1e30"])
def test_say_refuses_what_is_no_amount(amount: str) -> None:
    """Words, fractions of a cent, negatives and infinities are refused with a message, not a crash."""
    result = CliRunner().invoke(main, ["say", "--", amount])
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_hear() -> None:
    """Minor units, day and lender of one sentence."""
    code, data = run("hear", "朔风银行信用卡中心那张卡，我周五还一万四", "--as-of", "2026-11-23")
    assert code == 0
    assert [a["minor"] for a in data["amounts"]] == [1_400_000]
    assert [d["day"] for d in data["dates"]] == ["2026-11-27"]
    assert [item["name"] for item in data["lenders"]] == ["朔风银行信用卡中心"]


def test_lint_all_is_clean_and_a_bad_guide_is_refused() -> None:
    """The shipped library exits with 0; a bad guide with 1 and its reason."""
    code, data = run("guide", "lint", "--all")
    assert (code, data["refused"]) == (0, 0)
    assert data["guides"] >= 11
    code, data = run("guide", "lint", str(BAD / "02_dead_end.yaml"))
    assert (code, data["by_check"]) == (1, {"dead_end": 1})
