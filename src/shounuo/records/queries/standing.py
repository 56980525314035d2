"""What of a reading stands after people: accepted findings, steps as corrected, the score and sentence of these alone.

The engine's own points and summary count findings that nobody has accepted; they are for those who decide.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from shounuo.inspection.house_form import promise_from
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.score import Score, score_of
from shounuo.inspection.summary import sentence
from shounuo.kernel.text import Text
from shounuo.records.models import Inspection, Team

ACCEPTED = ("accepted", "changed")


@dataclass(frozen=True, slots=True)
class Standing:
    """By the card of the reading, which never changes."""

    steps: dict[str, int | None]
    score: Score
    summary: Text


def standing(inspection: Inspection) -> Standing:
    codes = _accepted(inspection)
    steps = steps_told(inspection)
    return Standing(
        steps,
        _score(inspection, steps),
        sentence(inspection.disposition, _promise(inspection), _currency(inspection), codes),
    )


def mean_points(team: Team, span: tuple[datetime, datetime]) -> dict[int, tuple[int, float]]:
    """Collector of the team -> how many calls of the span inspectors went through, and their mean score.

    Of a call read more than once the reading gone through last counts.
    """
    rows = (
        Inspection.objects.filter(
            transcript__collector__team=team,
            transcript__called_at__gte=span[0],
            transcript__called_at__lt=span[1],
        )
        .exclude(done_at=None)
        .order_by("done_at", "pk")
    )
    newest = {
        row.transcript_id: row
        for row in rows.select_related("transcript").prefetch_related("faults", "step_decisions")
    }
    points: defaultdict[int, list[int]] = defaultdict(list)
    for row in newest.values():
        collector = row.transcript.collector_id
        points[collector].append(_score(row, steps_told(row)).points)
    return {collector: (len(told), sum(told) / len(told)) for collector, told in points.items()}


def _accepted(inspection: Inspection) -> list[str]:
    return [fault.code for fault in inspection.faults.all() if fault.state in ACCEPTED]


def _score(inspection: Inspection, steps: dict[str, int | None]) -> Score:
    promised = inspection.promise is not None
    return score_of(_accepted(inspection), steps, promised=promised, version=inspection.card)


def steps_told(inspection: Inspection) -> dict[str, int | None]:
    """The engine's steps, overruled by the newest word of an inspector on each."""
    decided = sorted(inspection.step_decisions.all(), key=lambda row: (row.at, row.pk))
    told = {row.step: row.turn for row in decided}
    return {**inspection.steps, **told}


def _promise(inspection: Inspection) -> SpokenPromise | None:
    return promise_from(inspection.promise) if inspection.promise is not None else None


def _currency(inspection: Inspection) -> str:
    context = json.loads(inspection.transcript.body).get("context") or {}
    return str(context.get("currency") or "CNY")
