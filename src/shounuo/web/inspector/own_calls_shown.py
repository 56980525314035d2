"""A collector's inspected calls in a row each: the score, the steps that were missing, what the customer thought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shounuo.inspection.score import Score
from shounuo.records.models import Inspection, Staff
from shounuo.records.queries.own_calls import own_calls
from shounuo.records.queries.ratings import rating_of
from shounuo.records.queries.standing import standing
from shounuo.web.inspector.stars import drawn
from shounuo.web.inspector.steps_shown import Shown, steps_shown

NO_WORDS: dict[str, list[object]] = {"turns": []}  # a step that is missing has none


@dataclass(frozen=True, slots=True)
class OwnCall:
    """`missing`: the steps that took points, each with who found so where an inspector did."""

    inspection: Inspection
    score: Score
    missing: list[Shown]
    stars: int | None
    drawn: str


def own_calls_shown(staff: Staff, as_of: datetime) -> Iterator[OwnCall]:
    for inspection in own_calls(staff, as_of):
        stands = standing(inspection)
        rating = rating_of(inspection.transcript.contact_id)
        yield OwnCall(
            inspection,
            stands.score,
            [step for step in steps_shown(inspection, stands, NO_WORDS) if step.costs],
            rating.stars if rating else None,
            drawn(rating.stars) if rating else "",
        )
