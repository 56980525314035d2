"""Regulation F's worked examples and boundaries, decided case by case."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared_files import shared
from shounuo.commands._rules.check import checked
from shounuo.feeds.rule_cases import read_cases

OWN = sorted((Path(__file__).parents[1] / "cases" / "us").glob("*.jsonl"))
REGULATORS = shared("compliance/us/regf_vectors.jsonl")
FILES = [*OWN, REGULATORS] if REGULATORS else OWN


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_case_of_the_file_agrees(path: Path):
    """The engine answers each case as the text of the rule or its comment does."""
    result = checked(read_cases(path.read_text("utf-8").splitlines()))
    assert result["problems"] == []
    wrong = {row["id"]: (row["differs"], row["got"]) for row in result["rows"] if not row["agree"]}
    assert wrong == {}
    assert result["total"] > 0
