"""What a reviewer adds to the engine on labelled calls, by the same figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from shounuo.feeds.reviewer import propose, reviewer
from shounuo.inspection.evaluation.calls import Figures
from shounuo.inspection.evaluation.gold import Gold
from shounuo.inspection.model import Call
from shounuo.inspection.report import Report


def reviewed(items: list[tuple[Call, Gold | None]], reports: list[Report]) -> dict[str, Any]:
    """Figures of the proposals alone and of engine and proposals together. UsageError when no reviewer is set."""
    who = reviewer()
    if who is None:
        raise click.UsageError("no reviewer is set: SHOUNUO_REVIEWER_URL")
    alone, together, failed, proposed = Figures(), Figures(), [], 0
    for (call, gold), found in zip(items, reports, strict=True):
        said, problem = propose(who, call)
        failed += [problem] if problem else []
        proposed += len(said)
        if gold is not None:
            alone.add(gold, replace(found, findings=said))
            known = {(f.code, f.turn) for f in found.findings}
            fresh = tuple(f for f in said if (f.code, f.turn) not in known)
            together.add(gold, replace(found, findings=(*found.findings, *fresh)))
    return {
        "model": who.model,
        "asked": len(items),
        "failed": len(failed),
        "problems": [problem.line("en") for problem in failed[:5]],
        "proposed": proposed,
        "proposals": _figures(alone),
        "together": _figures(together),
    }


def _figures(figures: Figures) -> dict[str, Any]:
    grave = {str(name): figures.severity(name).as_json() for name in ("critical", "major", "minor")}
    return {**grave, "clean_accused": figures.clean_accused.as_json()}
