"""Which amount was advised on a call, on which facts, and what the customer said they have (P23, P26).

Kept with the call and told again by its end, so that what came of it can teach the weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shounuo.records.actions._act import act
from shounuo.records.models import Contact, Staff
from shounuo.records.queries.advice import advice_for
from shounuo.records.queries.who_is_told import may_be_told


def log_advice(
    *,
    contact_id: int,
    staff: Staff,
    recorded_at: datetime,
    advice: Mapping[str, Any],
    said: Mapping[str, Any],
) -> Contact:
    """`advice`: `Advice.log()`. `said`: what the customer told, named as in `amount_advice.facts.Known`.

    A call with its code is not touched; the same advice again adds no event.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        contact = Contact.objects.select_for_update().get(pk=contact_id)
        logged = {**advice, "said": dict(said)}
        if contact.state != "in_flight" or contact.steps.get("advice") == logged:
            return contact
        contact.steps = {**contact.steps, "advice": logged}
        contact.save(update_fields=["steps"])
        payload = {"contact": contact.pk, **logged}
        writing.event(f"case:{contact.case_id}", "AmountAdvised", payload)
        return contact


def begin_advice(contact: Contact, *, staff: Staff, recorded_at: datetime) -> None:
    """What was advised when the line was answered is kept with the call, whoever told that it was."""
    if "advice" in contact.steps or not may_be_told(contact.role):
        return
    advice = advice_for(contact.case, recorded_at)
    if advice is not None:
        log_advice(
            contact_id=contact.pk,
            staff=staff,
            recorded_at=recorded_at,
            advice=advice.log(),
            said={},
        )
