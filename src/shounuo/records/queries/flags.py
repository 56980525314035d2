"""The flags of a customer as they were known at a moment about a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shounuo.domain.flags import Flag as FlagKind
from shounuo.domain.flags import FlagEvent, case_flags
from shounuo.records.models import Customer, Flag, PersonRequest

# A request (`rules.requests.EFFECTS`) that is also a standing flag of the case.
FLAG_OF_REQUEST = {
    "stop_all": FlagKind.CEASE_REQUESTED,
    "has_lawyer": FlagKind.ATTORNEY_REPRESENTED,
    "third_party_refuses": FlagKind.THIRD_PARTY_REFUSED,
    "not_at_work": FlagKind.NO_WORKPLACE_CALLS,
    "complains": FlagKind.COMPLAINT_HOLD,
    "disputes": FlagKind.DISPUTED,
}
# Raised by a call's code or by hand: a person may lift them.
LIFTED_BY_HAND = frozenset({"call", "hand"})


def held_up_by_requests(customer_id: int) -> frozenset[str]:
    """The flags that stand because somebody asked for something and has not taken it back."""
    standing = PersonRequest.objects.filter(customer=customer_id, ended_at=None)
    kinds = standing.values_list("kind", flat=True)
    return frozenset(FLAG_OF_REQUEST[k].value for k in kinds if k in FLAG_OF_REQUEST)


def flags_then(customer_id: int, *, about: date, known_by: datetime) -> frozenset[FlagKind]:
    """The flags true of the day `about` as far as recorded by `known_by` (aware)."""
    zone = ZoneInfo(Customer.objects.select_related("lender").get(pk=customer_id).lender.zone)
    rows = Flag.objects.filter(customer=customer_id, account=None)
    return case_flags((event for row in rows for event in _events(row, zone)), about, known_by)


def _events(row: Flag, zone: ZoneInfo) -> Iterator[FlagEvent]:
    """A row is raised once and lowered at most once; days are the lender's."""
    if row.kind not in set(FlagKind):
        return
    kind = FlagKind(row.kind)
    began = row.effective_at.astimezone(zone).date()
    yield FlagEvent(kind, True, began, row.recorded_at, id=str(row.pk))
    if row.ended_at is not None and row.end_recorded_at is not None:
        ended = row.ended_at.astimezone(zone).date()
        yield FlagEvent(kind, False, ended, row.end_recorded_at, id=str(row.pk))
