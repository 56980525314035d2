"""What a person asks of us, effective at once: "not at work", "stop calling", "write only" …"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.actions._locks import lock_customer
from shounuo.records.actions.raise_flag import flag_within
from shounuo.records.models import Case, ContactPoint, PersonRequest, Staff
from shounuo.records.queries.flags import FLAG_OF_REQUEST
from shounuo.rules.requests import EFFECTS, HEARD_BY_PACKS


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
    """Records the request; the gate knows it from this transaction on. A repeat returns the first.

    Raises `Refused` for a request the rules know nothing of: it would bind nobody.
    """
    if kind not in EFFECTS and kind not in HEARD_BY_PACKS:
        raise Refused(_unknown(kind))
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
            if kind in FLAG_OF_REQUEST:
                details = {"contact": contact_id, "point": point_id}
                flag_within(
                    writing,
                    case.customer_id,
                    FLAG_OF_REQUEST[kind],
                    source="request",
                    details=details,
                )
        return request


def _unknown(kind: str) -> Problem:
    return Problem(
        "unknown_request",
        Text("没有这种要求", "No such request is known"),
        record=kind,
        rule="rules.requests",
        next_step=Text("从列表中选一种", "Choose one from the list"),
    )
