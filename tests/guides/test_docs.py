"""The page about guides is true: its example passes the linter and its tables are complete."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from shounuo.guides.bindings import consequences, offers
from shounuo.guides.conditions import CONDITIONS
from shounuo.guides.inheritance import merge
from shounuo.guides.library import build, documents
from shounuo.guides.lint import lint_loaded
from shounuo.guides.placeholders import placeholders

PAGE = (Path(__file__).parents[2] / "docs" / "guides.md").read_text(encoding="utf-8")


def test_the_example_is_a_guide() -> None:
    """The example in the page is accepted as it stands."""
    found = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert found
    raw = yaml.safe_load(found[1])
    assert lint_loaded(build(merge({}, raw), documents())) == []


def test_the_tables_are_complete() -> None:
    """Every placeholder, condition, consequence and offer that exists is in the page."""
    wanted = [f"`{{{name}}}`" for name in placeholders()]
    wanted += [f"`{name}`" for name in (*CONDITIONS, *consequences(), *offers())]
    assert [name for name in wanted if name not in PAGE] == []
