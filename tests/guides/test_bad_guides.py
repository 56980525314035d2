"""Guides that must not be used, each refused for the reason named on its first line."""

from __future__ import annotations

from pathlib import Path

import pytest

from shounuo.guides.library import load_file
from shounuo.guides.lint import lint_loaded

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))


def test_there_are_more_than_thirty() -> None:
    """The trial has at least thirty guides, no two refused for the same sentence."""
    assert len(BAD) >= 30


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_refused_for_its_own_reason(path: Path) -> None:
    """The linter finds the fault that was put in; what follows from it may be found too."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    expected = set(first.removeprefix("# refused: ").split(", "))
    found = lint_loaded(load_file(path))
    assert {problem.code for problem in found} >= expected, [problem.line() for problem in found]
    assert all(problem.what.zh and problem.what.en for problem in found)
