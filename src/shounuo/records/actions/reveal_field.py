"""Showing a masked value is an act of its own, with a reason, on the case's chain."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions._act import act
from shounuo.records.models import Case, ContactPoint, Customer, Staff

FIELDS = ("name", "id_no", "ref")


def reveal_customer_field(
    *, case_id: int, field: str, staff: Staff, recorded_at: datetime, reason: str
) -> str:
    """The plain value of a customer's field; the showing is recorded, the value is not."""
    if field not in FIELDS:
        raise ValueError(f"no such field to reveal: {field}")
    with act(actor=staff, recorded_at=recorded_at) as writing:
        case = Case.objects.get(pk=case_id)
        payload = {"field": field, "reason": reason}
        writing.event(f"case:{case_id}", "FieldRevealed", payload)
        value: str = getattr(Customer.objects.get(pk=case.customer_id), field)
        return value


def reveal_point(
    *, case_id: int, point_id: int, staff: Staff, recorded_at: datetime, reason: str
) -> str:
    """The plain number or address of a contact point."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        case = Case.objects.get(pk=case_id)
        point = ContactPoint.objects.get(pk=point_id, customer_id=case.customer_id)
        payload = {"field": f"point:{point_id}", "reason": reason}
        writing.event(f"case:{case_id}", "FieldRevealed", payload)
        return point.value


def record_export(*, staff: Staff, what: str, rows: int, recorded_at: datetime) -> None:
    """An export left the house: who, what, how many rows."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        writing.event(f"staff:{staff.pk}", "Exported", {"what": what, "rows": rows})


def record_pack(*, case_id: int, disclosed: bool, recorded_at: datetime) -> None:
    """An evidence pack of the case was written at the command line."""
    with act(actor="command", recorded_at=recorded_at) as writing:
        writing.event(f"case:{case_id}", "EvidencePackWritten", {"disclosed": disclosed})
