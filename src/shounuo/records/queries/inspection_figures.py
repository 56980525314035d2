"""How people agree with the engine and with each other, and what the queue's order is worth."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from shounuo.inspection.evaluation.counts import wilson
from shounuo.inspection.evaluation.yields import Listened, yields
from shounuo.inspection.urgency import LEAST_SECONDS
from shounuo.records.models import Appeal, FaultDecision, FoundFault, Inspection
from shounuo.records.queries.inspection import GRAVE
from shounuo.records.queries.standing import ACCEPTED


@dataclass(frozen=True, slots=True)
class Agreement:
    """How people decided about what the engine found under one code; the newest decision counts."""

    code: str
    decided: int
    accepted: int
    changed: int

    @property
    def rejected(self) -> int:
        return self.decided - self.accepted - self.changed

    @property
    def rate(self) -> float:
        return self.accepted / self.decided

    @property
    def interval(self) -> tuple[float, float] | None:
        return wilson(self.accepted, self.decided)


def agreement() -> list[Agreement]:
    """Per code as the engine named it: a finding changed to another code was not agreed with."""
    first = FaultDecision.objects.filter(fault=OuterRef("pk"), decision="change").order_by(
        "at", "pk"
    )
    rows = (
        FoundFault.objects.filter(source="engine")
        .exclude(state="open")
        .annotate(named=Coalesce(NullIf(Subquery(first.values("was")[:1]), Value("")), "code"))
        .values_list("named", "state")
    )
    counted = Counter(rows)
    totals = Counter(code for code, _ in rows)
    return [
        Agreement(code, n, counted[code, "accepted"], counted[code, "changed"])
        for code, n in totals.most_common()
    ]


@dataclass(frozen=True, slots=True)
class Appealed:
    """What second inspectors made of appeals: how often the first word stood."""

    waiting: int
    decided: int
    stood: int


def appealed() -> Appealed:
    told = Counter(Appeal.objects.values_list("decision__decision", flat=True))
    waiting = told.pop(None, 0)
    return Appealed(waiting, told.total(), told["accept"])


@dataclass(frozen=True, slots=True)
class Yield:
    """Accepted critical and major findings per minute listened: the queue's first tenth of minutes, and all of them."""

    listened_minutes: float
    found: int
    in_order: float | None
    at_random: float | None

    @property
    def times_random(self) -> float | None:
        return self.in_order / self.at_random if self.in_order and self.at_random else None


def yield_per_minute() -> Yield:
    """Over calls that people have been through: the tenth of their minutes the queue put first, against all."""
    rows = list(
        Inspection.objects.exclude(done_at=None)
        .select_related("transcript")
        .prefetch_related("faults")
        .order_by("-urgency", "pk")
    )
    calls = [Listened(row.urgency, _minutes(row), _serious(row), critical=False) for row in rows]
    found = yields(calls)
    return Yield(
        sum(call.minutes for call in calls),
        sum(call.serious for call in calls),
        found.in_order if found else None,
        found.at_random if found else None,
    )


def _minutes(row: Inspection) -> float:
    return max(row.transcript.seconds, LEAST_SECONDS) / 60


def _serious(row: Inspection) -> int:
    return sum(fault.state in ACCEPTED and fault.severity in GRAVE for fault in row.faults.all())
