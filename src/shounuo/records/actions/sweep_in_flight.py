"""Attempts that never reported back become unknown, and go on counting."""

from __future__ import annotations

from datetime import datetime, timedelta

from shounuo.records.actions._act import act
from shounuo.records.models import Contact

PATIENCE = timedelta(hours=2)


def sweep_in_flight(*, recorded_at: datetime, patience: timedelta = PATIENCE) -> int:
    """Marks old in-flight attempts unknown; returns how many."""
    lost = Contact.objects.filter(state="in_flight", opened_at__lt=recorded_at - patience)
    ids = list(lost.values_list("pk", flat=True))
    for contact_id in ids:
        with act(actor="scheduler", recorded_at=recorded_at) as writing:
            contact = Contact.objects.select_for_update().get(pk=contact_id)
            if contact.state == "in_flight":
                contact.state = "unknown"
                contact.save(update_fields=["state"])
                writing.event(f"case:{contact.case_id}", "ContactLost", {"contact": contact_id})
    return len(ids)
