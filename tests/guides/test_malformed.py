"""Whatever is written in a guide file, the linter answers with problems and never with a crash."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shounuo.guides.library import build, documents, load_file, parse
from shounuo.guides.lint import lint_loaded

JUNK = st.sampled_from([None, 7, -1, 2.5, True, "", "某某", "{", "{due", [], ["a", 3], {}, {"zh": 5}, {"to": ["x"]}, [[1]], {"key": {"a": 1}}])  # fmt: skip


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every node below the top."""
    here = [path] if path else []
    items = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    return here + [p for key, value in items for p in places(value, (*path, key))]


NAMES = ["cn-third-party", "us-voicemail", "cn-card-m1", "us-location", "cn-broken-promise"]
PLACES = [(name, path) for name in NAMES for path in places(documents()[name])]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PLACES), JUNK)
def test_any_node_may_be_junk(place: tuple[str, tuple[Any, ...]], junk: Any) -> None:
    """One node of a good guide replaced by anything gives a list of problems, each in both languages."""
    name, path = place
    raw = copy.deepcopy(dict(documents()[name]))
    node: Any = raw
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = junk
    for problem in lint_loaded(build(raw, documents(), name)):
        assert problem.what.zh
        assert problem.what.en


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n- b\n",
        "a: [",
        "just words",
        "id: x\nid: y\n",
        "id: x\nsteps: {a: {say: {b: {zh: 1, zh: 2}}}}\n",
        "\t",
    ],
)
def test_files_that_are_no_guides(text: str, tmp_path: Any) -> None:
    """Empty files, lists, broken YAML and keys written twice are refused as form."""
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    found = lint_loaded(load_file(path))
    assert found
    assert {problem.code for problem in found} == {"format"}


def test_a_guide_cannot_inherit_from_itself() -> None:
    """A circle of parents is named, not followed."""
    raw, _ = parse("id: a\nextends: b\n")
    other, _ = parse("id: b\nextends: a\n")
    found = lint_loaded(build(raw, {"a": raw, "b": other}))
    assert [problem.code for problem in found] == ["inheritance"]
