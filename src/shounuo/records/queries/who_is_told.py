"""Who on the line may learn of the debt. Everybody else, and every role not known here, may not."""

from __future__ import annotations

from shounuo.records.models import Contact, Staff
from shounuo.records.queries.worked import open_call_of

TOLD = frozenset({"customer", "guarantor", "heir", "attorney", "volunteer_payer"})


def may_be_told(role: str) -> bool:
    """Whether the whole call screen may be shown for somebody in this role."""
    return role in TOLD


def silent_call(staff: Staff) -> Contact | None:
    """The collector's open call with somebody who may learn nothing: meanwhile no page of theirs tells of a debt."""
    call = open_call_of(staff)
    return call if call is not None and not may_be_told(call.role) else None
