"""One call inspected: everything the engine says about it, stamped with the engine's version."""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.inspection.model import Call, Finding, SpokenPromise
from shounuo.inspection.reading import Reading
from shounuo.inspection.registry import find_all

# Raised whenever a finding could change; past reports keep the version they were made with.
ENGINE = "1"


@dataclass(frozen=True)
class Report:
    """Steps hold the turn number where each was first done, None when it was not."""

    call_id: str
    engine: str
    findings: tuple[Finding, ...]
    steps: dict[str, int | None]
    promise: SpokenPromise | None
    disposition: str | None

    @property
    def clean(self) -> bool:
        """No critical or major finding."""
        return all(finding.severity == "minor" for finding in self.findings)


def inspect_call(call: Call) -> Report:
    """The report of one call. Pure: the same call gives the same report."""
    reading = Reading(call)
    return Report(
        call.id,
        ENGINE,
        tuple(find_all(reading)),
        {name: turn.turn.i if turn else None for name, turn in reading.step_turns.items()},
        reading.promise.said if reading.promise else None,
        reading.disposition,
    )
