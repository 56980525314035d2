"""Sentences no guide may say, and decent ones it may: added to a good guide, each is judged where it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from shounuo.guides.library import build, documents
from shounuo.guides.lint import audience, bindings, conduct, figures, wording
from shounuo.guides.model import Guide


def _lines(name: str) -> list[tuple[str, str, str, str]]:
    rows = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return [
        (row["parent"], row["step"], row["language"], line) for row in rows for line in row["lines"]
    ]


LINES, HARMLESS_LINES = _lines("refused_lines.yaml"), _lines("allowed_lines.yaml")
# Said instead in the other language, so that only the sentence under test can be at fault.
HARMLESS = {
    "zh": "跟您客观地说明一下今天的情况。",
    "en": "Let me tell you plainly how this stands today.",
}
ALLOWED = (
    "您放心，这属于民事纠纷，不会因为暂时还不上就坐牢。",
    "我不是公安也不是法院，我是{institution}的工作人员。",
    "我们不会联系您的父母和单位，请您放心。",
    "您慢慢说，我一条一条记下来。",
)


def with_line(parent: str, step: str, language: str, line: str) -> Guide:
    """The parent with this line at this step, the only line left in it."""
    other = "en" if language == "zh" else "zh"
    raw: dict[str, Any] = {**documents()[parent], "id": "tried", "extends": parent, "steps": {step: {"say": {"tried": {language: line, other: HARMLESS[other]}}}}}  # fmt: skip
    found = build(
        {key: value for key, value in raw.items() if key not in ("about", "everywhere")},
        documents(),
    )
    assert found.guide is not None
    # The lines around it are not under test here.
    steps = {
        name: replace(one, lines=tuple(x for x in one.lines if x.id == "tried"))
        for name, one in found.guide.steps.items()
    }
    return replace(found.guide, steps=steps)


def refused(guide: Guide) -> set[str]:
    """The checks that refuse the line added."""
    checks = (wording.check, bindings.check, audience.check, figures.check, conduct.check)
    return {
        problem.code
        for check in checks
        for problem in check(guide)
        if problem.record.endswith("/tried")
    }


@pytest.mark.parametrize(("parent", "step", "language", "line"), LINES)
def test_refused(parent: str, step: str, language: str, line: str) -> None:
    """The sentence is refused in the guide and at the step where it was put."""
    assert refused(with_line(parent, step, language, line))


@pytest.mark.parametrize(("parent", "step", "language", "line"), HARMLESS_LINES)
def test_not_refused(parent: str, step: str, language: str, line: str) -> None:
    """No check refuses the sentence in the guide and at the step where it was put."""
    assert refused(with_line(parent, step, language, line)) == set()


@pytest.mark.parametrize("line", ALLOWED)
def test_allowed(line: str) -> None:
    """A denial or a courtesy with the same words in it is no fault of wording."""
    guide = with_line("cn-consumer-loan", "reason", "zh", line)
    assert [p.code for p in wording.check(guide) if p.record.endswith("/tried")] == []
