"""The share of the day's numbers that the lender allotted to the collecting organisation."""

from __future__ import annotations

from typing import Literal

from shounuo.rules.facts import Facts
from shounuo.rules.past import Basis

Kind = Literal["connected_share", "attempts_share"]


def own_share(facts: Facts, kind: Kind) -> int | None:
    """The smallest share in force, 0 where a quota names none; None without a quota."""
    own, when = facts.proposed.collector.organisation, facts.proposed.when
    shares = [
        getattr(coverage, kind) or 0
        for coverage in facts.coverage
        if coverage.basis is Basis.QUOTA
        and coverage.organisation == own
        and coverage.evidence
        and coverage.covers(when)
    ]
    return min(shares) if shares else None
