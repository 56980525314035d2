"""One call inspected: everything the engine says about it, stamped with the versions it was made with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from shounuo.inspection.citations import of_place
from shounuo.inspection.doubt import doubted, duties, firm
from shounuo.inspection.measures import Measures, measure
from shounuo.inspection.model import Call, Finding, SpokenPromise
from shounuo.inspection.reading import Reading
from shounuo.inspection.registry import find_all
from shounuo.inspection.score import CURRENT_CARD, Score, score
from shounuo.inspection.summary import summarise
from shounuo.inspection.tasks import Task
from shounuo.inspection.weighing import weigh, weigh_steps
from shounuo.inspection.weighing.ending import told_disposition
from shounuo.inspection.weighing.promised import told_promise
from shounuo.kernel.text import Text

# Raised whenever a finding could change; past reports keep the version they were made with.
ENGINE = "11"


@dataclass(frozen=True)
class Report:
    """Steps hold the turn number where each was first done, None when it was not; a finding cites its place's law."""

    call_id: str
    engine: str
    findings: tuple[Finding, ...]
    steps: dict[str, int | None]
    promise: SpokenPromise | None
    disposition: str | None
    measures: Measures
    score: Score
    tasks: tuple[Task, ...]
    summary: Text
    jurisdiction: str
    jurisdiction_assumed: bool

    @property
    def clean(self) -> bool:
        """No critical or major finding."""
        return all(finding.severity == "minor" for finding in self.findings)


def inspect_call(call: Call, card: str = CURRENT_CARD) -> Report:
    """The report of one call. Pure: the same call and card give the same report."""
    reading = Reading(call)
    findings = _under_its_law(call, doubted(call, tuple(weigh(reading, find_all(reading)))))
    steps = {name: turn.turn.i if turn else None for name, turn in weigh_steps(reading).items()}
    agreed = told_promise(reading)
    promise = agreed.said if agreed else None
    return Report(
        call_id=call.id,
        engine=ENGINE,
        findings=findings,
        steps=steps,
        promise=promise,
        disposition=told_disposition(reading),
        measures=measure(reading),
        score=score(firm(call, findings), steps, promised=promise is not None, version=card),
        tasks=duties(reading, findings),
        summary=summarise(reading, findings),
        jurisdiction=call.context.jurisdiction,
        jurisdiction_assumed=call.context.jurisdiction_assumed,
    )


def _under_its_law(call: Call, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    place = call.context.jurisdiction
    return tuple(replace(f, citation=of_place(f.citation, place)) for f in findings)
