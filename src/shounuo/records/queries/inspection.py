"""The inspector's lists: what to look at first, who appeals, who needs coaching."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, Count, F, Max, OuterRef, Q, QuerySet, Subquery, When

from shounuo.records.models import Appeal, FaultDecision, FoundFault, Inspection, Staff
from shounuo.records.queries.call_clock import READ_BESIDE
from shounuo.records.queries.standing import ACCEPTED

REPEATED = 3
COACHING_DAYS = 30
GRAVE = ("critical", "major")
_CALL = [f"inspection__{path}" for path in READ_BESIDE]  # of a finding, with what tells its clock


def to_inspect() -> QuerySet[Inspection]:
    """Calls nobody has been through, the worst per minute of listening first."""
    rows = Inspection.objects.filter(done_at=None)
    told = rows.select_related("transcript__collector", *READ_BESIDE)
    return told.order_by("-urgency", "pk")


def next_to_inspect(after: Inspection) -> Inspection | None:
    """The call that follows this one in the queue; at its end the first of those passed over."""
    rows = to_inspect().exclude(pk=after.pk)
    behind = Q(urgency__lt=after.urgency) | Q(urgency=after.urgency, pk__gt=after.pk)
    return rows.filter(behind).first() or rows.first()


def undecided_grave(inspection: Inspection) -> QuerySet[FoundFault]:
    """Critical and major findings nobody has decided about, in the call's order."""
    rows = inspection.faults.filter(state="open", severity__in=GRAVE)
    return rows.order_by("turn", "start")


def undecided_after(fault: FoundFault) -> FoundFault | None:
    """The next finding of the call nobody has decided about; at its end the first passed over."""
    rows = fault.inspection.faults.filter(state="open").order_by("turn", "start", "pk")
    behind = [one for one in rows if (one.turn, one.start) >= (fault.turn, fault.start)]
    return next(iter(behind), None) or rows.first()


def newest_inspection() -> int:
    """What has come in by now, for `arrived_since`."""
    return Inspection.objects.aggregate(newest=Max("pk"))["newest"] or 0


def arrived_since(inspection_id: int) -> list[int]:
    """Calls read since then that hold a critical finding nobody has decided, the worst first."""
    rows = to_inspect().filter(
        pk__gt=inspection_id, faults__severity="critical", faults__state="open"
    )
    return list(dict.fromkeys(rows.values_list("pk", flat=True)))


def appeals_waiting() -> QuerySet[Appeal]:
    rows = Appeal.objects.filter(decision=None).select_related(
        "fault__inspection__transcript", "by"
    )
    return rows.order_by("at")


@dataclass(frozen=True, slots=True)
class Coaching:
    """A collector with the same accepted fault again and again."""

    collector: Staff
    code: str
    times: int


def coaching_list(as_of: datetime) -> list[Coaching]:
    """Faults accepted in at least three calls of a month, most often first."""
    rows = (
        _lately_accepted(as_of)
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


def coaching_behind(staff: Staff, code: str, as_of: datetime) -> QuerySet[FoundFault]:
    """The findings a line of the list stands on, the newest call first."""
    rows = _lately_accepted(as_of).filter(inspection__transcript__collector=staff, code=code)
    return rows.select_related(*_CALL).order_by("-inspection__transcript__called_at", "turn")


def _lately_accepted(as_of: datetime) -> QuerySet[FoundFault]:
    since = as_of - timedelta(days=COACHING_DAYS)
    return FoundFault.objects.filter(
        state__in=ACCEPTED, inspection__transcript__called_at__gte=since
    )


def own_faults(staff: Staff) -> QuerySet[FoundFault]:
    """Accepted findings on a collector's own calls, and what became of those they appealed.

    Nothing before an inspector accepted it; those whose last word is not seen yet first, then the newest calls.
    `seen_at`: when that word was seen.
    """
    shown = Q(state__in=ACCEPTED) | Q(appeal__by=staff)
    rows = FoundFault.objects.filter(shown, inspection__transcript__collector=staff)
    last = FaultDecision.objects.filter(fault=OuterRef("pk")).order_by("-at")
    known = Q(told_at=None) | Q(acknowledged_at__gte=F("told_at"))
    rows = rows.annotate(told_at=Subquery(last.values("at")[:1])).annotate(
        seen_at=Case(When(known, then=F("acknowledged_at")))
    )
    unseen = F("seen_at").asc(nulls_first=True)
    return rows.select_related(*_CALL, "appeal__decision").order_by(
        unseen, "-inspection__transcript__called_at", "pk"
    )
