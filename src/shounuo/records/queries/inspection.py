"""The inspector's lists and figures: what to look at first, how people agree, who needs coaching."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from shounuo.inspection.evaluation.yields import Listened, yields
from shounuo.inspection.urgency import LEAST_SECONDS
from shounuo.records.models import Appeal, FaultDecision, FoundFault, Inspection, Staff

REPEATED = 3
ACCEPTED = ("accepted", "changed")
GRAVE = ("critical", "major")


def to_inspect() -> QuerySet[Inspection]:
    """Calls nobody has been through, the worst per minute of listening first."""
    rows = Inspection.objects.filter(done_at=None)
    return rows.select_related("transcript__collector").order_by("-urgency", "pk")


def next_to_inspect(after: Inspection) -> Inspection | None:
    """The call that follows this one in the queue; at its end the first of those passed over."""
    rows = to_inspect().exclude(pk=after.pk)
    behind = Q(urgency__lt=after.urgency) | Q(urgency=after.urgency, pk__gt=after.pk)
    return rows.filter(behind).first() or rows.first()


def undecided_grave(inspection: Inspection) -> QuerySet[FoundFault]:
    """Critical and major findings nobody has decided about, in the call's order."""
    rows = inspection.faults.filter(state="open", severity__in=GRAVE)
    return rows.order_by("turn", "start")


def appeals_waiting() -> QuerySet[Appeal]:
    rows = Appeal.objects.filter(decision=None).select_related(
        "fault__inspection__transcript", "by"
    )
    return rows.order_by("at")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often people accepted what the engine found, per code."""

    code: str
    decided: int
    accepted: int

    @property
    def rate(self) -> float | None:
        return self.accepted / self.decided if self.decided else None


def agreement() -> list[Agreement]:
    """Per code over the engine's findings that a person has decided; the newest decision counts."""
    decided = FoundFault.objects.filter(source="engine").exclude(state="open")
    totals = Counter(decided.values_list("code", flat=True))
    accepted = Counter(decided.filter(state__in=ACCEPTED).values_list("code", flat=True))
    return [Agreement(code, n, accepted[code]) for code, n in totals.most_common()]


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


@dataclass(frozen=True, slots=True)
class Coaching:
    """A collector with the same accepted fault again and again."""

    collector: Staff
    code: str
    times: int


def coaching_list(as_of: datetime, days: int = 30) -> list[Coaching]:
    """Faults accepted at least three times in a month, most often first."""
    since = as_of - timedelta(days=days)
    rows = (
        FoundFault.objects.filter(state__in=ACCEPTED, inspection__transcript__called_at__gte=since)
        .exclude(inspection__transcript__collector=None)
        .values("inspection__transcript__collector", "code")
        .annotate(times=Count("inspection__transcript", distinct=True))
        .filter(times__gte=REPEATED)
        .order_by("-times")
    )
    people = Staff.objects.in_bulk()
    return [
        Coaching(people[row["inspection__transcript__collector"]], row["code"], row["times"])
        for row in rows
    ]


def own_faults(staff: Staff) -> QuerySet[FoundFault]:
    """Accepted findings on a collector's own calls: nothing before an inspector accepted it."""
    rows = FoundFault.objects.filter(
        inspection__transcript__collector=staff, state__in=ACCEPTED
    ).select_related("inspection__transcript", "appeal__decision")
    return rows.order_by("acknowledged_at", "-inspection__transcript__called_at")


def labelled_calls() -> Iterator[dict[str, Any]]:
    """Every call a person has been through, in the house form, labelled by the decisions."""
    done = Inspection.objects.exclude(done_at=None).select_related("transcript")
    for row in done.order_by("pk").iterator():
        body: dict[str, Any] = json.loads(row.transcript.body)
        faults = [fault for fault in row.faults.all() if fault.state in ACCEPTED]
        gold = body.get("gold") or {}
        body["gold"] = {
            "steps": row.steps,
            "findings": [
                {"code": f.code, "turn": f.turn, "quote": f.quote, "severity": f.severity}
                for f in faults
            ],
            "clean": not any(f.severity in ("critical", "major") for f in faults),
            "promise": row.promise,
            "disposition": row.disposition or None,
            "recorded_disposition": gold.get("recorded_disposition"),
            "recorded_promise": gold.get("recorded_promise"),
        }
        yield body


def decisions_of(fault: FoundFault) -> QuerySet[FaultDecision]:
    return fault.decisions.select_related("by").order_by("at")
