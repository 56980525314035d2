"""The flags of a customer as they were known at a moment about a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shounuo.domain.flags import Flag as FlagKind
from shounuo.domain.flags import FlagEvent, case_flags
from shounuo.records.models import Customer, Flag


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
