"""The steps of a call as its page shows them: the words that tell each, what its lack costs, who corrected it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from shounuo.domain.steps import NAMES, Step
from shounuo.inspection.score import step_costs
from shounuo.kernel.text import Text
from shounuo.records.models import Inspection, StepDecision
from shounuo.records.queries.standing import Standing

WORDS = 28  # enough to know the sentence again


@dataclass(frozen=True, slots=True)
class Shown:
    """`costs`: points taken off because it is missing, 0 when nothing is."""

    key: str
    name: Text
    turn: int | None
    words: str
    costs: int
    decisions: list[StepDecision] = field(default_factory=list)


def steps_shown(inspection: Inspection, stands: Standing, body: Mapping[str, Any]) -> list[Shown]:
    """In the call's order, as they stand after people."""
    texts = {turn["i"]: turn["text"] for turn in body["turns"]}
    costs = step_costs(
        stands.steps, promised=inspection.promise is not None, version=inspection.card
    )
    said = list(inspection.step_decisions.select_related("by").order_by("at", "pk"))
    return [
        Shown(
            key,
            NAMES[Step(key)],
            turn,
            _short(texts.get(turn, "")),
            costs.get(key, 0),
            [one for one in said if one.step == key],
        )
        for key, turn in stands.steps.items()
    ]


def _short(text: str) -> str:
    return text if len(text) <= WORDS else f"{text[:WORDS]}…"
