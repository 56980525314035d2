"""The line is closed; the code is still to be chosen. From here on nobody is on the line."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions._act import act
from shounuo.records.models import Contact, Staff


def hang_up(
    *, contact_id: int, staff: Staff, recorded_at: datetime, by_party: bool = False
) -> Contact:
    """Marks when the line closed and how long it was open; a second press changes nothing."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        contact = Contact.objects.select_for_update().get(pk=contact_id)
        if contact.state != "in_flight" or contact.ended_at is not None:
            return contact
        since = contact.answered_at or recorded_at
        contact.ended_at, contact.party_hung_up = recorded_at, by_party
        contact.talk_seconds = max(0, int((recorded_at - since).total_seconds()))
        contact.save(update_fields=["ended_at", "party_hung_up", "talk_seconds"])
        payload = {
            "contact": contact.pk,
            "talk_seconds": contact.talk_seconds,
            "party_hung_up": by_party,
        }
        writing.event(f"case:{contact.case_id}", "LineClosed", payload)
        return contact


def is_on_line(contact: Contact) -> bool:
    """Whether somebody is on the line: answered, and not hung up since."""
    answered = contact.state == "in_flight" and contact.answered_at is not None
    return answered and contact.ended_at is None
