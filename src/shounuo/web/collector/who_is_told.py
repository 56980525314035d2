"""Who on the line may learn of the debt. Everybody else, and every role not known here, may not."""

from __future__ import annotations

TOLD = frozenset({"customer", "guarantor", "heir", "attorney", "volunteer_payer"})


def may_be_told(role: str) -> bool:
    """Whether the whole call screen may be shown for somebody in this role."""
    return role in TOLD
