"""The same point is not made twice in the same words (P4)."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.guides.faults import fault
from shounuo.guides.model import Guide
from shounuo.kernel.errors import Problem


def check(guide: Guide) -> Iterable[Problem]:
    """A sentence that stands twice in one step."""
    for name, step in guide.steps.items():
        for language in ("zh", "en"):
            seen: dict[str, str] = {}
            for line in step.lines:
                text = line.text[language]
                if text and text in seen and not (line.when or line.offer or line.consequence):
                    yield fault(
                        "repeated",
                        f"{guide.id}/{name}/{line.id}",
                        f"与“{seen[text]}”重复",
                        f"says the same as {seen[text]!r}",
                        "说一个新的要点",
                        "make a new point",
                    )
                    break
                seen.setdefault(text, line.id)
