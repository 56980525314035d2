"""What of a reading stands after people: accepted findings, steps as corrected, the score and sentence of these alone.

The engine's own points and summary count findings that nobody has accepted; they are for those who decide.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.score import Score, score_of
from shounuo.inspection.summary import sentence
from shounuo.kernel.text import Text
from shounuo.records.models import Inspection

ACCEPTED = ("accepted", "changed")


@dataclass(frozen=True, slots=True)
class Standing:
    """By the card of the reading, which never changes."""

    steps: dict[str, int | None]
    score: Score
    summary: Text


def standing(inspection: Inspection) -> Standing:
    codes = [fault.code for fault in inspection.faults.all() if fault.state in ACCEPTED]
    steps = steps_told(inspection)
    promised = inspection.promise is not None
    return Standing(
        steps,
        score_of(codes, steps, promised=promised, version=inspection.card),
        sentence(inspection.disposition, _promise(inspection), _currency(inspection), codes),
    )


def steps_told(inspection: Inspection) -> dict[str, int | None]:
    """The engine's steps, overruled by the newest word of an inspector on each."""
    told = {row.step: row.turn for row in inspection.step_decisions.order_by("at", "pk")}
    return {**inspection.steps, **told}


def _promise(inspection: Inspection) -> SpokenPromise | None:
    told = inspection.promise
    if told is None:
        return None
    day = date.fromisoformat(told["date"]) if told["date"] else None
    return SpokenPromise(told["cents"], day, told["method"], told["explicit"])


def _currency(inspection: Inspection) -> str:
    context = json.loads(inspection.transcript.body).get("context") or {}
    return str(context.get("currency") or "CNY")
