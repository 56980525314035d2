"""A guide is in force between its own days, and says what it is for."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.guides.faults import fault
from shounuo.guides.model import Guide
from shounuo.kernel.errors import Problem

PRODUCTS = frozenset({"credit_card", "consumer_loan", "business_loan", "auto_loan", "mortgage"})
STAGES = frozenset({"M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M7+"})
DIRECTIONS = frozenset({"inbound", "outbound"})


def check(guide: Guide) -> Iterable[Problem]:
    """Days out of order, and a scope that names nothing that exists."""
    if guide.effective_to is not None and guide.effective_to < guide.effective_from:
        yield fault(
            "never_in_force",
            guide.id,
            "失效日早于生效日",
            "it ends before it begins",
            "改正日期",
            "correct the dates",
        )
    for part, given, known in (
        ("products", guide.scope.products, PRODUCTS),
        ("stages", guide.scope.stages, STAGES),
        ("directions", guide.scope.directions, DIRECTIONS),
    ):
        for name in sorted(given - known):
            yield fault(
                "unknown_scope",
                f"{guide.id}/for/{part}",
                f"没有“{name}”",
                f"there is no {name!r}",
                f"可用：{', '.join(sorted(known))}",
                f"known: {', '.join(sorted(known))}",
            )
