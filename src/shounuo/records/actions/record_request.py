"""What a person asks of us, effective at once: "not at work", "stop calling", "write only" …"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shounuo.records.actions._act import act
from shounuo.records.actions._locks import lock_customer
from shounuo.records.actions.raise_flag import flag_within
from shounuo.records.models import Case, ContactPoint, PersonRequest, Staff

# A request that is also a standing flag on the case: it keeps the case out of the queue or marks it.
FLAGS = {
    "stop_contact": "cease_requested",
    "attorney": "attorney_represented",
    "third_party_refused": "third_party_refused",
    "not_at_work": "no_workplace_calls",
    "complaint": "complaint_hold",
    "dispute": "dispute",
    "hardship": "vulnerable",
}


def record_request(
    *,
    case_id: int,
    kind: str,
    staff: Staff,
    recorded_at: datetime,
    by_role: str = "customer",
    point_id: int | None = None,
    contact_id: int | None = None,
    scope: Mapping[str, Any] | None = None,
    received_at: datetime | None = None,
) -> PersonRequest:
    """Records the request; the gate knows it from this transaction on. A repeat returns the first."""
    with act(actor=staff, recorded_at=recorded_at, effective_at=received_at) as writing:
        case = Case.objects.get(pk=case_id)
        lock_customer(case.customer_id)
        point = ContactPoint.objects.filter(pk=point_id, customer_id=case.customer_id).first()
        request, new = PersonRequest.objects.get_or_create(
            customer_id=case.customer_id,
            point=point,
            by_role=by_role,
            kind=kind,
            ended_at=None,
            scope=dict(scope or {}),
            defaults={
                "received_at": writing.effective_at,
                "recorded_at": recorded_at,
                "contact_id": contact_id,
            },
        )
        if new:
            payload = {"request": kind, "by": by_role, "point": point_id, "scope": request.scope}
            writing.event(f"case:{case.pk}", "RequestRecorded", payload)
            writing.publish("case", case.pk)
            if kind in FLAGS:
                details = {"contact": contact_id, "point": point_id}
                flag_within(
                    writing, case.customer_id, FLAGS[kind], source="request", details=details
                )
        return request
