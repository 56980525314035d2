"""An import ends: done, stopped for a person to decide, or failed, with its counts and totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from shounuo.kernel.errors import Problem
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import ImportRun

STATES = ("done", "stopped", "failed")


def end_import(
    *,
    run: ImportRun,
    state: str,
    counts: Mapping[str, Any],
    control_totals: Mapping[str, Any],
    problems: Sequence[Problem],
    actor: Actor,
    recorded_at: datetime,
) -> ImportRun:
    """Closes the run. Faults of the file as a whole stay with it in both languages."""
    if state not in STATES:
        raise ValueError(f"no such end of an import: {state}")
    with act(actor=actor, recorded_at=recorded_at) as writing:
        run.state, run.ended_at = state, recorded_at
        run.counts, run.control_totals = dict(counts), dict(control_totals)
        run.problems = [as_plain(problem) for problem in problems]
        run.save()
        payload = {"state": state, "counts": run.counts, "totals": run.control_totals}
        payload["problems"] = [problem.code for problem in problems]
        writing.event(f"import:{run.pk}", "ImportEnded", payload)
        writing.publish("import", run.pk)
        return run


def as_plain(problem: Problem) -> dict[str, Any]:
    """A problem as plain data."""
    return {
        "code": problem.code,
        "record": problem.record,
        "what": {"zh": problem.what.zh, "en": problem.what.en},
        "next": {"zh": problem.next_step.zh, "en": problem.next_step.en},
    }
