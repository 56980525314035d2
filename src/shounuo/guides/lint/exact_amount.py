"""The exact amount is always said (P25): with the facts, and beside every rounded ask."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.domain.steps import Step
from shounuo.guides.faults import fault
from shounuo.guides.lint.graph import covering
from shounuo.guides.model import Guide
from shounuo.guides.placeholders import named_in
from shounuo.kernel.errors import Problem

_EXACT = frozenset({"due", "past_due", "total", "last_promise_amount"})


def check(guide: Guide) -> Iterable[Problem]:
    """A facts step without lender or figure; a rounded figure without the exact one in the same line."""
    for name in sorted(covering(guide, Step.STATE_FACTS)):
        yield from _facts(guide, name)
    for name, step in guide.steps.items():
        for line in step.lines:
            for language in ("zh", "en"):
                blanks = set(named_in(line.text[language]))
                if "rounded_ask" in blanks and not blanks & _EXACT:
                    yield fault(
                        "amount_unclear",
                        f"{guide.id}/{name}/{line.id}",
                        "只说了整数，没有说准数",
                        "gives the rounded figure without the exact one",
                        "同一句里带上 {past_due} 或 {due}",
                        "say {past_due} or {due} in the same line",
                    )
                    break


def _facts(guide: Guide, name: str) -> Iterable[Problem]:
    for language in guide.languages:
        blanks = {
            blank for line in guide.steps[name].lines for blank in named_in(line.text[language])
        }
        if not blanks & _EXACT:
            yield fault(
                "amount_unclear",
                f"{guide.id}/{name}",
                f"说明事实（{language}）没有金额",
                f"the facts ({language}) name no amount",
                "说出 {past_due} 和 {due}",
                "name {past_due} and {due}",
            )
            return
    every_name = {
        blank
        for step in guide.steps.values()
        for line in step.lines
        for blank in named_in(line.text.zh)
    }
    if "lender_full_name" not in every_name:
        yield fault(
            "lender_unnamed",
            f"{guide.id}/{name}",
            "整份话术没有说机构全称",
            "the lender's full name is never said",
            "说出 {lender_full_name}",
            "say {lender_full_name}",
        )
